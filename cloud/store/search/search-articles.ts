import type pg from 'pg';
import type { Reading } from '../../domain/search/read-query.ts';
import { isOneWord, toTsQuery } from '../../domain/search/to-tsquery.ts';
import { IS_READABLE } from '../readable.ts';
import type { Store } from '../store.ts';
import type { Hit, SearchPosition } from './search-cursor.ts';

/** Where to look; moments are milliseconds since the epoch, `until` is the first that is no longer meant. */
export interface SearchRange {
  channelId?: string;
  from?: number;
  until?: number;
}

/** Articles that are looked at one by one, the newest, before the index is asked. */
const WINDOW = 200;
/** A word that has so many of them or more is common: gathering all its articles would take long. */
const COMMON = 21;
/** A phrase has to be looked for in every article that holds its words; more than this and the newest must do. */
const PHRASE_LIMIT_MS = 1_500;

const ORDER = 'ORDER BY in_title DESC, sort_at DESC, article_id DESC';
const TIMED_OUT = '57014';

interface HitRow {
  article_id: string;
  sort_at: Date;
  in_title: boolean;
}

export interface SearchAsk {
  reading: Reading;
  range: SearchRange;
  after: SearchPosition | undefined;
  limit: number;
}

/** The pool, or one connection of it. */
interface Runner {
  query: <R extends pg.QueryResultRow>(config: pg.QueryConfig) => Promise<pg.QueryResult<R>>;
}

/** $1 words, $2 and $3 from and until, $4 and $5 the place after which it goes on, $6 how many, $7 the channel. */
function toValues({ reading, range, after: at, limit }: SearchAsk): unknown[] {
  return [
    toTsQuery(reading),
    range.from === undefined ? '-infinity' : new Date(range.from),
    range.until === undefined ? 'infinity' : new Date(range.until),
    at === undefined ? 'infinity' : new Date(at.at),
    at?.id ?? '',
    limit,
    ...(range.channelId === undefined ? [] : [range.channelId]),
  ];
}

const inRange = ({ channelId }: SearchRange) =>
  `sort_at >= $2 AND sort_at < $3${channelId === undefined ? '' : ' AND channel_id = $7'}`;

const toHit = (row: HitRow): Hit => ({
  id: row.article_id,
  at: row.sort_at.getTime(),
  inTitle: row.in_title,
});

/** Those of the newest articles, after the place, that hold the words anywhere. */
async function searchNewest(runner: Runner, ask: SearchAsk): Promise<Hit[]> {
  const { range } = ask;
  const { rows } = await runner.query<HitRow>({
    name: `search-newest${range.channelId === undefined ? '' : '-channel'}`,
    text: `SELECT recent.article_id, recent.sort_at, title_words @@ $1::tsquery AS in_title
      FROM (SELECT article_id, sort_at, title_words, words FROM article_search
        WHERE ${inRange(range)} AND (sort_at, article_id) < ($4, $5)
        ORDER BY sort_at DESC, article_id DESC LIMIT $6) AS recent
      JOIN articles ON articles.id = recent.article_id
      WHERE words @@ $1::tsquery AND ${IS_READABLE}
      ORDER BY recent.sort_at DESC, recent.article_id DESC`,
    values: toValues({ ...ask, limit: WINDOW }),
  });
  return rows.map(toHit);
}

/** By the index; `title`: only those that hold the words in the title. */
async function searchIndex(
  runner: Runner,
  ask: SearchAsk,
  column: 'title' | 'all',
): Promise<Hit[]> {
  const { range, after } = ask;
  const where = column === 'title' ? 'title_words' : 'words';
  // Behind the last of the titles stands the first of the bodies.
  const isPast =
    column === 'title' || after === undefined
      ? '(sort_at, article_id) < ($4, $5)'
      : after.inTitle
        ? '(NOT in_title OR (sort_at, article_id) < ($4, $5))'
        : '(NOT in_title AND (sort_at, article_id) < ($4, $5))';
  const stage = after === undefined ? 'first' : after.inTitle ? 'title' : 'body';
  const { rows } = await runner.query<HitRow>({
    name: `search-${column}-${stage}${range.channelId === undefined ? '' : '-channel'}`,
    text: `WITH found AS MATERIALIZED (
        SELECT article_id, channel_id, sort_at, title_words @@ $1::tsquery AS in_title
        FROM article_search WHERE ${where} @@ $1::tsquery)
      SELECT found.article_id, found.sort_at, in_title
      FROM (SELECT * FROM found WHERE ${inRange(range)} AND ${isPast}) AS found
      JOIN articles ON articles.id = found.article_id
      WHERE ${IS_READABLE} ${ORDER.replaceAll('sort_at', 'found.sort_at')} LIMIT $6`,
    values: toValues(ask),
  });
  return rows.map(toHit);
}

/** Runs with a limit of time of its own; undefined when that was not enough. */
async function withinLimit<T>({ pool }: Store, run: (runner: Runner) => Promise<T>) {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query(`BEGIN; SET LOCAL statement_timeout = ${PHRASE_LIMIT_MS}`);
    const found = await run(client);
    await client.query('COMMIT');
    broken = false;
    return found;
  } catch (error) {
    if ((error as { code?: string }).code !== TIMED_OUT) throw error;
    await client.query('ROLLBACK');
    broken = false;
    return undefined;
  } finally {
    client.release(broken);
  }
}

/**
 * The first articles after the place: with the words in the title first, then with some of them in the body, each newest
 * first. Two stages, as neither does for all words: the newest articles one by one answer a common word at once, the
 * index a rare one (ADR 0016). A phrase whose words are common and hardly ever stand together is found among the newest
 * alone when the index takes too long.
 */
export async function searchArticles(store: Store, ask: SearchAsk): Promise<Hit[]> {
  const { after, limit } = ask;
  const newest = await searchNewest(store.pool, ask);
  const titles = newest.filter(({ inTitle }) => inTitle);
  const bodies = newest.filter(({ inTitle }) => !inTitle);
  const inBodies = after !== undefined && !after.inTitle;
  const enough = inBodies ? bodies : titles;
  if (enough.length >= limit) return enough.slice(0, limit);
  const byIndex = async (runner: Runner): Promise<Hit[]> => {
    if (inBodies || newest.length < COMMON) return searchIndex(runner, ask, 'all');
    const rest = await searchIndex(runner, ask, 'title');
    if (rest.length >= limit) return rest;
    // A common word: the first of its bodies are among the newest articles, which begin anew behind the titles.
    const top = after ? await searchNewest(runner, { ...ask, after: undefined }) : newest;
    return [...rest, ...top.filter(({ inTitle }) => !inTitle)].slice(0, limit);
  };
  if (isOneWord(ask.reading)) return byIndex(store.pool);
  const found = await withinLimit(store, byIndex);
  return found ?? (inBodies ? bodies : [...titles, ...bodies]).slice(0, limit);
}
