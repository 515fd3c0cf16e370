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

/** Where a page begins: at the top, or behind a place among the titles or the bodies. */
export type Stage = 'first' | 'title' | 'body';

/** In the title; in title and body together; there, and not all in the title. */
const IN_TITLE = 'title_words @@ $1::tsquery';
const ANYWHERE = 'words @@ $1::tsquery';
const IN_BODY = `${ANYWHERE} AND NOT ${IN_TITLE}`;

const BEHIND = '(sort_at, article_id) < ($4, $5)';

/** Asked row by row, of the few that are left: as a join it would read all articles. */
const READABLE = `(SELECT ${IS_READABLE} FROM articles WHERE articles.id = article_id)`;

function toParts(inRange: string) {
  const newest = (most: number, behind: boolean) => `(SELECT article_id, sort_at, title_words, words
    FROM article_search WHERE ${inRange}${behind ? ` AND ${BEHIND}` : ''}
    ORDER BY sort_at DESC, article_id DESC LIMIT ${most}) AS recent`;
  const order = 'ORDER BY recent.sort_at DESC, article_id DESC LIMIT $6';
  return { newest, order };
}

/**
 * The one statement of a search: $1 the words, $2 and $3 from and until, $4 and $5 the place behind which it goes on (infinity at the top), $6 how
 * many, $7 the channel. Its parts are gated by conditions that PostgreSQL evaluates once, and not at all where it can do
 * without: a rare word costs the probe and `gathered`, a common one the probe and a few of the newest rows.
 */
export function toSearchStatement(stage: Stage, ofChannel: boolean): string {
  const inRange = `sort_at >= $2 AND sort_at < $3${ofChannel ? ' AND channel_id = $7' : ''}`;
  const { newest, order } = toParts(inRange);
  const isCommon = `(SELECT hits FROM probe) >= ${COMMON}`;
  const isPast = {
    first: 'TRUE',
    title: `(NOT in_title OR ${BEHIND})`,
    body: `(NOT in_title AND ${BEHIND})`,
  };
  return `WITH probe AS MATERIALIZED (
      SELECT count(*) AS hits FROM ${newest(PROBE, true)} WHERE ${ANYWHERE}),
    newest_titles AS MATERIALIZED (
      SELECT article_id, recent.sort_at FROM ${newest(MOST_TITLES, true)}
      WHERE ${stage === 'body' ? 'FALSE' : isCommon} AND ${IN_TITLE} AND ${READABLE} ${order}),
    all_titles AS MATERIALIZED (
      SELECT article_id, channel_id, sort_at FROM article_search
      WHERE ${stage === 'body' ? 'FALSE' : isCommon}
        AND (SELECT count(*) FROM newest_titles) < $6 AND ${IN_TITLE}),
    titles AS MATERIALIZED (
      SELECT article_id, sort_at FROM newest_titles
      UNION
      SELECT article_id, recent.sort_at FROM (
        SELECT * FROM all_titles WHERE ${inRange} AND ${BEHIND}) AS recent WHERE ${READABLE}),
    bodies AS MATERIALIZED (
      SELECT article_id, recent.sort_at FROM ${newest(MOST_BODIES, stage === 'body')}
      WHERE ${isCommon} AND (SELECT count(*) FROM titles) < $6 AND ${IN_BODY} AND ${READABLE} ${order}),
    gathered AS MATERIALIZED (
      SELECT article_id, channel_id, sort_at, ${IN_TITLE} AS in_title FROM article_search
      WHERE (NOT (${isCommon})
          OR (SELECT count(*) FROM titles) + (SELECT count(*) FROM bodies) < $6) AND ${ANYWHERE}),
    found AS (
      SELECT article_id, sort_at, TRUE AS in_title FROM titles
      UNION SELECT article_id, sort_at, FALSE FROM bodies
      UNION SELECT article_id, sort_at, in_title FROM gathered WHERE ${inRange} AND ${isPast[stage]})
    SELECT ${ARTICLE_CARD_COLUMNS.map((name) => `articles.${name}`).join(', ')},
      found.sort_at, in_title, left(body, ${LOOKED_THROUGH}) AS body
    FROM (SELECT * FROM (SELECT * FROM found ORDER BY in_title DESC, sort_at DESC, article_id DESC) AS found
      WHERE ${READABLE} LIMIT $6) AS found
    JOIN articles ON articles.id = found.article_id
    JOIN article_search USING (article_id)
    ORDER BY in_title DESC, found.sort_at DESC, found.article_id DESC`;
}

/** What is left when the whole is too much: the newest articles alone. */
export function toNewestStatement(ofChannel: boolean): string {
  const inRange = `sort_at >= $2 AND sort_at < $3${ofChannel ? ' AND channel_id = $7' : ''}`;
  const { newest } = toParts(inRange);
  return `SELECT ${ARTICLE_CARD_COLUMNS.map((name) => `articles.${name}`).join(', ')},
      recent.sort_at, ${IN_TITLE.replace('title_words', 'recent.title_words')} AS in_title,
      left(body, ${LOOKED_THROUGH}) AS body
    FROM ${newest(MOST_TITLES, true)} JOIN article_search USING (article_id)
    JOIN articles ON articles.id = article_id
    WHERE recent.words @@ $1::tsquery AND ${IS_READABLE}
    ORDER BY in_title DESC, recent.sort_at DESC, article_id DESC LIMIT $6`;
}
