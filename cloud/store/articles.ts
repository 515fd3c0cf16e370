import type { Article } from '../../types/article.ts';
import type { ArticleCard } from '../../types/article-card.ts';
import { isShown } from '../domain/article-state.ts';
import {
  ARTICLE_CARD_COLUMNS,
  type ArticleCardRow,
  toArticleCard,
  toRowState,
} from './article-rows.ts';
import { toServableBlocks } from './blocks.ts';
import type { Page, Position } from './cursor.ts';
import { listEventCardsOfArticle } from './events.ts';
import type { Store } from './store.ts';

export interface FeedQuery {
  /** All channels when absent. */
  channelId?: string;
  after?: Position;
  limit: number;
  /** Milliseconds since the epoch; the machine's clock when absent. */
  now?: number;
}

/** One page of the feed. */
export interface FeedCards extends Page<ArticleCard> {
  /** Those at the top, on the first page alone. */
  pinned?: ArticleCard[];
}

interface FeedRow extends ArticleCardRow {
  sort_at: Date;
  /** Set in the rows of what is pinned, which come first. */
  pin: Date | null;
}

const MOST_PINNED = 5;
const COLUMNS = [...ARTICLE_CARD_COLUMNS, 'sort_at'].join(', ');
/** What readers see; `$2` is now. */
const SHOWN = `state = 'published' AND (visible_at IS NULL OR visible_at <= $2)`;

/**
 * The four forms of the feed's statement, each prepared once on every connection under its name. The first page brings what is
 * pinned along: a question of its own would cost more than the whole page.
 */
function toFeedStatement({ channelId, after, limit, now = Date.now() }: FeedQuery) {
  const values: unknown[] = [limit + 1, new Date(now)];
  const conditions = [SHOWN];
  if (channelId !== undefined) conditions.push(`channel_id = $${values.push(channelId)}`);
  const where = conditions.join(' AND ');
  const name = `feed${channelId === undefined ? '' : '-channel'}`;
  if (after) {
    const place = [values.push(new Date(after.at)), values.push(after.id)] as const;
    const text = `SELECT ${COLUMNS}, NULL::timestamptz AS pin FROM articles
      WHERE ${where} AND (sort_at, id) < ($${place[0]}, $${place[1]})
      ORDER BY sort_at DESC, id DESC LIMIT $1`;
    return { name: `${name}-after`, text, values };
  }
  const text = `(SELECT ${COLUMNS}, pinned_at AS pin FROM articles
      WHERE ${where} AND pinned_at IS NOT NULL AND (pinned_until IS NULL OR pinned_until > $2)
        AND (expires_at IS NULL OR expires_at > $2)
      ORDER BY pinned_at DESC, id DESC LIMIT ${MOST_PINNED})
    UNION ALL
    (SELECT ${COLUMNS}, NULL FROM articles WHERE ${where}
      ORDER BY sort_at DESC, id DESC LIMIT $1)
    ORDER BY pin DESC NULLS LAST, sort_at DESC, id DESC`;
  return { name, text, values };
}

/** A page of cards, newest first: of what readers see, also of what is over. */
export async function listArticleCards({ pool }: Store, query: FeedQuery): Promise<FeedCards> {
  const { now = Date.now(), limit, after } = query;
  const { rows } = await pool.query<FeedRow>(toFeedStatement({ ...query, now }));
  const pinned = rows.filter(({ pin }) => pin !== null);
  const items = rows.slice(pinned.length);
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => toArticleCard(row, now)),
    ...(after === undefined && { pinned: pinned.map((row) => toArticleCard(row, now)) }),
    // One row more than asked for tells that there is a next page.
    ...(items.length > shown.length &&
      last && { next: { at: last.sort_at.getTime(), id: last.id } }),
  };
}

function findRow({ db }: Store, id: string) {
  return db
    .selectFrom('articles')
    .innerJoin('channels', 'channels.id', 'articles.channel_id')
    .select(['articles.id', 'channel_id', 'channels.name as channel_name'])
    .select(['title', 'summary', 'source', 'published_at', 'cover'])
    .select(['blocks', 'attachments', 'origin_url'])
    .select(['state', 'visible_at', 'expires_at', 'withdrawn_at', 'withdrawn_reason'])
    .where('articles.id', '=', id)
    .executeTakeFirst();
}

type ArticleRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function toWithdrawn(row: ArticleRow): Article {
  const { id, title, source } = row;
  return {
    ...{ id, state: 'withdrawn', title, source, publishedAt: row.published_at },
    channel: { id: row.channel_id, name: row.channel_name },
    withdrawal: {
      reason: row.withdrawn_reason,
      at: (row.withdrawn_at ?? new Date(0)).toISOString(),
    },
    ...{ summary: '', blocks: [], attachments: [], events: [] },
  };
}

/**
 * An article as readers get it, with its channel and its events, soonest first; of a withdrawn one what is left of it. Undefined
 * when there is none of that id, or none that readers may know of yet.
 *
 * @param now milliseconds since the epoch
 */
export async function findArticle(
  store: Store,
  id: string,
  now = Date.now(),
): Promise<Article | undefined> {
  const row = await findRow(store, id);
  if (row === undefined) return undefined;
  const state = toRowState(row, now);
  if (state === 'withdrawn') return toWithdrawn(row);
  if (!isShown(state)) return undefined;
  const { channelId, expired: _, ...card } = toArticleCard(row, now);
  return {
    ...card,
    state,
    ...(row.expires_at && { expiresAt: row.expires_at.toISOString() }),
    channel: { id: channelId, name: row.channel_name },
    blocks: toServableBlocks(row.blocks),
    attachments: row.attachments,
    ...(row.origin_url !== null && { originUrl: row.origin_url }),
    events: await listEventCardsOfArticle(store, id),
  };
}
