/**
 * Installs what is missing, so that `npm start` and `npm test` work on a machine with Node 20 and npm alone.
 * Uses Node's own modules only: nothing else is there when it runs first.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MODULES = path.join(ROOT, 'node_modules');
const STAMP = path.join(MODULES, '.installed-from');
const LOCK = path.join(ROOT, '.cache', 'install-lock');
const LOCK_WAIT_MS = 15 * 60_000;

/** What the folder node_modules must have been installed from: lock file, Node's ABI and platform. */
function toFingerprint() {
  const lockFile = readFileSync(path.join(ROOT, 'package-lock.json'));
  const digest = createHash('sha256').update(lockFile).digest('hex');
  return `${digest} ${process.platform}-${process.arch} abi${process.versions.modules}\n`;
}

function isInstalled(fingerprint) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readLockHolder() {
  try {
    return Number(readFileSync(path.join(LOCK, 'pid'), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function tryLock() {
  try {
    mkdirSync(path.dirname(LOCK), { recursive: true });
    mkdirSync(LOCK);
    writeFileSync(path.join(LOCK, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Two commands started at once must not install into one folder; a lock whose holder died is taken over. */
async function lock() {
  const givenUpAt = Date.now() + LOCK_WAIT_MS;
  let holderUnknown = 0;
  while (!tryLock()) {
    const holder = readLockHolder();
    holderUnknown = holder ? 0 : holderUnknown + 1;
    if ((holder && !isAlive(holder)) || holderUnknown > 5) {
      rmSync(LOCK, { recursive: true, force: true });
      continue;
    }
    if (Date.now() > givenUpAt) {
      fail(
        `Another command (process ${holder}) has been installing for 15 minutes. Stop it, then try again.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Prints one line on stderr and ends the process. */
export function fail(message, code = 1) {
  console.error(`\n✗ ${message}`);
  process.exit(code);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major !== 20 || minor < 19) {
    fail(
      `This project runs on Node 20.19 or a later 20; here is ${process.versions.node}. Install Node 20 (for example with nvm: nvm install 20), then try again.`,
    );
  }
}

/**
 * `npm install` and not `npm ci`: both take the versions of the lock file, but `ci` refuses a lock file that lacks optional binaries of
 * other platforms, which is what npm writes where a registry doesn't carry them all.
 */
function runNpm() {
  console.log('› Installing packages (once; about two minutes) …');
  rmSync(STAMP, { force: true });
  const npm = process.env.npm_execpath;
  const args = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--include=dev',
  ];
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], {
        cwd: ROOT,
        stdio: ['ignore', 'inherit', 'inherit'],
      })
    : spawnSync('npm', args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  if (result.error) fail(`npm could not be started: ${result.error.message}`);
  if (result.status !== 0) {
    fail(
      'npm could not install the packages. The lines above say why; check the network and free disk space, then try again.',
    );
  }
}

/** Makes node_modules what package-lock.json says. Returns once everything else may be imported. */
export async function installMissing() {
  checkNode();
  const fingerprint = toFingerprint();
  if (isInstalled(fingerprint)) return;
  await lock();
  try {
    if (isInstalled(fingerprint)) return;
    const startedAt = Date.now();
    runNpm();
    writeFileSync(STAMP, fingerprint);
    console.log(`› Packages installed (${Math.round((Date.now() - startedAt) / 1000)} s).`);
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}
