import type { DocumentType } from './document-types.ts';

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
/** A PDF may have other bytes before its mark (PDF 32000-1, Annex H). */
const PDF_SEARCH_BYTES = 1024;

/** What the older and the newer formats of Office have inside: names of streams, names of zipped files. */
const OLE_STREAMS: readonly [DocumentType, string][] = [
  ['doc', 'WordDocument'],
  ['xls', 'Workbook'],
  ['xls', 'Book'],
  ['ppt', 'PowerPoint Document'],
];
const ZIPPED_FOLDERS: readonly [DocumentType, string][] = [
  ['docx', 'word/'],
  ['xlsx', 'xl/'],
  ['pptx', 'ppt/'],
];

/** The document type that a file is by its content, whatever its name says. */
export function readDocumentType(bytes: Buffer): DocumentType | undefined {
  if (bytes.subarray(0, PDF_SEARCH_BYTES).includes('%PDF-')) return 'pdf';
  if (bytes.subarray(0, OLE.length).equals(OLE)) {
    return OLE_STREAMS.find(([, stream]) => bytes.includes(Buffer.from(stream, 'utf16le')))?.[0];
  }
  if (bytes.subarray(0, ZIP.length).equals(ZIP) && bytes.includes('[Content_Types].xml')) {
    return ZIPPED_FOLDERS.find(([, folder]) => bytes.includes(folder))?.[0];
  }
  return undefined;
}
