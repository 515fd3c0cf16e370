import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { toNoticePage } from '../../../cloud/domain/notice-page.ts';

describe('the page of a message', () => {
  it.each([
    ['article', 'A1', 'pages/article/index?id=A1&notice=N1'],
    ['event', 'E1', 'pages/event/index?id=E1&notice=N1'],
    ['article', 'a&b=c/ü', 'pages/article/index?id=a%26b%3Dc%2F%C3%BC&notice=N1'],
  ] as const)('about %s %s', (kind, id, page) => {
    expect(toNoticePage({ kind, id }, 'N1')).toBe(page);
  });

  it.each(['article', 'event'] as const)('of an %s is one of the program', (kind) => {
    const [page] = toNoticePage({ kind, id: '1' }, '2').split('?');
    expect(existsSync(`src/${page}.tsx`)).toBe(true);
  });
});
