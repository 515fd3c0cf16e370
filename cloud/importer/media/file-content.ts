import type { FileType } from './document-types.ts';
import { isMarkup, isPlainText } from './text-content.ts';

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
/** Its record and the longest comment after it (APPNOTE 4.3.16). */
const ZIP_END_BYTES = 22 + 65_535;
/** A PDF may have other bytes before its mark (PDF 32000-1, Annex H). */
const PDF_SEARCH_BYTES = 1024;

type Read = (bytes: Buffer, claimed: ReadonlySet<string>) => FileType | undefined;

/** What older Office files have inside: the name of a stream, and the type that WPS gives the same. */
const OLE_STREAMS: readonly [stream: string, type: FileType, wps: FileType][] = [
  ['WordDocument', 'doc', 'wps'],
  ['Workbook', 'xls', 'et'],
  ['Book', 'xls', 'et'],
  ['PowerPoint Document', 'ppt', 'dps'],
];
/** What newer ones have inside: the folder of their parts. */
const ZIPPED_FOLDERS: readonly [folder: string, type: FileType][] = [
  ['word/', 'docx'],
  ['xl/', 'xlsx'],
  ['ppt/', 'pptx'],
];

const beginsWith = (bytes: Buffer, mark: Buffer | string) =>
  bytes.subarray(0, mark.length).equals(Buffer.from(mark as string, 'latin1'));

const readPdf: Read = (bytes) => {
  const at = bytes.subarray(0, PDF_SEARCH_BYTES).indexOf('%PDF-');
  // A page of HTML that also is a PDF is made to deceive.
  return at === -1 || isMarkup(bytes.subarray(0, at)) ? undefined : 'pdf';
};

const readOle: Read = (bytes, claimed) => {
  if (!beginsWith(bytes, OLE)) return undefined;
  const found = OLE_STREAMS.find(([stream]) => bytes.includes(Buffer.from(stream, 'utf16le')));
  return found && (claimed.has(found[2]) ? found[2] : found[1]);
};

const readZip: Read = (bytes) => {
  if (!beginsWith(bytes, ZIP)) return undefined;
  // Its end holds the list of its files: one that was cut off has none.
  if (!bytes.subarray(-ZIP_END_BYTES).includes(ZIP_END)) return undefined;
  if (bytes.includes('OFD.xml')) return 'ofd';
  if (!bytes.includes('[Content_Types].xml')) return 'zip';
  // Office opens a document with macros only under a name of its own, which we have none for.
  if (bytes.includes('vbaProject.bin')) return undefined;
  return ZIPPED_FOLDERS.find(([folder]) => bytes.includes(folder))?.[1] ?? 'zip';
};

/** ISO 14496-12: what the box `ftyp` says first. */
const readMp4: Read = (bytes) => {
  if (bytes.subarray(4, 8).toString('latin1') !== 'ftyp') return undefined;
  const brand = bytes.subarray(8, 12).toString('latin1');
  if (/^M4[AB] /.test(brand)) return 'm4a';
  return /^(iso[m2-9]|mp4[12]|avc1|M4V |MSNV|dash)/.test(brand) ? 'mp4' : undefined;
};

/** kbit/s of layer III (ISO 11172-3 and 13818-3), by the index in the header. */
const RATES = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  second: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const HERTZ = [44_100, 48_000, 32_000];

/** Bytes of the frame of layer III that begins there; undefined when none does. */
function readFrame(bytes: Buffer, at: number): number | undefined {
  if (at + 4 > bytes.length || bytes[at] !== 0xff) return undefined;
  const [version = 0, rates = 0] = bytes.subarray(at + 1, at + 3);
  if ((version & 0xe6) !== 0xe2) return undefined;
  const generation = (version >> 3) & 3;
  const hertz = HERTZ[(rates >> 2) & 3];
  const rate = (generation === 3 ? RATES.first : RATES.second)[rates >> 4];
  if (generation === 1 || hertz === undefined || !rate) return undefined;
  const slower = generation === 3 ? 1 : generation === 2 ? 2 : 4;
  const samples = generation === 3 ? 144_000 : 72_000;
  return Math.floor((samples * rate) / (hertz / slower)) + ((rates >> 1) & 1);
}

const readMp3: Read = (bytes) => {
  if (beginsWith(bytes, 'ID3')) return 'mp3';
  const length = readFrame(bytes, 0);
  return length !== undefined && readFrame(bytes, length) !== undefined ? 'mp3' : undefined;
};

const READERS: readonly Read[] = [
  readPdf,
  readOle,
  readZip,
  (bytes) => (beginsWith(bytes, 'Rar!\x1a\x07') ? 'rar' : undefined),
  (bytes) => (beginsWith(bytes, '7z\xbc\xaf\x27\x1c') ? '7z' : undefined),
  readMp4,
  readMp3,
  // Text has no mark of its own: only what says that it is text is taken for it.
  (bytes, claimed) => (claimed.has('txt') && isPlainText(bytes) ? 'txt' : undefined),
];

/**
 * The type that a file is by its content, whatever its name says; undefined when it is none that is kept.
 *
 * @param claimed lower-case extensions of its name and address; they decide only between types with the same content
 */
export function readFileType(
  bytes: Buffer,
  claimed: ReadonlySet<string> = new Set(),
): FileType | undefined {
  for (const read of READERS) {
    const type = read(bytes, claimed);
    if (type !== undefined) return type;
  }
  return undefined;
}
