import { describe, expect, it } from '@jest/globals';
import { toTurnEnd } from '../../../../src/features/feed/cover-turns.ts';

const cards = (marks: string) => [...marks].map((mark) => (mark === 'x' ? { cover: {} } : {}));

describe('a turn of pictures', () => {
  it.each([
    ['ends before the seventh picture', 'xxxxxxxx', 0, 6],
    ['counts pictures, not cards', 'x-x-x-x-x-x-x', 0, 12],
    ['begins where the last one ended', 'xxxxxxxxxxxxxx', 6, 12],
    ['is the whole rest where few are left', 'xxxxxxxx', 6, 8],
    ['of a list without pictures is all of it', '----', 0, 4],
    ['of an empty list is empty', '', 0, 0],
  ])('%s', (_what, marks, start, end) => {
    expect(toTurnEnd(cards(marks), start)).toBe(end);
  });
});
