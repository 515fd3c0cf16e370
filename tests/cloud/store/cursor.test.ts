import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCursor, toCursor } from '../../../cloud/store/cursor.ts';

const ID = 'kyrn6hc446cb';
const encode = (text: string) => Buffer.from(text).toString('base64url');

describe('cursors', () => {
  it.each([0, -1, 1_700_000_000_123, Date.parse('0001-01-01T00:00:00Z')])(
    'come back from %d ms',
    (at) => {
      expect(parseCursor('articles', toCursor('articles', { at, id: ID }))).toEqual({ at, id: ID });
    },
  );

  it.each([
    ['nothing', ''],
    ['another list', encode(`past:1:${ID}`)],
    ['a time that is no number', encode(`articles:x:${ID}`)],
    ['a fraction', encode(`articles:1.5:${ID}`)],
    ['a time beyond the calendar', encode(`articles:999999999999999:${ID}`)],
    ['leading zeros', encode(`articles:007:${ID}`)],
    ['an id that is none', encode('articles:1:x')],
    ['NUL', encode('articles:1:kyrn6hc446c\0')],
    ['padding', `${encode(`articles:12:${ID}`)}=`],
    ['plain text', 'articles:1:kyrn6hc446cb'],
  ])('are refused for %s', (_name, cursor) => {
    expect(parseCursor('articles', cursor)).toBeUndefined();
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseCursor('articles', text)).toBeUndefined();
        expect(parseCursor('articles', encode(text))).toBeUndefined();
      }),
    );
  });
});
