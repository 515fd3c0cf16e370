import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BACKUP_TABLES, MANIFEST } from './backup-format.ts';
import { MEDIA_FOLDER, MEDIA_SUMS } from './backup-media.ts';

/** What a backup in the making is called: its target, and the process that writes it. */
const PART = /\.part-(\d+)$/;

const FILES = new Set<string>([
  ...[MANIFEST, MEDIA_FOLDER, MEDIA_SUMS],
  ...BACKUP_TABLES.map(toTableFile),
]);

/** The name of a table's file in a backup. */
export function toTableFile(table: string): string {
  return `${table}.copy.gz`;
}

/** The folder in which this process gathers a backup before it gets its name. */
export function toPart(target: string): string {
  return `${target}.part-${process.pid}`;
}

/** Our own number on a part that we have not begun is that of an earlier process. */
function isWriting(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** True for our own folder with nothing in it but what a backup writes. */
async function isPart(path: string): Promise<boolean> {
  const found = await stat(path);
  if (!found.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid)) return false;
  return (await readdir(path)).every((name) => FILES.has(name));
}

/**
 * Removes what killed backups have left in a folder. Call it before a part of one's own is begun.
 *
 * @throws the system's error when the folder can't be read or a part can't be removed
 */
export async function removeDeadParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = PART.exec(name)?.[1];
    const path = join(folder, name);
    if (pid === undefined || isWriting(Number(pid)) || !(await isPart(path))) continue;
    await rm(path, { recursive: true });
  }
}
