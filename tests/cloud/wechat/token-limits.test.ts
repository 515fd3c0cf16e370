import { describe, expect, it } from '@jest/globals';
import { countForced, mayForce, NEVER_FORCED } from '../../../cloud/wechat/token-limits.ts';

/** 23:50 in China. */
const LATE = Date.UTC(2026, 10, 25, 15, 50);
const MIDNIGHT = Date.UTC(2026, 10, 25, 16);

describe('forced refreshes', () => {
  it.each([
    ['the first', NEVER_FORCED, LATE, true],
    ['after 29.999 s', { count: 1, lastAt: LATE }, LATE + 29_999, false],
    ['after 30 s', { count: 1, lastAt: LATE }, LATE + 30_000, true],
    ['the 20th of a day', { count: 19, lastAt: LATE }, LATE + 30_000, true],
    ['the 21st', { count: 20, lastAt: LATE }, MIDNIGHT - 1, false],
    ['the 21st on the next day', { count: 20, lastAt: LATE }, MIDNIGHT, true],
    ['on the next day, but too soon', { count: 1, lastAt: MIDNIGHT - 1 }, MIDNIGHT, false],
  ])('%s', (_name, forced, now, isAllowed) => {
    expect(mayForce(forced, now)).toBe(isAllowed);
  });

  it.each([
    [NEVER_FORCED, LATE, 1],
    [{ count: 7, lastAt: LATE }, MIDNIGHT - 1, 8],
    [{ count: 7, lastAt: LATE }, MIDNIGHT, 1],
  ])('are counted by the day in China: %j', (forced, now, count) => {
    expect(countForced(forced, now)).toEqual({ count, lastAt: now });
  });
});
