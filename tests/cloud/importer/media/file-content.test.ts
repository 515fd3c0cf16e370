import { describe, expect, it } from '@jest/globals';
import { readFileType } from '../../../../cloud/importer/media/file-content.ts';
import { DOCUMENTS, zip } from './media-files.ts';

const GBK = Buffer.from('b8bdbcfe', 'hex');
const claims = (...extensions: string[]) => new Set(extensions);

describe('files by their content', () => {
  it.each(Object.entries(DOCUMENTS))('%s', (type, bytes) => {
    expect(readFileType(bytes)).toBe(type);
    expect(readFileType(bytes, claims('html'))).toBe(type);
  });

  it.each([
    ['wps', DOCUMENTS.doc],
    ['et', DOCUMENTS.xls],
    ['dps', DOCUMENTS.ppt],
    ['txt', Buffer.from('附件一\n')],
    ['txt', GBK],
  ])('%s where it says so', (type, bytes) => {
    expect(readFileType(bytes, claims(type))).toBe(type);
    expect(readFileType(bytes, claims('pdf'))).not.toBe(type);
  });

  it.each([
    ['HTML named pdf', Buffer.from('<html>%PD'), 'pdf'],
    ['HTML that also is a PDF', Buffer.from('<html><script>1</script>%PDF-1.4'), 'pdf'],
    ['HTML named txt', Buffer.from('好 <script>1</script>'), 'txt'],
    ['SVG named txt', Buffer.from('<?xml version="1.0"?><svg/>'), 'txt'],
    ['a program named txt', Buffer.from('MZ\x90\0\x03\0', 'latin1'), 'txt'],
    ['an empty file', Buffer.alloc(0), 'txt'],
    ['a zip cut off', DOCUMENTS.docx.subarray(0, 40), 'docx'],
    ['macros', zip('[Content_Types].xml', 'word/', 'word/vbaProject.bin'), 'docx'],
    ['an OLE file of another kind', DOCUMENTS.doc.subarray(0, 8), 'doc'],
    ['QuickTime', Buffer.from('\0\0\0\x18ftypqt  \0\0\0\0qt  ', 'latin1'), 'mp4'],
    ['one frame of MP3', DOCUMENTS.mp3.subarray(0, 417), 'mp3'],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), ''],
  ])('%s is none', (_name, bytes, claimed) => {
    expect(readFileType(bytes, claims(claimed))).toBeUndefined();
  });
});
