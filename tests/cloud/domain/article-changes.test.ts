import { describe, expect, it } from '@jest/globals';
import { applyLifeCommand, type LifeCommand } from '../../../cloud/domain/article-changes.ts';
import {
  type ArticleLife,
  type ArticleState,
  isPinned,
  PLAIN_LIFE,
  toArticleState,
} from '../../../cloud/domain/article-state.ts';
import { DAY_MS } from '../../../rules/utc8.ts';

const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const LATER = NOW + DAY_MS;

const LIVES: Record<ArticleState, ArticleLife> = {
  draft: { ...PLAIN_LIFE, state: 'draft' },
  scheduled: { ...PLAIN_LIFE, visibleAt: NOW + 2 * DAY_MS },
  published: { ...PLAIN_LIFE, visibleAt: NOW - DAY_MS },
  expired: { ...PLAIN_LIFE, expiresAt: NOW - DAY_MS },
  withdrawn: {
    ...PLAIN_LIFE,
    state: 'withdrawn',
    withdrawnAt: NOW - DAY_MS,
    withdrawnReason: '旧',
  },
};
const STATES = Object.keys(LIVES) as ArticleState[];

/** The state that a command leads to, `=` where nothing changes, or `!` and why it is refused; in the order of LIVES. */
const TABLE: [LifeCommand, Record<ArticleState, string>][] = [
  [
    { kind: 'publish' },
    {
      ...{ draft: 'published', scheduled: 'published', published: '=' },
      ...{ expired: '!expired', withdrawn: 'published' },
    },
  ],
  [
    { kind: 'schedule', at: LATER },
    {
      ...{ draft: 'scheduled', scheduled: 'scheduled', published: '!seen' },
      ...{ expired: '!seen', withdrawn: '!withdrawn' },
    },
  ],
  [
    { kind: 'schedule', at: NOW },
    {
      ...{ draft: '!past', scheduled: '!past', published: '!seen' },
      ...{ expired: '!seen', withdrawn: '!withdrawn' },
    },
  ],
  [
    { kind: 'draft' },
    {
      ...{ draft: '=', scheduled: 'draft', published: '!seen' },
      ...{ expired: '!seen', withdrawn: '!withdrawn' },
    },
  ],
  [
    { kind: 'withdraw', reason: '新' },
    {
      ...{ draft: '!unseen', scheduled: '!unseen', published: 'withdrawn' },
      ...{ expired: 'withdrawn', withdrawn: 'withdrawn' },
    },
  ],
  [
    { kind: 'withdraw', reason: '旧' },
    {
      ...{ draft: '!unseen', scheduled: '!unseen', published: 'withdrawn' },
      ...{ expired: 'withdrawn', withdrawn: '=' },
    },
  ],
  [
    { kind: 'pin', until: null },
    {
      ...{ draft: '!unseen', scheduled: 'scheduled', published: 'published' },
      ...{ expired: '!expired', withdrawn: '!withdrawn' },
    },
  ],
  [
    { kind: 'pin', until: NOW },
    {
      ...{ draft: '!unseen', scheduled: '!past', published: '!past' },
      ...{ expired: '!expired', withdrawn: '!withdrawn' },
    },
  ],
  [{ kind: 'unpin' }, { draft: '=', scheduled: '=', published: '=', expired: '=', withdrawn: '=' }],
  [
    { kind: 'expire', at: LATER },
    {
      ...{ draft: 'draft', scheduled: '!expires-first', published: 'published' },
      ...{ expired: 'published', withdrawn: 'withdrawn' },
    },
  ],
  [
    { kind: 'expire', at: NOW - 1 },
    {
      ...{ draft: 'draft', scheduled: '!expires-first', published: 'expired' },
      ...{ expired: 'expired', withdrawn: 'withdrawn' },
    },
  ],
  [
    { kind: 'expire', at: null },
    {
      ...{ draft: '=', scheduled: '=', published: '=' },
      ...{ expired: 'published', withdrawn: '=' },
    },
  ],
];

const CASES = TABLE.flatMap(([command, ends]) =>
  STATES.map((state) => ({ command, state, end: ends[state], words: JSON.stringify(command) })),
);

describe('what a command makes of an article', () => {
  it.each(CASES)('$words of one that is $state: $end', ({ command, state, end }) => {
    const outcome = applyLifeCommand(LIVES[state], command, NOW);
    const told = {
      changed: outcome.kind === 'changed' ? toArticleState(outcome.life, NOW) : '',
      unchanged: '=',
      refused: outcome.kind === 'refused' ? `!${outcome.refusal}` : '',
    }[outcome.kind];
    expect(told).toBe(end);
    // Done once more it changes nothing, but for a pin, which comes to the front again.
    if (outcome.kind === 'changed' && command.kind !== 'pin') {
      expect(applyLifeCommand(outcome.life, command, NOW).kind).toBe('unchanged');
    }
  });

  const run = (life: ArticleLife, ...commands: LifeCommand[]) =>
    commands.reduce((last, command, index) => {
      const outcome = applyLifeCommand(last, command, NOW + index);
      if (outcome.kind !== 'changed') throw new Error(JSON.stringify(outcome));
      return outcome.life;
    }, life);

  it('a withdrawal takes the pin with it, and publishing again does not bring it back', () => {
    const { published } = LIVES;
    const pinned = run(published, { kind: 'pin', until: null });
    expect(isPinned(pinned, NOW)).toBe(true);
    const withdrawn = run(pinned, { kind: 'withdraw', reason: '有误' });
    expect(withdrawn).toMatchObject({ withdrawnAt: NOW, withdrawnReason: '有误', pinnedAt: null });
    const again = run(withdrawn, { kind: 'publish' });
    expect(again).toMatchObject({ withdrawnAt: null, withdrawnReason: '', pinnedAt: null });
  });

  it('one that was withdrawn when it was over comes back with another end', () => {
    const over = run(LIVES.expired, { kind: 'withdraw', reason: '有误' });
    const early = applyLifeCommand(over, { kind: 'publish' }, NOW);
    expect(early).toEqual({ kind: 'refused', refusal: 'expires-first' });
    const back = run(over, { kind: 'expire', at: null }, { kind: 'publish' });
    expect(toArticleState(back, NOW + 1)).toBe('published');
  });

  it('nothing is planned that would be over before it appears', () => {
    const over = run(LIVES.draft, { kind: 'expire', at: LATER });
    const late = applyLifeCommand(over, { kind: 'schedule', at: LATER }, NOW);
    expect(late).toEqual({ kind: 'refused', refusal: 'expires-first' });
    expect(applyLifeCommand(over, { kind: 'publish' }, LATER)).toEqual(late);
  });
});
