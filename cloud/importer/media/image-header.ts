/** Pixels. */
export interface ImageSize {
  width: number;
  height: number;
}

/** A picture as its first bytes describe it. */
export interface ImageHeader extends ImageSize {
  contentType: string;
  extension: string;
}

type ReadSize = (bytes: Buffer) => ImageSize | undefined;

const beginsWith = (bytes: Buffer, text: string, at = 0) =>
  bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));

const readPng: ReadSize = (bytes) =>
  beginsWith(bytes, '\x89PNG\r\n\x1a\n') && beginsWith(bytes, 'IHDR', 12) && bytes.length >= 24
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : undefined;

const readGif: ReadSize = (bytes) =>
  (beginsWith(bytes, 'GIF87a') || beginsWith(bytes, 'GIF89a')) && bytes.length >= 10
    ? { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
    : undefined;

/** SOF0–SOF15 hold the size; among them are three markers that are none: DHT, JPG and DAC. */
const isFrameHeader = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const readJpeg: ReadSize = (bytes) => {
  if (!beginsWith(bytes, '\xff\xd8\xff')) return undefined;
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    // A marker may be preceded by any number of fill bytes.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrameHeader(marker)) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
};

/** Lossy, lossless and extended WebP keep their size in three ways (RFC 9649). */
const readWebp: ReadSize = (bytes) => {
  if (!beginsWith(bytes, 'RIFF') || !beginsWith(bytes, 'WEBP', 8) || bytes.length < 30)
    return undefined;
  if (beginsWith(bytes, 'VP8X', 12)) {
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  }
  if (beginsWith(bytes, 'VP8L', 12) && bytes[20] === 0x2f) {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (beginsWith(bytes, 'VP8 ', 12) && beginsWith(bytes, '\x9d\x01\x2a', 23)) {
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  }
  return undefined;
};

const FORMATS: readonly { contentType: string; extension: string; read: ReadSize }[] = [
  { contentType: 'image/png', extension: 'png', read: readPng },
  { contentType: 'image/jpeg', extension: 'jpg', read: readJpeg },
  { contentType: 'image/gif', extension: 'gif', read: readGif },
  { contentType: 'image/webp', extension: 'webp', read: readWebp },
];

/** What a file is by its content, whatever its name says; undefined when it is none of these pictures. */
export function readImageHeader(bytes: Buffer): ImageHeader | undefined {
  for (const { contentType, extension, read } of FORMATS) {
    const size = read(bytes);
    if (size !== undefined && size.width > 0 && size.height > 0) {
      return { contentType, extension, ...size };
    }
  }
  return undefined;
}
