import { describe, expect, it } from '@jest/globals';
import { toQueryString } from '../../../src/platform/query-string.ts';

describe('toQueryString', () => {
  it.each([
    [{}, ''],
    [{ channel: undefined, cursor: undefined }, ''],
    [{ channel: 'news', cursor: undefined, limit: 20 }, '?channel=news&limit=20'],
    [{ cursor: 'a+b/c=&d' }, '?cursor=a%2Bb%2Fc%3D%26d'],
    [{ channel: '家教' }, '?channel=%E5%AE%B6%E6%95%99'],
  ])('%j is %j', (members, text) => {
    expect(toQueryString(members)).toBe(text);
  });
});
