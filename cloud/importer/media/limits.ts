/** What pictures and files of a page may be. Bytes of one file: `MAX_BYTES` of the importer. */
export const PICTURE_LIMITS = {
  /** Pixels of a side; WebP ends at 16,383. */
  side: 10_000,
  /** Pixels of a picture, over all its frames: the cameras of phones end at 50 million, and decoded it takes four bytes each. */
  pixels: 64_000_000,
  /** Frames of an animation; of a longer one the first is kept. */
  frames: 300,
  /** Seconds of work on one copy. */
  seconds: 20,
  /** What has fewer bytes or no side above this many pixels is a counting pixel or a spacer. */
  spacerBytes: 1024,
  spacerSide: 2,
  /** Characters of a placeholder; the contract allows 500. */
  placeholder: 200,
} as const;

/** Widths in pixels: of the picture itself at most, and of its copies. Chosen for phones: `rules/picture-url.ts`. */
export const MASTER_WIDTH = 1600;
export const COPY_WIDTHS = [220, 320, 640, 900] as const;

/** What one page may bring. */
export const PAGE_LIMITS = {
  files: 200,
  bytes: 200 * 1024 * 1024,
  atOnce: 3,
  /** From the first file on; one that has begun is still waited for. */
  ms: 10 * 60_000,
} as const;

/** Characters of a file's name: what every file system takes, in UTF-8, with room for a number. */
export const NAME_LENGTH = 80;
