import { sql } from 'kysely';
import type { FeedEntry } from '../domain/feed-documents.ts';
import { toServableBlocks } from './blocks.ts';
import { IS_READABLE } from './readable.ts';
import type { Store } from './store.ts';

/** Articles of a feed. */
const NEWEST = 30;

/** The newest articles whole, as the feeds for others carry them. */
export async function listFeedEntries(
  { db }: Store,
  channelId: string | undefined,
): Promise<FeedEntry[]> {
  const rows = await db
    .selectFrom('articles')
    .innerJoin('channels', 'channels.id', 'articles.channel_id')
    .select(['articles.id', 'title', 'summary', 'source', 'published_at', 'cover', 'origin_url'])
    .select(['blocks', 'attachments', 'channels.name as channel_name'])
    .where(sql<boolean>`${sql.raw(IS_READABLE)}`)
    .$if(channelId !== undefined, (query) => query.where('channel_id', '=', channelId ?? ''))
    .orderBy('sort_at', 'desc')
    .orderBy('articles.id', 'desc')
    .limit(NEWEST)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    summary: row.summary,
    source: row.source,
    publishedAt: row.published_at,
    channelName: row.channel_name,
    blocks: toServableBlocks(row.blocks),
    attachments: row.attachments,
    ...(row.origin_url !== null && { originUrl: row.origin_url }),
    ...(row.cover && { coverUrl: row.cover.url }),
  }));
}
