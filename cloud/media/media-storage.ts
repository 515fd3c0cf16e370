import type { Readable } from 'node:stream';

/** Bytes of a file, counted from 0; `last` is the last one that belongs to it. */
export interface ByteRange {
  first: number;
  last: number;
}

export interface OpenFile {
  /** The bytes asked for. Whoever does not read it to its end destroys it. */
  stream: Readable;
  /** Bytes of the whole file. */
  size: number;
}

/**
 * Where the bytes of pictures and files lie, by a key that is a file name (`<hash>.webp`, `<hash>-640.webp`). The content of a
 * key never changes, so putting it twice does no harm. All three throw when the storage is broken or away.
 */
export interface MediaStorage {
  /** For the log: where it is. */
  description: string;
  /** Returns when the bytes are there for good: a power cut does not take them back. */
  put: (key: string, bytes: Uint8Array, contentType: string) => Promise<void>;
  /** Undefined when there is no such file. A range must lie inside of the file. */
  read: (key: string, range?: ByteRange) => Promise<OpenFile | undefined>;
  /** Bytes of the file; undefined when there is none. */
  size: (key: string) => Promise<number | undefined>;
}

/** A key is a plain file name: nothing in it can lead elsewhere. */
const KEY = /^[0-9a-f]{64}(?:-\d{1,5})?\.[a-z0-9]{1,8}$/;

/** The key of a stored file, or of one of its narrower copies. @throws RangeError when it would be none */
export function toMediaKey(hash: string, extension: string, width?: number): string {
  const key = `${hash}${width === undefined ? '' : `-${width}`}.${extension}`;
  if (!KEY.test(key)) throw new RangeError(`no name of a stored file: ${key}`);
  return key;
}
