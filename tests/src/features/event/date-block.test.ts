import { describe, expect, it } from '@jest/globals';
import { toDateBlock } from '../../../../src/features/event/date-block.ts';

describe('toDateBlock', () => {
  it.each([
    ['2026-11-28T09:30:00+08:00', { month: '11月', day: '28' }],
    ['2026-12-31T17:00:00Z', { month: '1月', day: '1' }],
    ['someday', { month: '', day: '—' }],
  ])('%s', (startsAt, block) => {
    expect(toDateBlock(startsAt)).toEqual(block);
  });
});
