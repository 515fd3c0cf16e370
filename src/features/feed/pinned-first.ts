import type { FeedPage } from '../../../types/article.ts';
import type { ArticleCard } from '../../../types/article-card.ts';
import { isFeedPage } from '../../../types/generated/contract-checks.js';

/** A card in a feed, and whether it stands at its top whatever its date. */
export interface FeedCard extends ArticleCard {
  isPinned?: boolean;
}

/** What is pinned, checked apart: if it is broken, the feed reads without it. */
function toPinned(first: FeedPage | undefined): FeedCard[] {
  const pinned = { items: first?.pinned ?? [], nextCursor: null };
  return isFeedPage(pinned) ? pinned.items.map((card) => ({ ...card, isPinned: true })) : [];
}

/** The cards of each page: those that are pinned above the first one, and not again where their date would put them. */
export function putPinnedFirst(pages: readonly FeedPage[]): FeedCard[][] {
  const pinned = toPinned(pages[0]);
  const isElsewhere = ({ id }: ArticleCard) => !pinned.some((card) => card.id === id);
  return pages.map(({ items }, index) => [
    ...(index === 0 ? pinned : []),
    ...items.filter(isElsewhere),
  ]);
}
