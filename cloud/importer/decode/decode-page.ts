import { isUtf8 } from 'node:buffer';

/** The text of a page and how many of its characters could not be read. */
export interface DecodedPage {
  text: string;
  badCharacters: number;
}

const BYTE_ORDER_MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Browsers look for a declared encoding in the first 1024 bytes; CMS pages put long comments before it. */
const META_SEARCH_BYTES = 4096;
const META_CHARSET = /<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w:-]{1,40})/i;

/** What neither a text nor PostgreSQL can carry: controls except tab and line ends. */
const CONTROLS = new RegExp(
  `[${String.fromCharCode(0)}-${String.fromCharCode(8)}\\v\\f${String.fromCharCode(14)}-${String.fromCharCode(31)}]`,
  'g',
);

/** What servers say when nobody told them: no Chinese text is in it, and any bytes can be read as it. */
const DEFAULTS = /^(?:iso-?8859-1|latin-?1|windows-1252|us-ascii|ascii)$/i;

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // RangeError: no such encoding; TypeError: bytes that are not of it. Both mean "not this one".
    return undefined;
  }
}

function findMetaCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, META_SEARCH_BYTES));
  return META_CHARSET.exec(head)?.[1];
}

function findByteOrderMark(bytes: Uint8Array): string | undefined {
  return BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte))
    ?.encoding;
}

function toText(decoded: string): DecodedPage {
  const text = decoded.replace(CONTROLS, '');
  const badCharacters = text.includes('\uFFFD') ? text.split('\uFFFD').length - 1 : 0;
  return { text, badCharacters };
}

/**
 * Bytes → text. A byte order mark decides; bytes that are UTF-8 are UTF-8 whatever the page claims (a Chinese text in
 * GBK practically never is, while wrong declarations are common); then what the server, then what the page declares,
 * then GB18030, which contains GBK and GB2312. Never fails: what can't be read becomes U+FFFD and is counted.
 *
 * @param charset from the server's Content-Type
 */
export function decodePage(bytes: Uint8Array, charset: string | undefined): DecodedPage {
  const marked = findByteOrderMark(bytes);
  if (marked !== undefined) return toText(new TextDecoder(marked).decode(bytes));
  if (isUtf8(bytes)) return toText(new TextDecoder().decode(bytes));
  const candidates = [charset, findMetaCharset(bytes), 'gb18030'];
  for (const encoding of candidates) {
    if (encoding === undefined || DEFAULTS.test(encoding)) continue;
    const text = tryDecode(bytes, encoding);
    if (text !== undefined) return toText(text);
  }
  const attempts = ['utf-8', 'gb18030'].map((encoding) =>
    toText(new TextDecoder(encoding).decode(bytes)),
  );
  return attempts.reduce((best, next) => (next.badCharacters < best.badCharacters ? next : best));
}
