import { expect, it } from '@jest/globals';
import { toExpiredLine } from '../../../../src/features/article/article-words.ts';

it.each([
  // What `--at 2026-12-31` stores: the midnight that ends the day.
  ['a day', { state: 'expired', expiresAt: '2026-12-31T16:00:00.000Z' }, '已过期：2026-12-31'],
  ['a time', { state: 'expired', expiresAt: '2026-12-31T10:00:00Z' }, '已过期：2026-12-31 18:00'],
  ['nothing known', { state: 'expired' }, '已过期'],
  ['what is still to come', { expiresAt: '2026-12-31T16:00:00Z' }, undefined],
] as const)('an article that was good until %s', (_name, article, words) => {
  expect(toExpiredLine(article)).toBe(words);
});
