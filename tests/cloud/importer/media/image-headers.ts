/** Small files of every kind that is kept, made here; and what is none. */

const png = (width: number, height: number) => {
  const bytes = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};

const gif = (width: number, height: number) => {
  const bytes = Buffer.from('GIF89a\0\0\0\0\0\0\0', 'latin1');
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  return bytes;
};

/** An APP0 segment and a Huffman table before the frame header, as cameras write them. */
const jpeg = (width: number, height: number) => {
  const frame = Buffer.from('ffc2001108000000000301', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([
    Buffer.from('ffd8ffe000044a46ffc40003aaffff', 'hex').subarray(0, 13),
    frame,
  ]);
};

const riff = (form: string, chunk: Buffer) =>
  Buffer.concat([
    Buffer.from(`RIFF\0\0\0\0WEBP${form}\0\0\0\0`, 'latin1'),
    chunk,
    Buffer.alloc(12),
  ]);

const webpExtended = (width: number, height: number) => {
  const chunk = Buffer.alloc(10);
  chunk.writeUIntLE(width - 1, 4, 3);
  chunk.writeUIntLE(height - 1, 7, 3);
  return riff('VP8X', chunk);
};

const webpLossless = (width: number, height: number) => {
  const chunk = Buffer.alloc(5);
  chunk[0] = 0x2f;
  chunk.writeUInt32LE((width - 1) | ((height - 1) << 14), 1);
  return riff('VP8L', chunk);
};

const webpLossy = (width: number, height: number) => {
  const chunk = Buffer.from('0000009d012a00000000', 'hex');
  chunk.writeUInt16LE(width, 6);
  chunk.writeUInt16LE(height, 8);
  return riff('VP8 ', chunk);
};

export const makeImage = { png, gif, jpeg, webpExtended, webpLossless, webpLossy };
