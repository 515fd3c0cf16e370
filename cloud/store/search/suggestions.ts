import type { SearchSuggestion } from '../../../types/search.ts';
import { toSearchText } from '../../domain/search/search-text.ts';
import { listChannels } from '../channels.ts';
import { IS_READABLE } from '../readable.ts';
import type { Store } from '../store.ts';
import { SPAN_SIGN } from './search-spans.ts';

const MOST = 10;
const MOST_WORDS = 5;
const MOST_TITLES = 5;
/** Titles, the newest, whose words are counted and that are offered themselves. */
const TITLES = 2_000;
/** How long the words and titles are kept. */
const FRESH_MS = 60_000;

interface Title {
  id: string;
  title: string;
  /** As searching reads it. */
  text: string;
}

/** What is offered from; the same for everybody. */
interface Stock {
  channels: { id: string; name: string }[];
  /** The most frequent first. */
  words: string[];
  titles: Title[];
}

async function readWords({ pool }: Store): Promise<string[]> {
  const { rows } = await pool.query<{ word: string }>({
    name: 'suggestion-words',
    text: `SELECT word FROM ts_stat('SELECT title_words FROM article_search
        JOIN articles ON articles.id = article_id WHERE ${IS_READABLE.replaceAll("'", "''")}
        ORDER BY article_search.sort_at DESC, article_id DESC LIMIT ${TITLES}')
      WHERE char_length(word) > 1 AND word !~ '^[0-9]+$' AND NOT starts_with(word, '${SPAN_SIGN}') ORDER BY ndoc DESC, word LIMIT 5000`,
  });
  return rows.map(({ word }) => word);
}

async function readTitles({ pool }: Store): Promise<Title[]> {
  const { rows } = await pool.query<{ id: string; title: string }>({
    name: 'suggestion-titles',
    text: `SELECT id, title FROM articles WHERE ${IS_READABLE}
      ORDER BY sort_at DESC, id DESC LIMIT ${TITLES}`,
  });
  return rows.map((row) => ({ ...row, text: toSearchText(row.title) }));
}

async function readStock(store: Store): Promise<Stock> {
  const [channels, words, titles] = await Promise.all([
    listChannels(store),
    readWords(store),
    readTitles(store),
  ]);
  return { channels, words, titles };
}

/** Those that begin with it before those that only hold it; each in the order given. */
function pick<T>(
  items: readonly T[],
  toText: (item: T) => string,
  start: string,
  most: number,
): T[] {
  const first = items.filter((item) => toText(item).startsWith(start));
  if (first.length >= most) return first.slice(0, most);
  const others = items.filter((item) => toText(item).indexOf(start) > 0);
  return [...first, ...others].slice(0, most);
}

function toSuggestions({ channels, words, titles }: Stock, start: string): SearchSuggestion[] {
  return [
    ...pick(channels, ({ name }) => toSearchText(name), start, 2).map(
      ({ id, name }) => ({ kind: 'channel', text: name, id }) as const,
    ),
    ...words
      .filter((word) => word.startsWith(start) && word !== start)
      .slice(0, MOST_WORDS)
      .map((text) => ({ kind: 'word', text }) as const),
    ...pick(titles, ({ text }) => text, start, MOST_TITLES).map(
      ({ id, title }) => ({ kind: 'article', text: title, id }) as const,
    ),
  ].slice(0, MOST);
}

/**
 * What to offer while somebody types: channels, frequent words, the newest titles. Answered from memory, which is read
 * again after a minute.
 *
 * @param now milliseconds since the epoch
 */
export function createSuggestions(store: Store, now: () => number) {
  let stock: Promise<Stock> | undefined;
  let readAt = 0;
  return async (typed: string): Promise<SearchSuggestion[]> => {
    const start = toSearchText(typed).trim();
    if (start === '') return [];
    if (stock === undefined || now() - readAt >= FRESH_MS) {
      readAt = now();
      stock = readStock(store);
      stock.catch(() => {
        // Whoever waits is told; the next one asks anew.
        stock = undefined;
      });
    }
    return toSuggestions(await stock, start);
  };
}
