/** What a browser looks for before it takes text for a page (WHATWG MIME Sniffing), and what SVG and scripts begin with. */
const MARKUP =
  /<\s*(?:!doctype|!--|\?xml|html|head|body|script|iframe|svg|style|title|meta|link|table|div|img|a|br|p|h1|font|b)\b|<!--|<\?xml/i;
const MARKUP_BYTES = 4096;
// biome-ignore lint/suspicious/noControlCharactersInRegex: this looks for them
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/** True when the beginning looks like HTML, XML or SVG. */
export function isMarkup(bytes: Uint8Array): boolean {
  return MARKUP.test(Buffer.from(bytes.subarray(0, MARKUP_BYTES)).toString('latin1'));
}

function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    // Not in this encoding: that is the question.
    return undefined;
  }
}

/** True for words alone, in UTF-8 or the Chinese encoding of older programs. */
export function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || isMarkup(bytes)) return false;
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
  return text !== undefined && !CONTROLS.test(text);
}
