import type { Article } from '../../types/article.ts';
import type { ArticleCard } from '../../types/article-card.ts';
import { ARTICLE_CARD_COLUMNS, type ArticleCardRow, toArticleCard } from './article-rows.ts';
import { toServableBlocks } from './blocks.ts';
import type { Page, Position } from './cursor.ts';
import { listEventCardsOfArticle } from './events.ts';
import type { Store } from './store.ts';

export interface FeedQuery {
  /** All channels when absent. */
  channelId?: string;
  after?: Position;
  limit: number;
}

interface FeedRow extends ArticleCardRow {
  sort_at: Date;
}

/** The four forms of the feed's statement, each prepared once on every connection under its name. */
function toFeedStatement({ channelId, after, limit }: FeedQuery) {
  const values: unknown[] = [limit + 1];
  const conditions: string[] = [];
  if (channelId !== undefined) conditions.push(`channel_id = $${values.push(channelId)}`);
  if (after) {
    const at = values.push(new Date(after.at));
    conditions.push(`(sort_at, id) < ($${at}, $${values.push(after.id)})`);
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return {
    name: `feed${channelId === undefined ? '' : '-channel'}${after ? '-after' : ''}`,
    text: `SELECT ${ARTICLE_CARD_COLUMNS.join(', ')}, sort_at FROM articles ${where}
      ORDER BY sort_at DESC, id DESC LIMIT $1`,
    values,
  };
}

/** A page of cards, newest first. */
export async function listArticleCards(
  { pool }: Store,
  query: FeedQuery,
): Promise<Page<ArticleCard>> {
  const { rows } = await pool.query<FeedRow>(toFeedStatement(query));
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toArticleCard),
    // One row more than asked for tells that there is a next page.
    ...(rows.length > shown.length &&
      last && { next: { at: last.sort_at.getTime(), id: last.id } }),
  };
}

/** An article with its channel and its events, soonest first; undefined when there is none of that id. */
export async function findArticle(store: Store, id: string): Promise<Article | undefined> {
  const row = await store.db
    .selectFrom('articles')
    .innerJoin('channels', 'channels.id', 'articles.channel_id')
    .select(['articles.id', 'channel_id', 'channels.name as channel_name'])
    .select(['title', 'summary', 'source', 'published_at', 'cover'])
    .select(['blocks', 'attachments', 'origin_url'])
    .where('articles.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { channelId, ...card } = toArticleCard(row);
  return {
    ...card,
    channel: { id: channelId, name: row.channel_name },
    blocks: toServableBlocks(row.blocks),
    attachments: row.attachments,
    ...(row.origin_url !== null && { originUrl: row.origin_url }),
    events: await listEventCardsOfArticle(store, id),
  };
}
