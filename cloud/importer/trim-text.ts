/**
 * White space as pages use it to indent and fill: what `\s` knows (U+3000 and U+00A0 among it) and the invisible
 * characters that editors leave behind (zero-width spaces, byte order marks).
 */
const BLANK = '[\\s\\u200B-\\u200D\\u2060\\uFEFF]';

const START = new RegExp(`^${BLANK}*`, 'u');
const ONE = new RegExp(`^${BLANK}$`, 'u');
const RUNS = /\s+/gu;
/** Without a width, and no part of a sign as the joiners of emoji are. */
const INVISIBLE = /[\u200B\u2060\uFEFF]/gu;

/** True for what is surely no blank: ASCII's signs, and everything from the Chinese signs on but the byte order mark. */
const isSign = (code: number) => (code > 0x20 && code < 0x80) || (code > 0x3000 && code !== 0xfeff);

/** Most texts have nothing to trim, and every line of a page is asked. NaN, for an empty text, is no sign. */
const isTrimmed = (text: string) =>
  isSign(text.charCodeAt(0)) && isSign(text.charCodeAt(text.length - 1));

/** Where the text without its leading and trailing white space begins and ends. */
export function findTrimmed(text: string): { from: number; to: number } {
  if (isTrimmed(text)) return { from: 0, to: text.length };
  const from = START.exec(text)?.[0].length ?? 0;
  // Counted by hand: a pattern for "blanks at the end" takes quadratic time on long runs of blanks elsewhere.
  let to = text.length;
  while (to > from && ONE.test(text.charAt(to - 1))) to -= 1;
  return { from, to };
}

/** The text without the white space at its ends; nothing inside it is touched. */
export function trimText(text: string): string {
  if (isTrimmed(text)) return text;
  const { from, to } = findTrimmed(text);
  return text.slice(from, to);
}

/** The text on one line: runs of white space become one space. For titles and names, never for the body. */
export function toOneLine(text: string): string {
  return trimText(text).replace(INVISIBLE, '').replace(RUNS, ' ');
}
