import { describe, expect, it } from '@jest/globals';
import { readDocumentType } from '../../../../cloud/importer/media/document-content.ts';
import { DOCUMENTS, makeImage } from './media-files.ts';

describe('documents by their content', () => {
  it.each(Object.entries(DOCUMENTS))('%s', (type, bytes) => {
    expect(readDocumentType(bytes)).toBe(type);
  });

  it.each([
    ['HTML', Buffer.from('<html>%PD')],
    ['a plain zip', Buffer.from('PK\x03\x04word/')],
    ['a zip of another kind', Buffer.from('PK\x03\x04[Content_Types].xml')],
    ['an older Office file of another kind', DOCUMENTS.doc.subarray(0, 8)],
    ['a picture', makeImage.png(1, 1)],
    ['nothing', Buffer.alloc(0)],
  ])('%s is none', (_name, bytes) => {
    expect(readDocumentType(bytes)).toBeUndefined();
  });
});
