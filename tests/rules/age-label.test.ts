import { describe, expect, it } from '@jest/globals';
import { toAgeLabel } from '../../rules/age-label.ts';

const now = Date.parse('2026-11-23T00:30:00+08:00');

describe('toAgeLabel', () => {
  const cases: [string, string | undefined][] = [
    ['2026-11-23', undefined],
    ['2025-11-24', undefined],
    ['2025-11-23', '发布于1年前，内容可能已变化'],
    ['2025-11-22T16:00:00Z', '发布于1年前，内容可能已变化'],
    ['2024-02-29', '发布于2年前，内容可能已变化'],
    ['2019-03-08', '发布于7年前，内容可能已变化'],
    ['2030-01-01', undefined],
    ['不详', undefined],
  ];
  it.each(cases)('of %s is %s', (publishedAt, label) => {
    expect(toAgeLabel(publishedAt, now)).toBe(label);
  });
});
