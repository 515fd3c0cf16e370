import { utf8Length } from '../record/utf8-length.ts';

/** A window of jsdom has neither TextEncoder nor TextDecoder, so text is turned into bytes by hand. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(utf8Length(text));
  let at = 0;
  for (const char of text) {
    const code = toScalar(char.codePointAt(0) ?? 0);
    const more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    bytes[at] = (code >> (6 * more)) | (FIRST_BYTES[more] ?? 0);
    for (let next = 1; next <= more; next += 1) {
      bytes[at + next] = ((code >> (6 * (more - next))) & 0x3f) | 0x80;
    }
    at += more + 1;
  }
  return bytes;
}

/** Marks of the first byte, by the number of bytes that follow. */
const FIRST_BYTES = [0, 0xc0, 0xe0, 0xf0];

/** Half a surrogate pair has no bytes of its own. */
function toScalar(code: number): number {
  return code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
}

/** Bytes that are no UTF-8 become U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  if (typeof TextDecoder === 'function') return new TextDecoder().decode(bytes);
  const parts: string[] = [];
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length) {
    const [code, length] = readCharacter(bytes, at);
    parts.push(String.fromCodePoint(code));
    at += length;
  }
  return parts.join('');
}

/** First bytes of longer characters: how many follow, and the smallest code that needs them. */
const FORMS = [
  { mask: 0xe0, mark: 0xc0, more: 1, from: 0x80 },
  { mask: 0xf0, mark: 0xe0, more: 2, from: 0x800 },
  { mask: 0xf8, mark: 0xf0, more: 3, from: 0x10000 },
];

function readCharacter(bytes: Uint8Array, at: number): [code: number, length: number] {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return [first, 1];
  const form = FORMS.find(({ mask, mark }) => (first & mask) === mark);
  if (!form) return [0xfffd, 1];
  let code = first & ~form.mask & 0xff;
  for (let next = 1; next <= form.more; next += 1) {
    const byte = bytes[at + next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return [0xfffd, next];
    code = (code << 6) | (byte & 0x3f);
  }
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const isValid = code >= form.from && code <= 0x10ffff && !isSurrogate;
  return [isValid ? code : 0xfffd, form.more + 1];
}

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Null where the text is no base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.replace(/=+$/, '').length % 4 === 1) return null;
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
