import { describe, expect, it } from '@jest/globals';
import { fillTokens } from '../../../cloud/sample/fill-tokens.ts';

/** 2026-11-23 in China, still 2026-11-22 in Greenwich. */
const NOW = Date.parse('2026-11-23T00:30:00+08:00');

describe('tokens of the sample', () => {
  it.each([
    ['{{day -3}}', '2026-11-20'],
    ['{{day 0}}', '2026-11-23'],
    ['{{day 9 09:30}}', '2026-12-02 09:30'],
    ['{{ day -400 }}', '2025-10-19'],
    ['{{md 5}}', '11月28日'],
    ['{{md 40}}和{{md 0}}', '1月2日和11月23日'],
    ['没有', '没有'],
  ])('%s', (text, expected) => {
    expect(fillTokens(text, NOW)).toEqual({ ok: true, text: expected });
  });

  it.each([
    '{{day}}',
    '{{day x}}',
    '{{day 1 24:00}}',
    '{{md}}',
    '{{week 1}}',
    '{{}}',
    '{{day 1 9:30}}',
  ])('%s means nothing', (token) => {
    expect(fillTokens(`一${token}二{{day 1}}`, NOW)).toEqual({ ok: false, unknown: [token] });
  });
});
