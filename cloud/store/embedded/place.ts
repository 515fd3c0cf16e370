import { createHash } from 'node:crypto';
import { access, chmod, mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SetupError } from '../../setup-error.ts';
import { makeFolder } from '../make-folder.ts';
import { type RunAs, runCommand } from './run-command.ts';

/** Where a server that must not run as root finds room when the project lies in a folder closed to others. */
export const SHARED_ROOT = '/var/lib/jiangmen-women-weapp';

/** Accounts that PostgreSQL may run as when we are root (it refuses to run as root itself), best first. */
const SERVER_ACCOUNTS = ['postgres', 'nobody'];

/** Makes the shared root; open to all accounts whatever the umask says, since the server's has to pass through. */
export async function makeSharedRoot(): Promise<void> {
  await mkdir(SHARED_ROOT, { recursive: true });
  await chmod(SHARED_ROOT, 0o755);
}

/** Where one embedded server keeps everything, and whom it runs as. */
export interface Place {
  /** Holds `cluster/`, `password` and `server.log`. */
  folder: string;
  runAs: RunAs;
}

/** True when the account can enter the folder, through all of its parents. */
async function canEnter(folder: string, runAs: RunAs): Promise<boolean> {
  const { code } = await runCommand('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], runAs);
  return code === 0;
}

async function findServerAccount(): Promise<RunAs> {
  for (const name of SERVER_ACCOUNTS) {
    const [uid, gid] = await Promise.all([
      runCommand('id', ['-u', name]),
      runCommand('id', ['-g', name]),
    ]);
    if (uid.code === 0 && gid.code === 0) {
      return { uid: Number(uid.output), gid: Number(gid.output) };
    }
  }
  throw new SetupError(
    `PostgreSQL refuses to run as root and this machine has no account named ${SERVER_ACCOUNTS.join(' or ')}. ` +
      'Start as an ordinary user, or set DATABASE_URL.',
  );
}

/** The owner of a cluster that exists already: a server started by root runs as whoever made it. */
async function findOwner(cluster: string): Promise<RunAs | undefined> {
  try {
    const { uid, gid } = await stat(join(cluster, 'PG_VERSION'));
    return uid === 0 ? undefined : { uid, gid };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new SetupError(
      `cannot read ${cluster} (${(error as Error).message}). It may belong to another user: ` +
        'give it to yourself with chown, or set DATA_DIR to a folder of your own.',
    );
  }
}

async function makeDataDir(dataDir: string): Promise<string> {
  const absolute = resolve(dataDir);
  try {
    await makeFolder(absolute);
    await access(absolute, 7);
    return absolute;
  } catch (error) {
    throw new SetupError(
      `cannot write to ${absolute} (${(error as Error).message}). Set DATA_DIR to a folder you may write to.`,
    );
  }
}

/**
 * Decides where the embedded server of a data folder lives: in its `postgres` sub-folder. Root is the exception:
 * the server then runs as another account, and where that account cannot reach the folder, the place is a
 * folder under {@link SHARED_ROOT} named after the data folder's path.
 *
 * @throws SetupError when the folder cannot be used or no account exists
 */
export async function findPlace(dataDir: string): Promise<Place> {
  const absolute = await makeDataDir(dataDir);
  const inside = join(absolute, 'postgres');
  if (process.getuid?.() !== 0) {
    await findOwner(join(inside, 'cluster'));
    return { folder: inside, runAs: {} };
  }
  const owner = await findOwner(join(inside, 'cluster'));
  if (owner && (await canEnter(inside, owner))) return { folder: inside, runAs: owner };
  const runAs = await findServerAccount();
  if (await canEnter(absolute, runAs)) return { folder: inside, runAs };
  const hash = createHash('sha256').update(absolute).digest('hex').slice(0, 16);
  await makeSharedRoot();
  return { folder: join(SHARED_ROOT, hash), runAs };
}
