import { describe, expect, it } from '@jest/globals';
import { ElementIndex } from '../../../../cloud/importer/html/element-index.ts';
import { findFirstPage, findMorePages } from '../../../../cloud/importer/html/find-more-pages.ts';
import { parseHtml } from '../../../../cloud/importer/html/parse-html.ts';

const address = 'https://fl.example.cn/a/t1.html';

function toIndex(html: string): ElementIndex {
  const document = parseHtml(html);
  if (!document.ok) throw new Error(document.reason);
  return new ElementIndex(document.value);
}
const find = (html: string, from = address) => findMorePages(toIndex(html), from).references;

describe('further pages', () => {
  it.each([
    ['numbers', '<a href="t1_1.html">2</a><a href="t1_2.html">[3]</a>', ['t1_1.html', 't1_2.html']],
    [
      'numbers out of order',
      '<a href="t1_2.html">3</a><a href="t1_1.html">2</a>',
      ['t1_1.html', 't1_2.html'],
    ],
    ['下一页 alone', '<a href="t1_1.html">下一页</a>', ['t1_1.html']],
    ['another separator', '<a href="t1-2.html">2</a>', ['t1-2.html']],
    ['a query', '<a href="?page=2">2</a>', ['?page=2']],
    [
      'the script of TRS',
      '<script>createPageHTML(3, 0, "t1", "html");</script>',
      ['t1_1.html', 't1_2.html'],
    ],
    ['a script with one page', '<script>createPageHTML(1, 0, "t1", "html");</script>', []],
    ['the next article', '<a href="t2.html">下一篇</a><a href="t2.html">下一页</a>', []],
    ['numbers that lead elsewhere', '<a href="/list_2.html">2</a><a href="t9.html">3</a>', []],
    ['a script as address', '<a href="javascript:go(2)">2</a><a href="#2">2</a>', []],
    ['another host', '<a href="https://other.example/a/t1_1.html">2</a>', []],
  ])('by %s', (_name, html, expected) => {
    expect(find(html)).toEqual(expected);
  });

  it('are those of the same query only', () => {
    const from = 'https://fl.example.cn/view.asp?id=7';
    expect(find('<a href="view.asp?id=7&page=2">2</a><a href="view.asp?id=8">3</a>', from)).toEqual(
      ['view.asp?id=7&page=2'],
    );
  });
});

const numbers = (...pages: string[]) =>
  pages.map((page, at) => `<a href="${page}">${at + 1}</a>`).join('');
const A = 'https://fl.example.cn/a/';

describe('a page that is not the first', () => {
  it.each([
    [
      'numbers',
      't1_2.html',
      numbers('t1.html', 't1_2.html', 't1_3.html'),
      't1.html',
      ['t1_3.html'],
    ],
    ['numbers of all', 't1_2.html', numbers('t1_1.html', 't1_2.html'), 't1_1.html', []],
    ['上一页', 't1_1.html', '<a href="t1.html">上一页</a>', 't1.html', []],
    ['‹ 上页', 't1-2.html', '<a href="t1.html">‹ 上页</a>', 't1.html', []],
    [
      'an earlier one',
      't1_3.html',
      '<a href="t1_2.html">上一页</a><a href="t1_4.html">下一页</a>',
      't1_2.html',
      ['t1_4.html'],
    ],
    [
      'the script of TRS',
      't1_1.html',
      '<script>createPageHTML(3, 1, "t1", "html");</script>',
      't1.html',
      ['t1_2.html'],
    ],
    ['a query', 'v.asp?id=7&page=2', numbers('v.asp?id=7', 'v.asp?id=7&page=2'), 'v.asp?id=7', []],
  ])('names what is before it by %s', (_name, own, html, first, more) => {
    expect(findFirstPage(toIndex(html), A + own)).toBe(first);
    expect(find(html, A + own)).toEqual(more);
  });

  it.each([
    ['a first page', 't1.html', numbers('t1.html', 't1_2.html')],
    ['a first page with a number', 't1_1.html', numbers('t1_1.html', 't1_2.html')],
    ['a first page by another address', 't1.html', numbers('t1_1.html', 't1_2.html')],
    ['a first page in a query', 'v.asp?id=7&page=1', numbers('v.asp?id=7', 'v.asp?id=7&page=2')],
    ['an article whose name ends with a number', 't1_2.html', numbers('t3.html', 't4.html')],
    ['an article after another one', 't1_2.html', '<a href="t1.html">上一篇</a>'],
  ])('is none: %s', (_name, own, html) => {
    expect(findFirstPage(toIndex(html), A + own)).toBeUndefined();
  });
});
