import type { ArticleCard } from '../../types/article-card.ts';
import type { Cover } from '../../types/cover.ts';

/** The columns of a card, as the database gives them. */
export interface ArticleCardRow {
  id: string;
  channel_id: string;
  title: string;
  summary: string;
  source: string;
  published_at: string;
  cover: Cover | null;
}

export const ARTICLE_CARD_COLUMNS = [
  'id',
  'channel_id',
  'title',
  'summary',
  'source',
  'published_at',
  'cover',
] as const;

export function toArticleCard(row: ArticleCardRow): ArticleCard {
  return {
    id: row.id,
    channelId: row.channel_id,
    title: row.title,
    summary: row.summary,
    source: row.source,
    publishedAt: row.published_at,
    ...(row.cover && { cover: row.cover }),
  };
}
