import { describe, expect, it } from '@jest/globals';
import { toGroups, toWeighedGroups } from '../../../../src/features/content/to-groups.ts';

describe('toGroups', () => {
  it.each([
    [[], 2, [[]]],
    [[1], 2, [[1]]],
    [[1, 2, 3], 2, [[1, 2], [3]]],
  ])('%j by %s is %j', (members, size, groups) => {
    expect(toGroups<number>(members, size)).toEqual(groups);
  });
});

describe('toWeighedGroups', () => {
  it.each([
    [
      [4, 4, 4],
      [[4, 4], [4]],
    ],
    [
      [1, 1, 1, 1],
      [[1, 1, 1], [1]],
    ],
    [
      [1, 90, 1],
      [[1], [90], [1]],
    ],
  ])('%j within 3 members and a weight of 9 is %j', (members, groups) => {
    const limits = { size: 3, weight: 9, weigh: (member: number) => member };
    expect(toWeighedGroups(members, limits)).toEqual(groups);
  });
});
