import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ByteRange, MediaStorage } from './media-storage.ts';

/** Two levels, so that no folder gets more than a few hundred entries at a hundred thousand files. */
const toFolder = (root: string, key: string) => join(root, key.slice(0, 2), key.slice(2, 4));

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a file appear whole or not at all: written beside its place, flushed, then renamed. */
async function writeWhole(folder: string, key: string, bytes: Uint8Array): Promise<void> {
  const draft = join(folder, `.${key}.${randomUUID()}.part`);
  try {
    const handle = await open(draft, 'wx', 0o644);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, join(folder, key));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await flushFolder(folder);
}

async function openFile(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function readFrom(handle: FileHandle, range: ByteRange | undefined) {
  try {
    const { size } = await handle.stat();
    const span = range ? { start: range.first, end: range.last } : {};
    return { stream: handle.createReadStream(span), size };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * Files in a folder of this machine, or of a volume that all replicas share.
 *
 * @param root made when the first file is put there
 */
export function createDiskStorage(root: string): MediaStorage {
  return {
    description: root,
    put: async (key, bytes) => {
      const folder = toFolder(root, key);
      const made = await mkdir(folder, { recursive: true, mode: 0o755 });
      if (made !== undefined) {
        await flushFolder(join(folder, '..'));
        await flushFolder(root);
      }
      await writeWhole(folder, key, bytes);
    },
    read: async (key, range) => {
      const handle = await openFile(join(toFolder(root, key), key));
      return handle && readFrom(handle, range);
    },
    size: async (key) => {
      try {
        return (await stat(join(toFolder(root, key), key))).size;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
  };
}
