import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SetupError } from '../setup-error.ts';
import { createDiskStorage } from './disk-storage.ts';
import type { MediaStorage } from './media-storage.ts';
import type { StorageChoice } from './storage-settings.ts';

/** Opens the chosen storage. @throws SetupError with a sentence that says what to do */
export async function openStorage(choice: StorageChoice): Promise<MediaStorage> {
  if (choice.kind === 'disk') {
    const folder = resolve(choice.folder);
    try {
      await mkdir(folder, { recursive: true, mode: 0o755 });
    } catch (error) {
      throw new SetupError(
        `cannot keep pictures in ${folder} (${(error as Error).message}): set DATA_DIR to a folder of our own.`,
      );
    }
    return createDiskStorage(folder);
  }
  // The client of S3 is large: only who has a bucket loads it.
  const { openS3Storage } = await import('./s3-storage.ts');
  return openS3Storage(choice);
}
