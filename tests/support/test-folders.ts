import { access, chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../../cloud/store/embedded.ts';

/** With a space, as paths of users have; the number is the process that uses the folder. */
const PREFIX = 'jiangmen tests ';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function stopServer(folder: string): Promise<void> {
  try {
    await access(join(folder, 'postgres', 'cluster', 'postmaster.pid'));
  } catch {
    return;
  }
  // Its last user gone, whoever joins it and leaves stops it.
  const server = await openEmbedded(folder);
  await server.close();
}

/** Stops the servers and removes the folders of runs that were killed before they could. */
export async function removeAbandonedFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(PREFIX)
      ? Number.parseInt(name.slice(PREFIX.length), 10)
      : Number.NaN;
    if (Number.isNaN(pid) || isRunning(pid)) continue;
    const folder = join(tmpdir(), name);
    if ((await stat(folder)).uid !== process.getuid?.()) continue;
    await stopServer(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

/** A folder for the server of this run. */
export async function makeServerFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Run by root, the server is another user and has to get in.
  await chmod(folder, 0o755);
  return folder;
}
