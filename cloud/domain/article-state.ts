/** What is stored: an editor's decision. */
export type StoredState = 'draft' | 'published' | 'withdrawn';

/** What an article is at a moment. It follows from the clock alone: nothing has to run for it to change. */
export type ArticleState = 'draft' | 'scheduled' | 'published' | 'expired' | 'withdrawn';

/** All that decides who sees an article, and where. Moments are milliseconds since the epoch; null is never or none. */
export interface ArticleLife {
  state: StoredState;
  /** Readers see it from then on; null: since it was published. */
  visibleAt: number | null;
  expiresAt: number | null;
  pinnedAt: number | null;
  pinnedUntil: number | null;
  withdrawnAt: number | null;
  /** Shown to readers; empty when it is not withdrawn. */
  withdrawnReason: string;
}

/** The life of an article that has just been published and of which nothing else is known. */
export const PLAIN_LIFE: ArticleLife = {
  state: 'published',
  ...{ visibleAt: null, expiresAt: null, pinnedAt: null, pinnedUntil: null, withdrawnAt: null },
  withdrawnReason: '',
};

/** @param now milliseconds since the epoch; a moment has come when the clock shows it */
export function toArticleState(
  { state, visibleAt, expiresAt }: Pick<ArticleLife, 'state' | 'visibleAt' | 'expiresAt'>,
  now: number,
): ArticleState {
  if (state !== 'published') return state;
  if (visibleAt !== null && visibleAt > now) return 'scheduled';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'published';
}

/** True for what stands in feeds and can be opened as a whole. */
export function isShown(state: ArticleState): state is 'published' | 'expired' {
  return state === 'published' || state === 'expired';
}

/** True while it stands at the top of its lists: one that is over or not there yet never does. */
export function isPinned(life: ArticleLife, now: number): boolean {
  const { pinnedAt, pinnedUntil } = life;
  const isWanted = pinnedAt !== null && (pinnedUntil === null || pinnedUntil > now);
  return isWanted && toArticleState(life, now) === 'published';
}
