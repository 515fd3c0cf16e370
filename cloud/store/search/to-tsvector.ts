import type { PlacedWord } from '../../domain/search/word-parts.ts';

/** PostgreSQL counts positions up to 16,383 only; a longer text begins again, so that its words keep their distances. */
const POSITIONS = 16_000;
/** PostgreSQL keeps no more of one word. */
const MOST_PLACES = 255;
/** Longer words (addresses, nonsense) are nothing that people type; PostgreSQL takes 2046 bytes. */
const LONGEST_WORD = 100;

/**
 * Words of letters and digits as PostgreSQL's text form of a tsvector; the position of a word is where it begins.
 *
 * @param marks stand nowhere in the text
 */
export function toTsVector(words: readonly PlacedWord[], marks: readonly string[]): string {
  const places = new Map<string, Set<number>>();
  for (const { at, text } of words) {
    if (text.length > LONGEST_WORD) continue;
    const known = places.get(text) ?? new Set();
    if (known.size < MOST_PLACES) known.add(1 + (at % POSITIONS));
    places.set(text, known);
  }
  const placed = Array.from(places, ([text, at]) => `'${text}':${[...at].join(',')}`);
  return [...placed, ...marks.map((mark) => `'${mark}'`)].join(' ');
}
