import { toSearchText } from './search-text.ts';
import { SYNONYMS } from './synonyms.ts';
import type { WordCutter } from './word-cutter.ts';
import type { PlacedWord } from './word-parts.ts';

/** Words that stand in this order and at these distances; a single word is a phrase too. */
export type Phrase = readonly PlacedWord[];

/** One way of reading a query. */
export interface Reading {
  /** All of them are asked for; of each, any of its phrases will do. */
  groups: readonly (readonly Phrase[])[];
}

/** What a query asks for. */
export interface SearchQuery {
  /** The strictest reading first; the next is for when it finds nothing at all. */
  readings: readonly Reading[];
}

/** What stands between spaces and marks; a number or name with a mark inside (0750-3507000, a.b) stays one. */
const RUNS = /[a-z0-9]+(?:[-._/@:][a-z0-9]+)+|[\p{L}\p{N}\p{M}]+/gu;
const MOST_RUNS = 8;
/** Ways to say one run with synonyms. */
const MOST_VARIANTS = 12;

const isCharacter = ({ text }: PlacedWord) => [...text].length === 1 && !/^[a-z0-9]$/.test(text);

/** The longest word of the table that begins with this word of the run and ends with one. */
function findSynonym(words: readonly PlacedWord[], first: number): [string, number] | undefined {
  let text = '';
  let found: [string, number] | undefined;
  for (let next = first; next < words.length; next += 1) {
    text += words[next]?.text ?? '';
    if (SYNONYMS.has(text)) found = [text, next + 1];
  }
  return found;
}

/** The run itself first, then what else it may mean: 江门妇联, 江门妇女联合会, 江门市妇联 … */
function toVariants(run: string, { cut }: WordCutter): string[] {
  const words = cut(run);
  let variants = [''];
  let from = 0;
  for (let n = 0; n < words.length; ) {
    const [word, next] = findSynonym(words, n) ?? [words[n]?.text ?? '', n + 1];
    const at = words[n]?.at ?? 0;
    const before = run.slice(from, at);
    const choices = [word, ...(SYNONYMS.get(word) ?? [])];
    variants = variants
      .flatMap((start) => choices.map((choice) => start + before + choice))
      .slice(0, MOST_VARIANTS);
    from = at + word.length;
    n = next;
  }
  return variants;
}

/** Characters in a row stay in a row; between words a lone one (和, 的) says little and is left out. */
function toLoosePhrases(words: Phrase): Phrase[] {
  const phrases: PlacedWord[][] = [];
  let previous: PlacedWord | undefined;
  for (const word of words) {
    const joins = previous && isCharacter(word) && isCharacter(previous);
    if (joins) phrases.at(-1)?.push(word);
    else phrases.push([word]);
    previous = word;
  }
  const telling = phrases.filter(([first, second]) => second ?? (first && !isCharacter(first)));
  return telling.length > 0 ? telling : phrases;
}

function toCharacters(words: Phrase): Phrase {
  return words.flatMap((word) =>
    /^[a-z0-9]/.test(word.text)
      ? [word]
      : Array.from(word.text, (text, n) => ({ at: word.at + n, text })),
  );
}

/**
 * Reads what somebody typed. A run without spaces is a phrase: its words side by side, each as a word or by a synonym;
 * several runs are all asked for, anywhere. Where that finds nothing, a run that is no words (a name cut short) is looked
 * for character by character, and then its words anywhere in the text.
 *
 * @returns undefined when it holds nothing to look for: empty, marks or emoji alone
 */
export function readQuery(typed: string, cutter: WordCutter): SearchQuery | undefined {
  const runs = (toSearchText(typed).match(RUNS) ?? []).slice(0, MOST_RUNS);
  if (runs.length === 0) return undefined;
  const cuts = runs.map((run) => toVariants(run, cutter).map(cutter.cut));
  const readings: Reading[] = [{ groups: cuts }];
  const own = cuts.map(([first = []]) => first);
  const isBroken = (words: Phrase) => words.length > 1 && words.some(isCharacter);
  if (own.some((words) => isBroken(words) && !words.every(isCharacter))) {
    readings.push({ groups: own.map((words) => [isBroken(words) ? toCharacters(words) : words]) });
  }
  const loose = own.flatMap((words) => toLoosePhrases(words).map((phrase) => [phrase]));
  if (loose.length > own.length) readings.push({ groups: loose });
  return { readings };
}

/** The phrases of a reading in the words that were typed or meant, the longest first: what is marked in an answer. */
export function toPhrases({ groups }: Reading): Phrase[] {
  const length = (phrase: Phrase) => phrase.reduce((sum, { text }) => sum + text.length, 0);
  return groups.flat().sort((a, b) => length(b) - length(a));
}
