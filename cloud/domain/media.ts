/** What is known of a stored picture or file, without its bytes. */
export interface StoredFile {
  /** Names it: in hex, of what it was made from. */
  hash: string;
  contentType: string;
  /** Lower case, without a dot. */
  extension: string;
  /** Bytes. */
  size: number;
  /** Pixels of a picture. */
  width?: number;
  height?: number;
  /** Narrower widths in which a picture is stored as well, the smallest first. */
  widths?: number[];
  /** A few pixels as a `data:` address. */
  placeholder?: string;
}

/** A file about to be stored. */
export interface FileDraft extends StoredFile {
  bytes: Uint8Array;
  /** One for each of `widths`. */
  copies?: { width: number; bytes: Uint8Array }[];
}

/** The path of a stored file on the endpoint. */
export function toMediaPath({ hash, extension }: Pick<StoredFile, 'hash' | 'extension'>): string {
  return `/media/${hash}.${extension}`;
}
