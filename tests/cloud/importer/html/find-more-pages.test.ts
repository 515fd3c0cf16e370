import { describe, expect, it } from '@jest/globals';
import { ElementIndex } from '../../../../cloud/importer/html/element-index.ts';
import { findMorePages } from '../../../../cloud/importer/html/find-more-pages.ts';
import { parseHtml } from '../../../../cloud/importer/html/parse-html.ts';

const address = 'https://fl.example.cn/a/t1.html';

function find(html: string, from = address): string[] {
  const document = parseHtml(html);
  if (!document.ok) throw new Error(document.reason);
  return findMorePages(new ElementIndex(document.value), from).references;
}

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
