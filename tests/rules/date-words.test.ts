import { describe, expect, it } from '@jest/globals';
import {
  toEndWords,
  toEventTimeWords,
  toFullDate,
  toPublishedWords,
} from '../../rules/date-words.ts';

const now = Date.parse('2026-11-23T00:30:00+08:00');

describe('toPublishedWords', () => {
  const cases: [string, string][] = [
    ['2026-11-23T00:26:00+08:00', '刚刚'],
    ['2026-11-23T00:25:00+08:00', '今天 00:25'],
    ['2026-11-22T16:10:00Z', '今天 00:10'],
    ['2026-11-23', '今天'],
    ['2026-11-22T23:59:00+08:00', '昨天'],
    ['2026-11-22', '昨天'],
    ['2026-11-21', '2天前'],
    ['2026-11-17', '6天前'],
    ['2026-11-16', '2026-11-16'],
    ['2023-11-15', '2023-11-15'],
    ['2024-02-29T08:00:00+08:00', '2024-02-29'],
    ['2026-11-24', '2026-11-24'],
    ['2026-11-23T09:00:00+08:00', '今天 09:00'],
    ['不详', '不详'],
  ];
  it.each(cases)('%s reads %s', (publishedAt, words) => {
    expect(toPublishedWords(publishedAt, now)).toBe(words);
  });
});

describe('toFullDate', () => {
  const cases: [string, string][] = [
    ['2023-11-15', '2023-11-15'],
    ['2023-11-15T09:05:00+08:00', '2023-11-15 09:05'],
    ['2023-11-15T16:05:00Z', '2023-11-16 00:05'],
    ['不详', '不详'],
  ];
  it.each(cases)('%s reads %s', (publishedAt, words) => {
    expect(toFullDate(publishedAt)).toBe(words);
  });
});

describe('toEventTimeWords', () => {
  const cases: [string, string, string][] = [
    ['2026-11-28T09:30:00+08:00', '2026-11-28T11:30:00+08:00', '11月28日 周六 09:30–11:30'],
    ['2026-11-28T01:30:00Z', '2026-11-28T03:30:00Z', '11月28日 周六 09:30–11:30'],
    [
      '2026-11-28T22:00:00+08:00',
      '2026-11-29T00:30:00+08:00',
      '11月28日 周六 22:00 至 11月29日 周日 00:30',
    ],
    ['2028-02-29T09:00:00+08:00', '2028-02-29T10:00:00+08:00', '2028年2月29日 周二 09:00–10:00'],
    ['待定', '待定', '待定 至 待定'],
  ];
  it.each(cases)('%s to %s reads %s', (startsAt, endsAt, words) => {
    expect(toEventTimeWords(startsAt, endsAt, now)).toBe(words);
  });
});

describe('the end of something', () => {
  it.each([
    ['2026-12-31T16:00:00Z', '2026-12-31'],
    ['2027-01-01T00:00:00+08:00', '2026-12-31'],
    ['2024-03-01T00:00:00+08:00', '2024-02-29'],
    ['2026-12-31T23:59:00+08:00', '2026-12-31 23:59'],
    ['2026-12-31T00:01:00+08:00', '2026-12-31 00:01'],
    ['长期', '长期'],
  ])('%s is %s', (endsAt, words) => {
    expect(toEndWords(endsAt)).toBe(words);
  });
});
