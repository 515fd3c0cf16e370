import { describe, expect, it } from '@jest/globals';
import { readListPage } from '../../../../cloud/importer/lists/read-list-page.ts';

const SITE = 'http://www.example.cn';
const COLUMN = `${SITE}/news/index.html`;

function read(html: string, address = COLUMN, number = 1) {
  const bytes = Buffer.from(html);
  const base = { kind: 'web', address } as const;
  const list = readListPage({ bytes, base, format: 'html', charset: undefined }, address, number);
  if (!list.ok) throw new Error(list.reason);
  return list.value;
}

const rows = (...hrefs: string[]) =>
  hrefs
    .map(
      (href, at) =>
        `<li><a href="${href}">一篇文章的标题${at}</a><span>2026-11-0${at + 1}</span></li>`,
    )
    .join('');
const addressesOf = (html: string, address?: string) =>
  read(html, address).articles.map((article) => article.address);

describe('the articles of a list page', () => {
  it('are the links with dates beside them, with title and date', () => {
    const html = `<div class="menu"><a href="/about/202401/t1.html">关于我们的介绍</a></div><ul>${rows('a.html', '../b.html', '/c.html')}</ul>`;
    expect(read(html).articles).toEqual([
      { address: `${SITE}/news/a.html`, text: '一篇文章的标题0', date: '2026-11-01' },
      { address: `${SITE}/b.html`, text: '一篇文章的标题1', date: '2026-11-02' },
      { address: `${SITE}/c.html`, text: '一篇文章的标题2', date: '2026-11-03' },
    ]);
  });

  it.each([
    [
      'in a cell of their own',
      '<tr><td><a href="X">一篇文章的标题</a></td><td>2026年11月5日</td></tr>',
    ],
    ['before the link', '<p>[2026/11/05] <a href="X">一篇文章的标题</a></p>'],
    ['in the link', '<a href="X">一篇文章的标题 2026.11.5</a><br>'],
    [
      'with a link on the picture',
      '<div><a href="X"><img src="p.png"></a><h3><a href="X">一篇文章的标题</a></h3><i>2026-11-05</i></div>',
    ],
  ])('have their dates %s', (_name, row) => {
    const html = ['1', '2', '3'].map((at) => row.replaceAll('X', `${at}.html`)).join('');
    const { articles } = read(`<table>${html}</table>`);
    expect(articles.map(({ address, date }) => [address, date])).toEqual(
      ['1', '2', '3'].map((at) => [`${SITE}/news/${at}.html`, '2026-11-05']),
    );
  });

  it('keep the whole title where the text is cut', () => {
    const html = `<ul>${rows('1.html', '2.html').replaceAll('<a ', '<a title="一篇文章的标题，很长很长" ')}${rows('3.html')}</ul>`;
    expect(read(html).articles[0]?.text).toBe('一篇文章的标题，很长很长');
  });

  it.each([
    '/news/202611/t20261105_123456.html',
    '/gkmlpt/content/3/3123/post_3123456.html',
    '/art/2026/11/5/art_1234_567890.html',
    '/info/1001/2345.htm',
    '/c104456/202611/abc/content.shtml',
    '/n1/2026/1105/c123-456.html',
    '/show.aspx?id=123',
    '/column/sub/202611/t123.html',
  ])('are known without dates by addresses such as %s', (path) => {
    const menu = '<a href="/about.html">关于我们的介绍</a><a href="/news/">新闻动态的列表</a>';
    expect(addressesOf(`${menu}<a href="${path}">一篇文章的标题</a>`)).toEqual([SITE + path]);
  });

  it.each([
    'http://other.example.cn/202611/t1.html',
    'https://www.example.cn:8443/202611/t1.html',
    'javascript:void(0)',
    'mailto:a@example.cn',
    '#top',
    '/files/202611/t1.pdf',
    '/news/202611/index_2.html',
    COLUMN,
  ])('are none: %s', (href) => {
    expect(addressesOf(`<a href="${href}">一篇文章的标题</a>`)).toEqual([]);
  });

  const menu =
    '<a href="/about.html">关于我们的介绍</a><a href="/news/">新闻动态的列表</a><a href="b/">办事指南的列表</a>';
  it.each([
    ['one', ['a.html'], ['/news/a.html']],
    ['two of one folder', ['a.html', 'b.html'], ['/news/a.html', '/news/b.html']],
    [
      'two of two months',
      ['2026/10/a.html', '2026/11/b.html'],
      ['/news/2026/10/a.html', '/news/2026/11/b.html'],
    ],
    ['two that have nothing in common', ['a.html', '/x/b.php'], []],
    ['one beside addresses of articles', ['a.html', '202611/t1.html'], ['/news/202611/t1.html']],
  ])('may be few, where they have dates: %s', (_name, hrefs, expected) => {
    expect(addressesOf(`${menu}<ul>${rows(...hrefs)}</ul>`)).toEqual(
      expected.map((path) => SITE + path),
    );
  });

  it('are taken once, without fragments, relative to a base', () => {
    const html = `<base href="/base/"><ul>${rows('1.html', '1.html#a', '2.html', '3.html')}</ul>`;
    expect(addressesOf(html)).toEqual([1, 2, 3].map((at) => `${SITE}/base/${at}.html`));
  });
});

describe('the list page that follows', () => {
  it.each([
    [
      '下一页',
      '<a href="index_1.html">上一页</a><a href="index_2.html">下一页</a>',
      'index_2.html',
    ],
    ['下页', '<a href="?page=2">下页 ></a>', 'index.html?page=2'],
    ['Next', '<a href="list2.html">Next »</a>', 'list2.html'],
    ['rel', '<link rel="next" href="index_3.html">', 'index_3.html'],
    ['a title', '<a title="下一页" href="index_1.html"><i></i></a>', 'index_1.html'],
    ['a number', '<b>1</b><a href="p2.html">2</a><a href="p3.html">3</a>', 'p2.html'],
    ['a script', '<script>createPageHTML(20, 0, "index", "html");</script>', 'index_1.html'],
    [
      'a script further on',
      "<script>createPageHTML(20,4,'index','shtml')</script>",
      'index_5.shtml',
    ],
  ])('is found by %s', (_name, html, expected) => {
    expect(read(html).next).toBe(`${SITE}/news/${expected}`);
  });

  it.each([
    ['the last by script', '<script>createPageHTML(5, 4, "index", "html");</script>'],
    ['the last by links', '<a href="index_1.html">上一页</a><b>2</b>'],
    ['javascript', '<a href="javascript:next()">下一页</a>'],
    ['itself', '<a href="index.html">下一页</a>'],
    ['another site', '<a href="http://other.cn/2.html">下一页</a>'],
    ['an article of that name', '<a href="index_9.html">下一页说些什么呢</a>'],
  ])('is none: %s', (_name, html) => {
    expect(read(html).next).toBeUndefined();
  });

  it('goes by its own number', () => {
    const html = '<a href="p1.html">1</a><a href="p2.html">2</a><a href="p3.html">3</a>';
    expect(read(html, COLUMN, 2).next).toBe(`${SITE}/news/p3.html`);
  });
});
