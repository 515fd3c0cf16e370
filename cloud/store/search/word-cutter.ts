import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';
import { FIELD_WORDS } from '../../domain/search/field-words.ts';
import type { WordCutter } from '../../domain/search/word-cutter.ts';
import { findWordParts, type PlacedWord } from '../../domain/search/word-parts.ts';

/** Above what any two parts of such a word weigh together. */
const FIELD_WEIGHT = 20_000;
/** Words whose parts are remembered; about 2 MB. */
const MOST_REMEMBERED = 20_000;

/** Letters and digits of the West stay together; other letters are cut by the dictionary; the rest parts words. */
const STRETCHES = /[a-z0-9]+|(?:(?![a-z0-9])[\p{L}\p{N}\p{M}])+/gu;
const LATIN = /^[a-z0-9]/;

function loadDictionary(): Jieba {
  const require = createRequire(import.meta.url);
  const { Jieba: Loaded } = require('@node-rs/jieba') as { Jieba: typeof Jieba };
  // Not through the package's `dict`: that reads 6 MB of weights as well that we have no use for.
  const jieba = Loaded.withDict(readFileSync(require.resolve('@node-rs/jieba/dict.txt')));
  jieba.loadDict(Buffer.from(FIELD_WORDS.map((word) => `${word} ${FIELD_WEIGHT} n\n`).join('')));
  return jieba;
}

function place(words: readonly string[], from: number): PlacedWord[] {
  let at = from;
  return words.map((text) => {
    const word = { at, text };
    at += text.length;
    return word;
  });
}

/** Everything the dictionary finds in a word: one character further at least with every other first character. */
function findCandidates(jieba: Jieba, word: string): PlacedWord[] {
  let from = 0;
  return jieba.cutAll(word).map((text) => {
    const at = word.indexOf(text, from);
    from = at;
    return { at, text };
  });
}

function createWordCutter(): WordCutter {
  const jieba = loadDictionary();
  const remembered = new Map<string, PlacedWord[]>();
  const toParts = (word: string): PlacedWord[] => {
    const known = remembered.get(word);
    if (known) return known;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const parts = findWordParts(word, findCandidates(jieba, word));
    remembered.set(word, parts);
    return parts;
  };
  // Without guessing of unknown words: a name is cut into its characters, whatever stands around it.
  const cutStretch = (text: string, at: number): PlacedWord[] =>
    LATIN.test(text) ? [{ at, text }] : place(jieba.cut(text, false), at);
  const cut = (text: string): PlacedWord[] =>
    Array.from(text.matchAll(STRETCHES)).flatMap((found) => cutStretch(found[0], found.index));
  const index = (text: string): PlacedWord[] =>
    cut(text).flatMap((word) => {
      if (LATIN.test(word.text)) return [word];
      const characters = place([...word.text], word.at);
      if (characters.length === 1) return [word];
      const parts = word.text.length < 3 ? [] : toParts(word.text);
      return [word, ...parts.map((part) => ({ ...part, at: part.at + word.at })), ...characters];
    });
  return { cut, index };
}

let cutter: WordCutter | undefined;

/** The one of this process. The first call reads the dictionary, which takes 0.3 s; nobody who never searches or saves pays for it. */
export function getWordCutter(): WordCutter {
  cutter ??= createWordCutter();
  return cutter;
}
