import { describe, expect, it } from '@jest/globals';
import { isPermanentId, toPermanentId } from '../../../cloud/store/permanent-id.ts';

describe('permanent ids', () => {
  // Written down once, and computed by other means: an id that changes breaks every card ever shared.
  it.each([
    ['address:a', 'w5y80zx6kcsj'],
    ['title:江门', 'fqfps58c6j1g'],
    ['', 'werc8gmrzge1'],
  ])('gives %j its id for ever', (key, id) => {
    expect(toPermanentId(key)).toBe(id);
  });

  it('lengthens an id without changing its beginning', () => {
    const long = toPermanentId('key', 32);
    expect(long).toHaveLength(32);
    expect(long.startsWith(toPermanentId('key'))).toBe(true);
  });

  it.each([
    ['kyrn6hc446cb', true],
    ['kyrn6hc446c', false],
    ['KYRN6HC446CB', false],
    ['kyrn6hc446ci', false],
    ['kyrn6hc446c\0', false],
    ['kyrn6hc446cb\n', false],
    ['a'.repeat(33), false],
    ['', false],
  ])('tells whether %j could be an id', (text, expected) => {
    expect(isPermanentId(text)).toBe(expected);
  });
});
