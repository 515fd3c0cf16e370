import { describe, expect, it } from '@jest/globals';
import { isQuiet, toNextAllowed } from '../../../cloud/domain/quiet-hours.ts';

describe('quiet hours in China', () => {
  it.each([
    ['2026-11-25T08:00:00+08:00', '2026-11-25T08:00:00+08:00'],
    ['2026-11-25T20:59:59.999+08:00', '2026-11-25T20:59:59.999+08:00'],
    ['2026-11-25T21:00:00+08:00', '2026-11-26T08:00:00+08:00'],
    ['2026-11-25T23:59:59.999+08:00', '2026-11-26T08:00:00+08:00'],
    ['2026-11-26T00:00:00+08:00', '2026-11-26T08:00:00+08:00'],
    ['2026-11-26T07:59:59.999+08:00', '2026-11-26T08:00:00+08:00'],
    ['2026-12-31T22:00:00+08:00', '2027-01-01T08:00:00+08:00'],
    // Evening in London is night in China, and morning in London is its afternoon.
    ['2026-11-25T18:00:00Z', '2026-11-26T08:00:00+08:00'],
    ['2026-11-25T08:00:00Z', '2026-11-25T08:00:00Z'],
  ])('at %s the next message goes at %s', (now, next) => {
    expect(toNextAllowed(Date.parse(now))).toBe(Date.parse(next));
    expect(isQuiet(Date.parse(now))).toBe(now !== next);
    expect(isQuiet(Date.parse(next))).toBe(false);
  });
});
