/** Builds src/ into dist/weapp with Taro when what it is built from has changed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fail, ROOT } from './install.mjs';
import { withLock } from './lock.mjs';

export const WEAPP_DIR = path.join(ROOT, 'dist', 'weapp');
const STAMP = path.join(ROOT, '.cache', 'weapp-built-from');
const INPUTS = ['src', 'config', 'rules', 'types', 'babel.config.cjs', 'package-lock.json'];

function* listFiles(place) {
  const entries = readdirSync(place, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const entry of entries) {
    const full = path.join(place, entry.name);
    if (entry.isDirectory()) yield* listFiles(full);
    else yield full;
  }
}

/** Digest of every file the build reads and of the TARO_APP_* settings that are baked into it. */
function toFingerprint() {
  const hash = createHash('sha256');
  for (const input of INPUTS) {
    const place = path.join(ROOT, input);
    const files = path.extname(input) ? [place] : listFiles(place);
    for (const file of files) {
      hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  for (const name of Object.keys(process.env)
    .filter((n) => n.startsWith('TARO_APP_'))
    .sort()) {
    hash.update(`${name}=${process.env[name]}\0`);
  }
  return hash.digest('hex');
}

function runTaro() {
  rmSync(STAMP, { force: true });
  rmSync(WEAPP_DIR, { recursive: true, force: true });
  const taro = path.join(ROOT, 'node_modules', '@tarojs', 'cli', 'bin', 'taro');
  const result = spawnSync(process.execPath, [taro, 'build', '--type', 'weapp'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', CI: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.error) fail(`Taro could not be started: ${result.error.message}`);
  // Taro reports some failed builds with exit code 0: what counts is that the program is there.
  if (result.status !== 0 || !existsSync(path.join(WEAPP_DIR, 'app.json'))) {
    console.error(result.stdout, result.stderr);
    fail('The mini-program could not be built. The lines above say why.');
  }
}

function isBuilt(fingerprint) {
  const built = existsSync(STAMP) && existsSync(path.join(WEAPP_DIR, 'app.json'));
  return built && readFileSync(STAMP, 'utf8') === fingerprint;
}

/** Builds the mini-program unless dist/weapp is already what the sources say. Ends the process when that fails. */
export async function buildWeapp({ always = false } = {}) {
  const fingerprint = toFingerprint();
  if (!always && isBuilt(fingerprint)) return;
  await withLock('build', () => {
    if (!always && isBuilt(fingerprint)) return;
    console.log('› Building the mini-program (about 20 seconds) …');
    const startedAt = Date.now();
    runTaro();
    mkdirSync(path.dirname(STAMP), { recursive: true });
    writeFileSync(STAMP, fingerprint);
    console.log(
      `› Mini-program built into dist/weapp (${Math.round((Date.now() - startedAt) / 1000)} s).`,
    );
  });
}
