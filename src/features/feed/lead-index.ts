import type { ArticleCard } from '../../../types/article-card.ts';

/** A lead further down would stand below the first screen. */
const LEAD_AMONG = 3;

/** Which card of a feed's first page leads: the first of the top three that has a picture; -1 where none has. */
export function toLeadIndex(cards: readonly Pick<ArticleCard, 'cover'>[]): number {
  return cards.slice(0, LEAD_AMONG).findIndex(({ cover }) => cover !== undefined);
}
