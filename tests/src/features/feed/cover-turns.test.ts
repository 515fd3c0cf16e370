import { describe, expect, it } from '@jest/globals';
import { toOpenPage, toTurnEnd } from '../../../../src/features/feed/cover-turns.ts';

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

it.each([
  ['nothing', [], 0],
  ['the first page', [0], 1],
  ['a page without pictures below one that waits', [1], 0],
  ['all three', [2, 0, 1], 3],
])('after %s has settled, the open page is the first that has not', (_what, settled, page) => {
  expect(toOpenPage(new Set(settled))).toBe(page);
});
