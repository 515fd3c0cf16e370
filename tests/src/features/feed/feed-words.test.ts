import { describe, expect, it } from '@jest/globals';
import { toMetaLine } from '../../../../src/features/feed/feed-words.ts';

const now = Date.parse('2026-11-23T10:00:00+08:00');

describe('toMetaLine', () => {
  it.each([
    ['江门市妇联', '2026-11-22', '江门市妇联 · 昨天'],
    ['', '2026-11-22', '昨天'],
    ['蓬江区妇联', '2023-11-15', '蓬江区妇联 · 2023-11-15'],
  ])('%s, %s', (source, publishedAt, line) => {
    expect(toMetaLine(source, publishedAt, now)).toBe(line);
  });
});
