import { randomBytes } from 'node:crypto';
import { access, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { SetupError } from '../../setup-error.ts';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { runCommand } from './run-command.ts';

export const SUPERUSER = 'postgres';

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

const toDraftPrefix = (folder: string) => `${basename(folder)}.new-`;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes the drafts of processes that died while making a cluster. */
async function removeAbandonedDrafts(folder: string): Promise<void> {
  const prefix = toDraftPrefix(folder);
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length)))) continue;
    await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}

async function initialise(draft: string, place: Place, binaries: Binaries): Promise<void> {
  const password = join(draft, 'password');
  await mkdir(draft, { mode: 0o700 });
  await writeFile(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if ('uid' in place.runAs) {
    await chown(draft, place.runAs.uid, place.runAs.gid);
    await chown(password, place.runAs.uid, place.runAs.gid);
  }
  const { code, output } = await runCommand(
    binaries.initdb,
    [
      `--pgdata=${join(draft, 'cluster')}`,
      // Without these an unset LANG gives a SQL_ASCII database, silently.
      '--encoding=UTF8',
      '--locale=C',
      '--auth=scram-sha-256',
      `--username=${SUPERUSER}`,
      `--pwfile=${password}`,
      '--no-instructions',
    ],
    place.runAs,
  );
  if (code !== 0) {
    const reason = output.split('\n').findLast((line) => line.includes('error:')) ?? output;
    throw new SetupError(
      `cannot create the database in ${place.folder}: ${reason.replaceAll('\n', ' ')}. ` +
        'Nothing was left behind; free the cause and start again, or set DATABASE_URL.',
    );
  }
}

/**
 * Makes the cluster of a place unless it exists. It is made under another name and renamed when complete, so a
 * failure leaves nothing, and of two processes that do this at once one wins and the other takes the winner's.
 *
 * @throws SetupError when initdb fails; its draft and password file are gone then
 */
export async function ensureCluster(place: Place, binaries: Binaries): Promise<void> {
  if (await exists(join(place.folder, 'cluster', 'PG_VERSION'))) return;
  await removeAbandonedDrafts(place.folder);
  const draft = join(dirname(place.folder), `${toDraftPrefix(place.folder)}${process.pid}`);
  try {
    await initialise(draft, place, binaries);
    await rename(draft, place.folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    const lost = ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '');
    if (lost && (await exists(join(place.folder, 'cluster', 'PG_VERSION')))) return;
    if (lost) {
      throw new SetupError(
        `${place.folder} holds something that is no database: move it away, or set DATA_DIR to another folder.`,
      );
    }
    throw error;
  }
}

/** The superuser's password, which stands beside the cluster in a file that only its owner can read. */
export async function readPassword(place: Place): Promise<string> {
  return (await readFile(join(place.folder, 'password'), 'utf8')).trim();
}
