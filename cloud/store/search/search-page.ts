import type { SearchResult } from '../../../types/search.ts';
import { markHits, toExcerpt } from '../../domain/search/highlight.ts';
import { type Phrase, readQuery, toPhrases } from '../../domain/search/read-query.ts';
import { toArticleCard } from '../article-rows.ts';
import type { Store } from '../store.ts';
import { type FoundRow, type SearchRange, searchArticles } from './search-articles.ts';
import type { SearchPlace } from './search-cursor.ts';
import { getWordCutter } from './word-cutter.ts';

/** Articles of a page. */
const PAGE = 20;
export interface FoundPage {
  items: SearchResult[];
  exact: boolean;
  /** Where it ended, when something follows. */
  next?: SearchPlace;
}

function toResult(row: FoundRow, phrases: readonly Phrase[], now: number): SearchResult {
  const cutter = getWordCutter();
  return {
    article: toArticleCard(row, now),
    title: markHits(row.title, phrases, cutter),
    excerpt: toExcerpt(row.body, phrases, cutter),
  };
}

function toPlace({ id, sort_at, in_title }: FoundRow, reading: number): SearchPlace {
  return { reading, inTitle: in_title, at: sort_at.getTime(), id };
}

/**
 * A page of what a reader looked for.
 *
 * @param typed as typed; whatever it is, it is only ever looked for
 * @param now milliseconds since the epoch
 * @param after where the page before ended
 */
export async function findSearchPage(
  store: Store,
  typed: string,
  range: SearchRange,
  now: number,
  after?: SearchPlace,
): Promise<FoundPage> {
  const readings = readQuery(typed, getWordCutter())?.readings ?? [];
  for (const [index, reading] of readings.entries()) {
    if (after && index !== after.reading) continue;
    const rows = await searchArticles(store, { reading, range, after, limit: PAGE + 1 });
    if (rows.length === 0 && !after) continue;
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    const phrases = toPhrases(reading);
    return {
      items: shown.map((row) => toResult(row, phrases, now)),
      exact: index === 0,
      // One more than shown tells that there is a next page.
      ...(rows.length > PAGE && last && { next: toPlace(last, index) }),
    };
  }
  return { items: [], exact: true };
}
