import type { SearchResult } from '../../../types/search.ts';
import { markHits, toExcerpt } from '../../domain/search/highlight.ts';
import { type Phrase, readQuery, toPhrases } from '../../domain/search/read-query.ts';
import { ARTICLE_CARD_COLUMNS, type ArticleCardRow, toArticleCard } from '../article-rows.ts';
import type { Store } from '../store.ts';
import { type SearchRange, searchArticles } from './search-articles.ts';
import type { Hit, SearchPlace } from './search-cursor.ts';
import { getWordCutter } from './word-cutter.ts';

/** Articles of a page. */
const PAGE = 20;
/** Characters of a body that are looked through for an excerpt. */
const LOOKED_THROUGH = 20_000;

export interface FoundPage {
  items: SearchResult[];
  exact: boolean;
  /** Where it ended, when something follows. */
  next?: SearchPlace;
}

interface FoundRow extends ArticleCardRow {
  body: string;
}

const CARDS = {
  name: 'search-cards',
  text: `SELECT ${ARTICLE_CARD_COLUMNS.map((name) => `articles.${name}`).join(', ')}, left(body, ${LOOKED_THROUGH}) AS body
    FROM articles JOIN article_search ON article_id = articles.id
    WHERE articles.id = ANY($1) ORDER BY array_position($1, articles.id)`,
};

async function readResults({ pool }: Store, hits: readonly Hit[], phrases: readonly Phrase[]) {
  const { rows } = await pool.query<FoundRow>({ ...CARDS, values: [hits.map(({ id }) => id)] });
  const cutter = getWordCutter();
  return rows.map((row) => ({
    article: toArticleCard(row),
    title: markHits(row.title, phrases, cutter),
    excerpt: toExcerpt(row.body, phrases, cutter),
  }));
}

/**
 * A page of what a reader looked for.
 *
 * @param typed as typed; whatever it is, it is only ever looked for
 * @param after where the page before ended
 */
export async function findSearchPage(
  store: Store,
  typed: string,
  range: SearchRange,
  after?: SearchPlace,
): Promise<FoundPage> {
  const readings = readQuery(typed, getWordCutter())?.readings ?? [];
  for (const [index, reading] of readings.entries()) {
    if (after && index !== after.reading) continue;
    const hits = await searchArticles(store, { reading, range, after, limit: PAGE + 1 });
    if (hits.length === 0 && !after) continue;
    const shown = hits.slice(0, PAGE);
    const last = shown.at(-1);
    return {
      items: await readResults(store, shown, toPhrases(reading)),
      exact: index === 0,
      // One more than shown tells that there is a next page.
      ...(hits.length > PAGE && last && { next: { ...last, reading: index } }),
    };
  }
  return { items: [], exact: true };
}
