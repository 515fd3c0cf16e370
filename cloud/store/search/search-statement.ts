import { ARTICLE_CARD_COLUMNS } from '../article-rows.ts';
import { IS_READABLE } from '../readable.ts';
import { EDGES, toSpans } from './search-spans.ts';

/** What is searched when a search of all takes too long: the newest articles. */
const NEWEST = 500;
/** Characters of a body that are looked through for an excerpt. */
const LOOKED_THROUGH = 20_000;

const IN_TITLE = 'title_words @@ $1::tsquery';

/** Where to look and how far it has come; moments as the database takes them. */
export interface SearchBounds {
  channelId?: string;
  from?: Date;
  until?: Date;
  /** The place behind which it goes on. */
  after?: { at: Date; id: string; inTitle: boolean };
}

export interface SearchStatement {
  /** The same for the same text, so that it is prepared once on every connection. */
  name: string;
  text: string;
  values: unknown[];
}

/** Asked row by row, of the few that are left: as a join it would read all articles. */
const READABLE = `(SELECT ${IS_READABLE} FROM articles WHERE articles.id = article_id)`;

/** How far a part of the search reaches, in SQL. */
interface Reach {
  /** Which articles count. */
  articles: string;
  /** Which spans of time may hold any. */
  spans: string;
  /** Where the spans are short: at the newest article that is wanted. */
  around: string;
}

const all = (conditions: readonly string[]) =>
  conditions.length > 0 ? conditions.join(' AND ') : 'TRUE';

/** From the newest article on, and behind the place of the cursor. Only bounds that are given stand in the statement. */
function toReaches(bounds: SearchBounds, values: unknown[]): { whole: Reach; behind: Reach } {
  const { channelId, from, until, after } = bounds;
  const articles: string[] = [];
  const spans: string[] = [];
  let around = 'now()';
  if (channelId !== undefined) articles.push(`channel_id = $${values.push(channelId)}`);
  if (from !== undefined) {
    const value = `$${values.push(from)}`;
    articles.push(`sort_at >= ${value}`);
    spans.push(`before > ${value}`);
  }
  if (until !== undefined) {
    around = `$${values.push(until)}`;
    articles.push(`sort_at < ${around}`);
    spans.push(`since < ${around}`);
  }
  const whole: Reach = { articles: all(articles), spans: all(spans), around };
  if (after === undefined) return { whole, behind: whole };
  const [at, id] = [`$${values.push(after.at)}`, `$${values.push(after.id)}`];
  return {
    whole,
    behind: {
      articles: all([...articles, `(sort_at, article_id) < (${at}, ${id})`]),
      spans: all([...spans, `since <= ${at}`]),
      around: at,
    },
  };
}

const COLUMNS = ARTICLE_CARD_COLUMNS.map((name) => `articles.${name}`).join(', ');

/** Names a statement by the bounds that it has. */
function toName(kind: string, { channelId, from, until, after }: SearchBounds): string {
  const stage = after === undefined ? 'first' : after.inTitle ? 'title' : 'body';
  const bounds = [channelId && 'channel', from && 'from', until && 'until'].filter(Boolean);
  return [kind, stage, ...bounds].join('-');
}

/**
 * The newest articles that hold the words in a column, as many as wanted at most, from one span of time after the other until there are
 * enough. The index itself tells which articles of a span hold them, so that it hardly matters how many there are in all.
 * `OFFSET 0` keeps PostgreSQL from walking the dates instead, and from asking of every article whether it may be read. A
 * nested loop, the only way to join LATERAL, keeps the order of the spans.
 */
const toTier = (
  column: 'title_words' | 'words',
  limit: number,
  { articles, spans, around }: Reach,
) => `
    SELECT found.article_id, found.sort_at
    FROM ${toSpans(around, spans)} CROSS JOIN LATERAL (
      SELECT article_id, sort_at FROM (
        SELECT article_id, sort_at FROM (
          SELECT article_id, channel_id, sort_at, title_words FROM article_search
          WHERE ${column} @@ (span.mark::tsquery && $1::tsquery) OFFSET 0) AS held
        WHERE sort_at >= span.since AND sort_at < span.before AND ${articles}
        ORDER BY sort_at DESC, article_id DESC OFFSET 0) AS sorted
      WHERE ${READABLE} LIMIT ${limit}) AS found
    LIMIT ${limit}`;

/**
 * The one statement of a search: titles, and while they are too few bodies; $1 the words. How many are wanted stands in it:
 * as a value PostgreSQL would plan anew each time, which takes as long as the search.
 *
 * @param limit always the same
 */
export function toSearchStatement(
  words: string,
  limit: number,
  bounds: SearchBounds,
): SearchStatement {
  const values: unknown[] = [words];
  const { whole, behind } = toReaches(bounds, values);
  const areTitlesOver = bounds.after?.inTitle === false;
  const titles = areTitlesOver ? { ...whole, spans: 'FALSE' } : behind;
  const bodies = areTitlesOver ? behind : whole;
  const text = `WITH ${EDGES},
    titles AS MATERIALIZED (${toTier('title_words', limit, titles)}),
    bodies AS MATERIALIZED (${toTier('words', limit, {
      ...bodies,
      articles: `${bodies.articles} AND NOT ${IN_TITLE}`,
      spans: `${bodies.spans} AND (SELECT count(*) FROM titles) < ${limit}`,
    })}),
    found AS (
      SELECT article_id, sort_at, TRUE AS in_title FROM titles
      UNION ALL SELECT article_id, sort_at, FALSE FROM bodies
      ORDER BY in_title DESC, sort_at DESC, article_id DESC LIMIT ${limit})
    SELECT ${COLUMNS}, found.sort_at, in_title, left(body, ${LOOKED_THROUGH}) AS body
    FROM found JOIN articles ON articles.id = found.article_id JOIN article_search USING (article_id)
    ORDER BY in_title DESC, found.sort_at DESC, found.article_id DESC`;
  return { name: toName('search', bounds), text, values };
}

/** What is left when the whole is too much: the newest articles alone. */
export function toNewestStatement(
  words: string,
  limit: number,
  bounds: SearchBounds,
): SearchStatement {
  const values: unknown[] = [words, limit];
  const { behind } = toReaches(bounds, values);
  const text = `SELECT ${COLUMNS}, recent.sort_at, recent.title_words @@ $1::tsquery AS in_title,
      left(body, ${LOOKED_THROUGH}) AS body
    FROM (SELECT article_id, sort_at, title_words, words FROM article_search WHERE ${behind.articles}
      ORDER BY sort_at DESC, article_id DESC LIMIT ${NEWEST}) AS recent
    JOIN article_search USING (article_id) JOIN articles ON articles.id = article_id
    WHERE recent.words @@ $1::tsquery AND ${IS_READABLE}
    ORDER BY in_title DESC, recent.sort_at DESC, article_id DESC LIMIT $2`;
  return { name: toName('search-newest', bounds), text, values };
}
