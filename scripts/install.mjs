/**
 * Installs what is missing, so that `npm start` and `npm test` work on a machine with Node 20 and npm alone.
 * Uses Node's own modules only: nothing else is there when it runs first.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { runNpm } from './npm.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MODULES = path.join(ROOT, 'node_modules');
const STAMP = path.join(MODULES, '.installed-from');

/** What the folder node_modules must have been installed from: lock file, Node's ABI and platform. */
function toFingerprint() {
  const lockFile = readFileSync(path.join(ROOT, 'package-lock.json'));
  const digest = createHash('sha256').update(lockFile).digest('hex');
  return `${digest} ${process.platform}-${process.arch} abi${process.versions.modules}\n`;
}

function isInstalled(fingerprint) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint;
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
function installPackages() {
  console.log('› Installing packages (once; about two minutes) …');
  rmSync(STAMP, { force: true });
  const args = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--include=dev',
  ];
  const result = runNpm(args, { cwd: ROOT });
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
  await withLock('install', () => {
    if (isInstalled(fingerprint)) return;
    const startedAt = Date.now();
    installPackages();
    writeFileSync(STAMP, fingerprint);
    console.log(`› Packages installed (${Math.round((Date.now() - startedAt) / 1000)} s).`);
  });
}
