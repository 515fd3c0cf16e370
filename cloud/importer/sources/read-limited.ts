import { open, realpath, stat } from 'node:fs/promises';
import { MAX_BYTES } from '../limits.ts';
import { isInside } from '../resolve-reference.ts';

/** A file's bytes, or why there are none. */
export type FileContent =
  | { kind: 'read'; bytes: Buffer }
  | { kind: 'missing' }
  | { kind: 'large' }
  /** A link in the folder leads out of it. */
  | { kind: 'outside' }
  | { kind: 'unreadable'; detail: string };

const MISSING = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP']);

function toFailure(error: unknown): FileContent {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return MISSING.has(code) ? { kind: 'missing' } : { kind: 'unreadable', detail: code ?? message };
}

/** Reads a regular file of at most `MAX_BYTES` that really stands below `root`, symbolic links followed. */
export async function readLimited(path: string, root: string): Promise<FileContent> {
  try {
    if (!isInside(await realpath(path), await realpath(root))) return { kind: 'outside' };
    // Before it is opened: opening a pipe waits until somebody writes to it.
    if (!(await stat(path)).isFile()) return { kind: 'missing' };
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      return size > MAX_BYTES ? { kind: 'large' } : { kind: 'read', bytes: await file.readFile() };
    } finally {
      await file.close();
    }
  } catch (error) {
    return toFailure(error);
  }
}
