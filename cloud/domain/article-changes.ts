import { type ArticleLife, type ArticleState, toArticleState } from './article-state.ts';

/** What an editor may want of an article's life. Moments are milliseconds since the epoch. */
export type LifeCommand =
  | { kind: 'publish' | 'draft' | 'unpin' }
  | { kind: 'schedule'; at: number }
  | { kind: 'withdraw'; reason: string }
  /** Null: until it is taken down. */
  | { kind: 'pin'; until: number | null }
  /** Null: never. */
  | { kind: 'expire'; at: number | null };

/** Why a command can't be done in the state that the article is in. */
export type LifeRefusal =
  /** Readers see it already. */
  | 'seen'
  /** No reader has seen it. */
  | 'unseen'
  | 'expired'
  | 'withdrawn'
  | 'past'
  /** It would expire before it appears. */
  | 'expires-first';

export type LifeOutcome =
  | { kind: 'changed'; life: ArticleLife }
  | { kind: 'unchanged' }
  | { kind: 'refused'; refusal: LifeRefusal };

const UNPINNED = { pinnedAt: null, pinnedUntil: null } as const;
const UNCHANGED: LifeOutcome = { kind: 'unchanged' };
const change = (life: ArticleLife, to: Partial<ArticleLife>): LifeOutcome => ({
  kind: 'changed',
  life: { ...life, ...to },
});
const refuse = (refusal: LifeRefusal): LifeOutcome => ({ kind: 'refused', refusal });

function publish(life: ArticleLife, state: ArticleState, now: number): LifeOutcome {
  if (state === 'published') return UNCHANGED;
  if (state === 'expired') return refuse('expired');
  const { expiresAt } = life;
  if (expiresAt !== null && expiresAt <= now) return refuse('expires-first');
  return change(life, {
    ...{ state: 'published', visibleAt: now },
    ...{ withdrawnAt: null, withdrawnReason: '' },
  });
}

function schedule(life: ArticleLife, state: ArticleState, at: number, now: number): LifeOutcome {
  if (state === 'published' || state === 'expired') return refuse('seen');
  if (state === 'withdrawn') return refuse('withdrawn');
  if (at <= now) return refuse('past');
  if (life.expiresAt !== null && life.expiresAt <= at) return refuse('expires-first');
  if (state === 'scheduled' && life.visibleAt === at) return UNCHANGED;
  return change(life, { state: 'published', visibleAt: at });
}

function putBack(life: ArticleLife, state: ArticleState): LifeOutcome {
  if (state === 'draft') return UNCHANGED;
  if (state === 'withdrawn') return refuse('withdrawn');
  if (state !== 'scheduled') return refuse('seen');
  return change(life, { state: 'draft', visibleAt: null, ...UNPINNED });
}

function withdraw(
  life: ArticleLife,
  state: ArticleState,
  reason: string,
  now: number,
): LifeOutcome {
  if (state === 'draft' || state === 'scheduled') return refuse('unseen');
  if (state === 'withdrawn') {
    return life.withdrawnReason === reason ? UNCHANGED : change(life, { withdrawnReason: reason });
  }
  return change(life, {
    ...{ state: 'withdrawn', withdrawnAt: now, withdrawnReason: reason },
    ...UNPINNED,
  });
}

function pin(
  life: ArticleLife,
  state: ArticleState,
  until: number | null,
  now: number,
): LifeOutcome {
  if (state === 'draft') return refuse('unseen');
  if (state === 'expired' || state === 'withdrawn') return refuse(state);
  if (until !== null && until <= now) return refuse('past');
  return change(life, { pinnedAt: now, pinnedUntil: until });
}

/** Of a withdrawn one too: it could not be published again while its end is past. */
function expire(life: ArticleLife, state: ArticleState, at: number | null): LifeOutcome {
  if (at === life.expiresAt) return UNCHANGED;
  const isFirst = state === 'scheduled' && at !== null && at <= (life.visibleAt ?? at);
  return isFirst ? refuse('expires-first') : change(life, { expiresAt: at });
}

/**
 * What a command makes of an article, in every state it may be in. A withdrawn one comes back by `publish` alone; what readers
 * have seen is withdrawn and never hidden without a word, since cards of it are in their chats.
 *
 * @param now milliseconds since the epoch
 */
export function applyLifeCommand(
  life: ArticleLife,
  command: LifeCommand,
  now: number,
): LifeOutcome {
  const state = toArticleState(life, now);
  switch (command.kind) {
    case 'publish':
      return publish(life, state, now);
    case 'schedule':
      return schedule(life, state, command.at, now);
    case 'draft':
      return putBack(life, state);
    case 'withdraw':
      return withdraw(life, state, command.reason, now);
    case 'pin':
      return pin(life, state, command.until, now);
    case 'unpin':
      return life.pinnedAt === null ? UNCHANGED : change(life, UNPINNED);
    case 'expire':
      return expire(life, state, command.at);
  }
}
