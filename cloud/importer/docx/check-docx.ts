import { fail, type Result, succeed } from '../result.ts';
import { reasons } from '../words.ts';
import { unpackZip, type ZipEntry } from './unpack-zip.ts';

/** The container of Word before 2007, and of every encrypted file: a "compound file". */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const CONTENT_TYPES = '[Content_Types].xml';
const MACRO_TYPE = 'macroEnabled';
const isXml = ({ name }: ZipEntry) => /\.(xml|rels)$/i.test(name);

/** Word writes no document type; with one, an entity can stand for gigabytes or for a file of this machine. */
const hasDocumentType = ({ bytes }: ZipEntry) =>
  bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY');

/** Elements in each other. Nested tables and text boxes reach some 60; the reader of the XML calls itself for each. */
const MAX_XML_DEPTH = 400;

function isTooDeep({ bytes }: ZipEntry): boolean {
  let depth = 0;
  // A `>` in an attribute misleads this; the reader then ends by its own stack, which is a failure too (`to-html.ts`).
  for (const [tag] of bytes.toString('utf8').matchAll(/<[^!?][^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > MAX_XML_DEPTH) return true;
  }
  return false;
}

/** Whether bytes are a Word file that may be read: within limits, without password, macros and tricks of XML. */
export function checkDocx(bytes: Uint8Array): Result<void> {
  if (COMPOUND_FILE.equals(bytes.subarray(0, COMPOUND_FILE.length)))
    return fail(reasons.docxLocked);
  const entries = unpackZip(bytes);
  if (!entries.ok) return entries;
  const types = entries.value.find(({ name }) => name === CONTENT_TYPES);
  if (types === undefined) return fail(reasons.docxBroken(CONTENT_TYPES));
  const hasMacros = entries.value.some(({ name }) => /vbaProject\.bin$/i.test(name));
  if (hasMacros || types.bytes.includes(MACRO_TYPE)) return fail(reasons.docxMacros);
  const parts = entries.value.filter(isXml);
  if (parts.some(hasDocumentType)) return fail(reasons.docxBroken('DOCTYPE'));
  return parts.some(isTooDeep) ? fail(reasons.docxBroken('XML')) : succeed(undefined);
}
