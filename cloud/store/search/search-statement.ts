import { ARTICLE_CARD_COLUMNS } from '../article-rows.ts';
import { IS_READABLE } from '../readable.ts';

/** Articles, the newest, in which a word is looked for to learn how common it is. */
const PROBE = 64;
/** A word that so many of them hold is common: gathering all its articles would take long. */
const COMMON = 4;
/** Articles, the newest, that are read one by one for a common word until a page is full: titles, which are short, and bodies. */
const MOST_TITLES = 500;
const MOST_BODIES = 1_500;
/** Characters of a body that are looked through for an excerpt. */
const LOOKED_THROUGH = 20_000;

/** In the title; in title and body together; there, and not all in the title. */
const IN_TITLE = 'title_words @@ $1::tsquery';
const ANYWHERE = 'words @@ $1::tsquery';
const IN_BODY = `${ANYWHERE} AND NOT ${IN_TITLE}`;

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

/**
 * Only the bounds that are given stand in the statement: with a pair of open ones PostgreSQL expects a handful of rows
 * between them, and sorts the whole table instead of walking it in order.
 */
function toConditions({ channelId, from, until, after }: SearchBounds, values: unknown[]) {
  const range = [
    ...(channelId === undefined ? [] : [`channel_id = $${values.push(channelId)}`]),
    ...(from === undefined ? [] : [`sort_at >= $${values.push(from)}`]),
    ...(until === undefined ? [] : [`sort_at < $${values.push(until)}`]),
  ];
  const inRange = range.length > 0 ? range.join(' AND ') : 'TRUE';
  const behind = after
    ? `(sort_at, article_id) < ($${values.push(after.at)}, $${values.push(after.id)})`
    : 'TRUE';
  return { inRange, behind };
}

const toNewest = (
  most: number,
  condition: string,
) => `(SELECT article_id, sort_at, title_words, words
  FROM article_search WHERE ${condition} ORDER BY sort_at DESC, article_id DESC LIMIT ${most}) AS recent`;

const COLUMNS = ARTICLE_CARD_COLUMNS.map((name) => `articles.${name}`).join(', ');

/** Names a statement by the bounds that it has. */
function toName(kind: string, { channelId, from, until, after }: SearchBounds): string {
  const stage = after === undefined ? 'first' : after.inTitle ? 'title' : 'body';
  const bounds = [channelId && 'channel', from && 'from', until && 'until'].filter(Boolean);
  return [kind, stage, ...bounds].join('-');
}

/**
 * The one statement of a search; $1 the words, $2 how many. Its parts are gated by conditions that PostgreSQL evaluates
 * once, and not at all where it can do without: a rare word costs the probe and `gathered`, a common one the probe and a
 * few of the newest rows.
 */
export function toSearchStatement(
  words: string,
  limit: number,
  bounds: SearchBounds,
): SearchStatement {
  const values: unknown[] = [words, limit];
  const { inRange, behind } = toConditions(bounds, values);
  const { after } = bounds;
  const inBodies = after !== undefined && !after.inTitle;
  const isCommon = `(SELECT hits FROM probe) >= ${COMMON}`;
  const wantsTitles = inBodies ? 'FALSE' : isCommon;
  const isPast = after?.inTitle ? `(NOT in_title OR ${behind})` : behind;
  const order = 'ORDER BY recent.sort_at DESC, article_id DESC LIMIT $2';
  const text = `WITH probe AS MATERIALIZED (
      SELECT count(*) AS hits FROM ${toNewest(PROBE, `${inRange} AND ${behind}`)} WHERE ${ANYWHERE}),
    newest_titles AS MATERIALIZED (
      SELECT article_id, recent.sort_at FROM ${toNewest(MOST_TITLES, `${inRange} AND ${behind}`)}
      WHERE ${wantsTitles} AND ${IN_TITLE} AND ${READABLE} ${order}),
    all_titles AS MATERIALIZED (
      SELECT article_id, channel_id, sort_at FROM article_search
      WHERE ${wantsTitles} AND (SELECT count(*) FROM newest_titles) < $2 AND ${IN_TITLE}),
    titles AS MATERIALIZED (
      SELECT article_id, sort_at FROM newest_titles
      UNION
      SELECT article_id, sort_at FROM all_titles WHERE ${inRange} AND ${behind} AND ${READABLE}),
    bodies AS MATERIALIZED (
      SELECT article_id, recent.sort_at
      FROM ${toNewest(MOST_BODIES, inBodies ? `${inRange} AND ${behind}` : inRange)}
      WHERE ${isCommon} AND (SELECT count(*) FROM titles) < $2 AND ${IN_BODY} AND ${READABLE} ${order}),
    gathered AS MATERIALIZED (
      SELECT article_id, channel_id, sort_at, ${IN_TITLE} AS in_title FROM article_search
      WHERE (NOT (${isCommon})
          OR (SELECT count(*) FROM titles) + (SELECT count(*) FROM bodies) < $2) AND ${ANYWHERE}),
    found AS (
      SELECT article_id, sort_at, TRUE AS in_title FROM titles
      UNION SELECT article_id, sort_at, FALSE FROM bodies
      UNION SELECT article_id, sort_at, in_title FROM gathered
        WHERE ${inRange} AND ${isPast}${inBodies ? ' AND NOT in_title' : ''})
    SELECT ${COLUMNS}, found.sort_at, in_title, left(body, ${LOOKED_THROUGH}) AS body
    FROM (SELECT * FROM (SELECT * FROM found ORDER BY in_title DESC, sort_at DESC, article_id DESC) AS found
      WHERE ${READABLE} LIMIT $2) AS found
    JOIN articles ON articles.id = found.article_id
    JOIN article_search USING (article_id)
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
  const { inRange, behind } = toConditions(bounds, values);
  const text = `SELECT ${COLUMNS}, recent.sort_at, recent.title_words @@ $1::tsquery AS in_title,
      left(body, ${LOOKED_THROUGH}) AS body
    FROM ${toNewest(MOST_TITLES, `${inRange} AND ${behind}`)} JOIN article_search USING (article_id)
    JOIN articles ON articles.id = article_id
    WHERE recent.words @@ $1::tsquery AND ${IS_READABLE}
    ORDER BY in_title DESC, recent.sort_at DESC, article_id DESC LIMIT $2`;
  return { name: toName('search-newest', bounds), text, values };
}
