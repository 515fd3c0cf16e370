import type { Reading } from '../../domain/search/read-query.ts';
import { isOneWord, toTsQuery } from '../../domain/search/to-tsquery.ts';
import type { ArticleCardRow } from '../article-rows.ts';
import type { Store } from '../store.ts';
import type { SearchPosition } from './search-cursor.ts';
import { type SearchBounds, toNewestStatement, toSearchStatement } from './search-statement.ts';

/** Where to look; moments are milliseconds since the epoch, `until` is the first that is no longer meant. */
export interface SearchRange {
  channelId?: string;
  from?: number;
  until?: number;
}

export interface SearchAsk {
  reading: Reading;
  range: SearchRange;
  after: SearchPosition | undefined;
  limit: number;
}

/** An article that was found: its card, its place, and its body for an excerpt. */
export interface FoundRow extends ArticleCardRow {
  sort_at: Date;
  in_title: boolean;
  body: string;
}

/** A phrase has to be looked for in every article that holds its words; after this long the newest must do. */
const PHRASE_LIMIT_MS = 1_500;
const TIMED_OUT = '57014';

function toBounds({ range, after }: SearchAsk): SearchBounds {
  const { channelId, from, until } = range;
  return {
    ...(channelId !== undefined && { channelId }),
    ...(from !== undefined && { from: new Date(from) }),
    ...(until !== undefined && { until: new Date(until) }),
    ...(after && { after: { ...after, at: new Date(after.at) } }),
  };
}

const toStatement = (ask: SearchAsk) =>
  toSearchStatement(toTsQuery(ask.reading), ask.limit, toBounds(ask));

/** With a limit of time of its own; undefined when that was not enough. */
async function searchInTime({ pool }: Store, ask: SearchAsk): Promise<FoundRow[] | undefined> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query(`BEGIN; SET LOCAL statement_timeout = ${PHRASE_LIMIT_MS}`);
    const { rows } = await client.query<FoundRow>(toStatement(ask));
    await client.query('COMMIT');
    broken = false;
    return rows;
  } catch (error) {
    if ((error as { code?: string }).code !== TIMED_OUT) throw error;
    await client.query('ROLLBACK');
    broken = false;
    return undefined;
  } finally {
    client.release(broken);
  }
}

/** What stands for an answer that takes too long: of the newest articles alone, on one page. */
async function searchNewest({ pool }: Store, ask: SearchAsk): Promise<FoundRow[]> {
  if (ask.after !== undefined) return [];
  const { rows } = await pool.query<FoundRow>(
    toNewestStatement(toTsQuery(ask.reading), ask.limit - 1, toBounds(ask)),
  );
  return rows;
}

/**
 * The first articles behind the place: with the words in the title first, then with some of them in the body, each newest
 * first (ADR 0016). A phrase whose words are common and hardly ever stand together is found among the newest articles
 * alone when looking through all takes too long.
 */
export async function searchArticles(store: Store, ask: SearchAsk): Promise<FoundRow[]> {
  if (isOneWord(ask.reading)) {
    const { rows } = await store.pool.query<FoundRow>(toStatement(ask));
    return rows;
  }
  return (await searchInTime(store, ask)) ?? searchNewest(store, ask);
}
