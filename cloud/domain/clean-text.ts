/** Every kind of space and line end, in a row (`\s` would count U+FEFF, which has no width). */
const SPACES = /[\p{Z}\t-\r\u0085]+/gu;

/** What joins emoji to one (👩‍👧) or says that a sign is meant as one (❤️): invisible, but not superfluous. */
const EMOJI_GLUE = [
  '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}]\\uFE0F?)\\u200D(?=\\p{Extended_Pictographic})',
  '(?<=\\p{Emoji})\\uFE0F',
].join('|');

/**
 * Controls, marks of zero width or of writing direction, lone surrogates, private and unassigned code points. A pair
 * whose halves stand apart in the text is not put together by removing what is between them: each is lone.
 */
const INVISIBLE = new RegExp(`(?!${EMOJI_GLUE})[\\p{C}\\p{Default_Ignorable_Code_Point}]`, 'gu');

/** Text on one line without anything invisible: spaces and line ends become one space, none at the ends. */
export function cleanText(text: string): string {
  return text.replace(SPACES, ' ').replace(INVISIBLE, '').replace(/ +/g, ' ').trim();
}
