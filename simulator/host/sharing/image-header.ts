/** What the first bytes of a picture say. */
export type ImageHeader = {
  type: 'png' | 'jpeg' | 'gif' | 'webp' | 'other';
  /** In px; 0 where the header was not understood. */
  width: number;
  height: number;
};

/** Reads the kind of a picture, and of PNG and JPEG the size too. */
export function readImageHeader(bytes: Uint8Array): ImageHeader {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) {
    return { type: 'png', width: read(bytes, 16, 4), height: read(bytes, 20, 4) };
  }
  if (startsWith(bytes, [0xff, 0xd8])) return { type: 'jpeg', ...jpegSize(bytes) };
  const unknown = { width: 0, height: 0 };
  if (startsWith(bytes, [0x47, 0x49, 0x46])) return { type: 'gif', ...unknown };
  const isRiff = startsWith(bytes, [0x52, 0x49, 0x46, 0x46]);
  const isWebp = isRiff && read(bytes, 8, 4) === 0x57454250;
  return { type: isWebp ? 'webp' : 'other', ...unknown };
}

/** The size stands in the start-of-frame segment, of which there are several kinds. */
function jpegSize(bytes: Uint8Array): { width: number; height: number } {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: read(bytes, at + 5, 2), width: read(bytes, at + 7, 2) };
    at += 2 + read(bytes, at + 2, 2);
  }
  return { width: 0, height: 0 };
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** A number of `length` bytes, the highest first. */
function read(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = at; index < at + length; index += 1) value = value * 256 + (bytes[index] ?? 0);
  return value;
}
