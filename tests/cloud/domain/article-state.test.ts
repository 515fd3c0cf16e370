import { describe, expect, it } from '@jest/globals';
import {
  type ArticleLife,
  isPinned,
  PLAIN_LIFE,
  toArticleState,
} from '../../../cloud/domain/article-state.ts';

/** The last second of a day in China, and the first of the next. */
const MIDNIGHT = Date.parse('2026-12-01T00:00:00+08:00');

describe('the state of an article at a moment', () => {
  it.each<[string, Partial<ArticleLife>, number, string]>([
    ['nothing known', {}, MIDNIGHT, 'published'],
    ['draft', { state: 'draft' }, MIDNIGHT, 'draft'],
    ['draft that would be over', { state: 'draft', expiresAt: 1 }, MIDNIGHT, 'draft'],
    ['withdrawn', { state: 'withdrawn', withdrawnAt: 1, expiresAt: 1 }, MIDNIGHT, 'withdrawn'],
    ['visible later', { visibleAt: MIDNIGHT }, MIDNIGHT - 1, 'scheduled'],
    ['visible now', { visibleAt: MIDNIGHT }, MIDNIGHT, 'published'],
    ['over later', { expiresAt: MIDNIGHT }, MIDNIGHT - 1, 'published'],
    ['over now', { expiresAt: MIDNIGHT }, MIDNIGHT, 'expired'],
    [
      'visible later, over long ago',
      { visibleAt: MIDNIGHT, expiresAt: 1 },
      MIDNIGHT - 1,
      'scheduled',
    ],
  ])('%s', (_name, life, now, state) => {
    expect(toArticleState({ ...PLAIN_LIFE, ...life }, now)).toBe(state);
  });

  it.each<[string, Partial<ArticleLife>, boolean]>([
    ['no pin', {}, false],
    ['a pin without end', { pinnedAt: 1 }, true],
    ['a pin until later', { pinnedAt: 1, pinnedUntil: MIDNIGHT + 1 }, true],
    ['a pin that ends now', { pinnedAt: 1, pinnedUntil: MIDNIGHT }, false],
    ['a pin on what is over', { pinnedAt: 1, expiresAt: MIDNIGHT }, false],
    ['a pin on what is to come', { pinnedAt: 1, visibleAt: MIDNIGHT + 1 }, false],
  ])('is at the top: %s', (_name, life, is) => {
    expect(isPinned({ ...PLAIN_LIFE, ...life }, MIDNIGHT)).toBe(is);
  });
});
