import type { PlacedWord } from './word-parts.ts';

/** What cuts Chinese text into words; the store holds the one with the dictionary. Texts as `search-text.ts` gives them. */
export interface WordCutter {
  /** One after the other, as a reader parts them. */
  cut: (text: string) => PlacedWord[];
  /** All that the text can be found by: those words, the words inside them, and every Chinese character. */
  index: (text: string) => PlacedWord[];
}
