import type { ArticleCard } from '../../types/article-card.ts';
import type { Cover } from '../../types/cover.ts';
import { type ArticleState, type StoredState, toArticleState } from '../domain/article-state.ts';

/** The columns of a card, as the database gives them. */
export interface ArticleCardRow {
  id: string;
  channel_id: string;
  title: string;
  summary: string;
  source: string;
  published_at: string;
  cover: Cover | null;
  expires_at: Date | null;
}

export const ARTICLE_CARD_COLUMNS = [
  'id',
  'channel_id',
  'title',
  'summary',
  'source',
  'published_at',
  'cover',
  'expires_at',
] as const;

/** @param now milliseconds since the epoch: decides whether it is over */
export function toArticleCard(row: ArticleCardRow, now: number): ArticleCard {
  return {
    id: row.id,
    channelId: row.channel_id,
    title: row.title,
    summary: row.summary,
    source: row.source,
    publishedAt: row.published_at,
    ...(row.cover && { cover: row.cover }),
    ...(row.expires_at && row.expires_at.getTime() <= now && { expired: true }),
  };
}

/** What decides whether readers see an article. */
export interface ArticleStateRow {
  state: StoredState;
  visible_at: Date | null;
  expires_at: Date | null;
}

/** @param now milliseconds since the epoch */
export function toRowState(row: ArticleStateRow, now: number): ArticleState {
  const { state, visible_at: visibleAt, expires_at: expiresAt } = row;
  const life = {
    ...{ state, visibleAt: visibleAt?.getTime() ?? null },
    expiresAt: expiresAt?.getTime() ?? null,
  };
  return toArticleState(life, now);
}
