const HEADER_BYTES = 12;
const PIXELS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH']);

/**
 * True for a WebP of one frame that holds pixels and nothing else (RFC 9649): no EXIF, no colour profile, no chunk of another
 * program, no byte after its end. Such a one need not be encoded again.
 */
export function isPlainWebp(bytes: Buffer): boolean {
  if (bytes.length < HEADER_BYTES || bytes.readUInt32LE(4) + 8 !== bytes.length) return false;
  let at = HEADER_BYTES;
  while (at + 8 <= bytes.length) {
    if (!PIXELS.has(bytes.subarray(at, at + 4).toString('latin1'))) return false;
    const length = bytes.readUInt32LE(at + 4);
    // Chunks begin at even places.
    at += 8 + length + (length % 2);
  }
  return at === bytes.length;
}
