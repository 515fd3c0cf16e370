import { describe, expect, it } from '@jest/globals';
import { cutPageUrl, parsePageUrl } from '../../simulator/host/query.ts';

describe('the address of a page', () => {
  it.each([
    ['pages/a/a', { path: 'pages/a/a', query: '' }],
    ['/pages/a/a?id=1', { path: 'pages/a/a', query: 'id=1' }],
    ['pages/a/a?u=https://x/y?z=1', { path: 'pages/a/a', query: 'u=https://x/y?z=1' }],
    ['', { path: '', query: '' }],
  ])('%s is cut at its first question mark', (url, cut) => {
    expect(cutPageUrl(url)).toEqual(cut);
  });

  it.each([
    ['../b/b?id=1&u=x?y', 'pages/b/b', { id: '1', u: 'x?y' }],
    ['/other/c.html?=1&d', 'other/c', { '': '1', d: '' }],
    ['./e', 'pages/a/e', {}],
  ])('%s leads from pages/a/a to its page', (url, path, query) => {
    expect(parsePageUrl(url, 'pages/a/a')).toEqual({ path, query });
  });
});
