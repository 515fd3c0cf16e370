import sharp, { type Sharp } from 'sharp';

/** Small files of every kind that is kept, made here; and what is none. */

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ole = (stream: string) => Buffer.concat([OLE, Buffer.from(stream, 'utf16le')]);
export const zip = (...names: string[]) =>
  Buffer.from(`PK\x03\x04${names.join('PK\x03\x04')}PK\x05\x06${'\0'.repeat(18)}`, 'latin1');
const box = (brand: string) => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0${brand}mp42`, 'latin1');

/** Two frames of 128 kbit/s at 44.1 kHz. */
const mp3 = Buffer.alloc(2 * 417);
for (const at of [0, 417]) Buffer.from('fffb9000', 'hex').copy(mp3, at);

export const DOCUMENTS = {
  pdf: Buffer.from('%PDF-1.7\n%%EOF'),
  doc: ole('WordDocument'),
  xls: ole('Workbook'),
  ppt: ole('PowerPoint Document'),
  docx: zip('[Content_Types].xml', 'word/document.xml'),
  xlsx: zip('[Content_Types].xml', 'xl/workbook.xml'),
  pptx: zip('[Content_Types].xml', 'ppt/presentation.xml'),
  ofd: zip('OFD.xml', 'Doc_0/Document.xml'),
  zip: zip('a.txt'),
  rar: Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'),
  '7z': Buffer.from('7z\xbc\xaf\x27\x1c\0\x04', 'latin1'),
  mp3,
  m4a: box('M4A '),
  mp4: box('isom'),
};

export const FORMATS = ['png', 'jpeg', 'gif', 'webp', 'avif'] as const;

/** A picture that no codec makes small: noise. */
export const noise = (width: number, height: number, channels: 3 | 4 = 3): Sharp =>
  sharp({
    create: {
      ...{ width, height, channels, background: '#3a5' },
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });

/** The quickest way to each: what takes an encoder long is of no use here. */
const QUICK = {
  png: { compressionLevel: 1 },
  jpeg: {},
  gif: { effort: 1, dither: 0, colours: 8 },
  webp: { effort: 0 },
  avif: { effort: 0, quality: 30 },
};

export const makeImage = (format: (typeof FORMATS)[number], width: number, height: number) =>
  noise(width, height).toFormat(format, QUICK[format]).toBuffer();
