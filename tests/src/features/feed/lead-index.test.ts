import { describe, expect, it } from '@jest/globals';
import { toLeadIndex } from '../../../../src/features/feed/lead-index.ts';

const withCover = { cover: { url: '/media/a.jpg', width: 4, height: 3, alt: '' } };
const without = {};

describe('toLeadIndex', () => {
  it.each([
    ['the first has a picture', [withCover, withCover], 0],
    ['the third alone has one', [without, without, withCover], 2],
    ['the fourth alone has one', [without, without, without, withCover], -1],
    ['none has one', [without], -1],
    ['there are no cards', [], -1],
  ])('where %s', (_name, cards, index) => {
    expect(toLeadIndex(cards)).toBe(index);
  });
});
