import type { TextPart } from '../../../types/search.ts';
import type { Phrase } from './read-query.ts';
import { readSearchText } from './search-text.ts';
import type { WordCutter } from './word-cutter.ts';

/** Characters of an excerpt, and how many of them stand before the first hit. */
const EXCERPT = 90;
const LEAD = 24;
/** Places in a text that are looked at for one phrase: a word that is none there (女儿 in 妇女儿童) may come often. */
const MOST_LOOKS = 20;

/** Characters before and after a hit that decide how it is cut. */
const SURROUNDINGS = 10;

interface Range {
  start: number;
  end: number;
}

function toLiteral(phrase: Phrase): string {
  let text = '';
  const from = phrase[0]?.at ?? 0;
  for (const word of phrase) text = text.padEnd(word.at - from, '\0') + word.text;
  return text;
}

/** Where the phrase stands from `from` on, whether as words or not; marks inside it (0750-3507000) may be any. */
function* findLiterally(text: string, phrase: Phrase): Generator<number> {
  const literal = toLiteral(phrase);
  const first = literal.split('\0')[0] ?? '';
  let at = text.indexOf(first);
  for (let looks = 0; at >= 0 && looks < MOST_LOOKS; looks += 1) {
    const start = at;
    if (phrase.every((w) => text.startsWith(w.text, start + w.at - (phrase[0]?.at ?? 0)))) yield at;
    at = text.indexOf(first, at + 1);
  }
}

/** True when the phrase is words there, as far as its surroundings tell. */
function areWords(text: string, at: number, phrase: Phrase, { index }: WordCutter): boolean {
  const from = Math.max(0, at - SURROUNDINGS);
  const end = at + toLiteral(phrase).length + SURROUNDINGS;
  const shift = at - from - (phrase[0]?.at ?? 0);
  const words = new Set(index(text.slice(from, end)).map((word) => `${word.at}:${word.text}`));
  return phrase.every((word) => words.has(`${word.at + shift}:${word.text}`));
}

/** Where the phrases stand as words; the longest is taken where they overlap. */
function findHits(text: string, phrases: readonly Phrase[], cutter: WordCutter): Range[] {
  const hits: Range[] = [];
  for (const phrase of phrases) {
    for (const at of findLiterally(text, phrase)) {
      const end = at + toLiteral(phrase).length;
      const isFree = hits.every((hit) => end <= hit.start || at >= hit.end);
      if (isFree && areWords(text, at, phrase, cutter)) hits.push({ start: at, end });
    }
  }
  return hits.sort((a, b) => a.start - b.start);
}

/** The text in parts, those that were looked for marked; together they are the text. */
export function markHits(
  original: string,
  phrases: readonly Phrase[],
  cutter: WordCutter,
): TextPart[] {
  const { text, origins } = readSearchText(original);
  const parts: TextPart[] = [];
  let from = 0;
  const add = (end: number, hit: boolean) => {
    if (end > from) parts.push({ text: original.slice(from, end), hit });
    from = Math.max(from, end);
  };
  for (const { start, end } of findHits(text, phrases, cutter)) {
    add(origins[start] ?? 0, false);
    add(origins[end] ?? original.length, true);
  }
  add(original.length, false);
  return parts;
}

const isHighHalf = (code: number) => code >= 0xd800 && code <= 0xdbff;

/** Cuts between characters, not within one. */
function toWindow(body: string, at: number): string {
  const from = Math.max(0, at);
  const start = from > 0 && isHighHalf(body.charCodeAt(from - 1)) ? from - 1 : from;
  const to = Math.min(body.length, start + EXCERPT);
  const end = to < body.length && isHighHalf(body.charCodeAt(to - 1)) ? to - 1 : to;
  return `${start > 0 ? '…' : ''}${body.slice(start, end)}${end < body.length ? '…' : ''}`;
}

/**
 * Some 90 characters of a body around the first place where it holds what was looked for; its beginning, unmarked, when it
 * holds nothing of it.
 */
export function toExcerpt(
  body: string,
  phrases: readonly Phrase[],
  cutter: WordCutter,
): TextPart[] {
  const { text, origins } = readSearchText(body);
  for (const phrase of phrases) {
    for (const at of findLiterally(text, phrase)) {
      const parts = markHits(toWindow(body, (origins[at] ?? 0) - LEAD), phrases, cutter);
      if (parts.some(({ hit }) => hit)) return parts;
    }
  }
  return body === '' ? [] : [{ text: toWindow(body, 0), hit: false }];
}
