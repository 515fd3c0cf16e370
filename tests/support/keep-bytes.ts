import { createHash } from 'node:crypto';
import { saveMedia } from '../../cloud/store/media.ts';
import type { Store } from '../../cloud/store/store.ts';

interface Kept {
  bytes: Buffer;
  contentType: string;
  extension: string;
}

/** Stores bytes as they are, named by their own hash; answers the path. */
export function keepBytes(store: Store, { bytes, contentType, extension }: Kept): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return saveMedia(store, { hash, contentType, extension, size: bytes.length, bytes });
}
