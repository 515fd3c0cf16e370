import { describe, expect, it } from '@jest/globals';
import { enhanceBlocks } from '../../../../cloud/importer/enhance/enhance-blocks.ts';
import { parseHtmlPage } from '../../../../cloud/importer/html/parse-html-page.ts';
import type { PageFacts } from '../../../../cloud/importer/page.ts';

const web = { kind: 'web', address: 'https://fl.jiangmen.cn/zzjs/t1.html' } as const;
const elsewhere = { kind: 'web', address: 'https://fl.elsewhere.example/a/b.html' } as const;
const local = { kind: 'local', file: '/data/a.html', root: '/data' } as const;

function read(html: string, base: Parameters<typeof parseHtmlPage>[1] = web): PageFacts {
  const page = parseHtmlPage(html, base);
  if (!page.ok) throw new Error(page.reason);
  return page.value;
}

const toTexts = (page: PageFacts) =>
  enhanceBlocks(page.blocks).map((block) =>
    'spans' in block ? block.spans.map((span) => span.text).join('') : block.kind,
  );

const NAV =
  '<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zzjs">组织建设</a></li></ul>';
const FOOT = '<div class="foot">版权所有：江门市妇女联合会　粤ICP备00000000号</div>';

/** The same article in the mark-up of different templates. */
const LAYOUTS: [string, string][] = [
  [
    'a list of labels, a container for the body',
    `${NAV}<div class="main"><h1>社区里的缝纫课</h1><ul><li>文章出处：蓬江区妇联</li><li>发布时间：2024-03-05</li></ul><div class="c"><p>　　第一段。</p><p>第二段。</p></div><div>相关附件：</div></div>${FOOT}`,
  ],
  [
    'everything in one container',
    `${NAV}<div><h2>社区里的缝纫课</h2><p>文章出处：蓬江区妇联　发布时间：2024-03-05</p><p>第一段。</p><p>第二段。</p><p>相关附件：</p></div>${FOOT}`,
  ],
  [
    'labels and values in cells, paragraphs by <br>',
    `<table><tr><td>${NAV}</td></tr><tr><td><div class="title">社区里的缝纫课</div><table><tr><td>文章出处：</td><td>蓬江区妇联</td></tr><tr><td>发布时间：</td><td>2024-03-05</td></tr></table><div>　　第一段。<br>　　第二段。</div><b>相关附件</b>：</td></tr></table>${FOOT}`,
  ],
  [
    'a section around every paragraph',
    `${NAV}<h1>社区里的缝纫课</h1><div><span>文章出处：蓬江区妇联</span> <span>发布时间：2024-03-05</span></div><section><section><section><p>第一段。</p></section></section><section><section><p>第二段。</p></section></section></section><p>相关附件：</p>${FOOT}`,
  ],
  [
    'a banner with a heading of its own',
    `<title>社区里的缝纫课-江门市妇女网</title><h1>江门市妇女网</h1>${NAV}<h2>最新动态</h2><h2>社区里的缝纫课</h2><p>• 文章出处：蓬江区妇联</p><p>• 发布时间：2024-03-05</p><article><p>第一段。</p><p>第二段。</p></article><p>相关附件：</p>${FOOT}`,
  ],
];

describe('a page of the site', () => {
  it.each(LAYOUTS)('is understood in %s', (_name, html) => {
    const page = read(html);
    expect(page).toMatchObject({
      siteName: '江门市妇女网',
      title: '社区里的缝纫课',
      source: '蓬江区妇联',
      date: '2024-03-05',
      files: [],
      warnings: [],
    });
    expect(toTexts(page)).toEqual(['第一段。', '第二段。']);
  });

  it('is recognised without an address by the name it gives itself', () => {
    const html =
      '<title>标题-江门市妇女网</title><h1>标题</h1><p>文章出处：甲</p><p>发布时间：2024-03-05</p><p>正文，来源：乙。</p>';
    expect(read(html, local)).toMatchObject({
      siteName: '江门市妇女网',
      source: '甲',
      title: '标题',
    });
  });

  it('keeps a body that quotes a label', () => {
    const page = read(
      '<h1>标题</h1><p>发布时间：2024-03-05</p><div><p>第一段，写得长一些。</p><p>发布时间：另行通知</p><p>第三段。</p></div>',
    );
    expect(page.date).toBe('2024-03-05');
    expect(toTexts(page)).toEqual(['第一段，写得长一些。', '发布时间：另行通知', '第三段。']);
  });

  it('finds a body that is one picture', () => {
    const page = read(
      '<h1>海报</h1><p>发布时间：2024-03-05</p><div><p><img src="a.png"></p></div><p>相关附件：</p>',
    );
    expect(page.blocks).toMatchObject([
      { kind: 'image', url: 'https://fl.jiangmen.cn/zzjs/a.png' },
    ]);
  });
});

describe('another site', () => {
  it('is understood by its own labels and the standard meta names', () => {
    const page = read(
      '<meta name="SiteName" content="某区妇联"><h1>标题</h1><div>来源：某街道　更新时间：2024-03-05 10:20　浏览次数：3</div><div class="TRS_Editor"><p>正文。</p></div>',
      elsewhere,
    );
    expect(page).toMatchObject({
      siteName: '某区妇联',
      source: '某街道',
      date: '2024-03-05 10:20',
    });
    expect(toTexts(page)).toEqual(['正文。']);
  });

  it('is helped out by meta, where that says something', () => {
    const page = read(
      '<meta name="PubDate" content="2024-03-05 10:20"><meta name="ContentSource" content="null"><meta name="ArticleTitle" content="标题"><div><p>正文。</p></div>',
      elsewhere,
    );
    expect(page).toMatchObject({ title: '标题', date: '2024-03-05 10:20', source: undefined });
  });

  it('moves its references with <base>', () => {
    const page = read(
      '<base href="/other/"><h1>标题</h1><div><p>正文<img src="a.png"></p></div>',
      elsewhere,
    );
    expect(page.blocks).toContainEqual(
      expect.objectContaining({ url: 'https://fl.elsewhere.example/other/a.png' }),
    );
  });
});

describe('相关附件 of a page', () => {
  const page = (attached: string) =>
    read(`<div><h1>标题</h1><p>发布时间：2024-03-05</p><p>正文一段，长一些。</p>${attached}</div>`);

  it('lists documents, and no other links', () => {
    const found = page(
      '<p>相关附件：</p><ul><li>1. <a href="f/a.docx">报名表</a></li><li><a href="down.do?id=3">名单.xlsx</a></li></ul><a href="/print">打印</a>',
    );
    expect(found.files).toEqual([
      { name: '报名表', reference: 'f/a.docx' },
      { name: '名单.xlsx', reference: 'down.do?id=3' },
    ]);
    expect(toTexts(found)).toEqual(['正文一段，长一些。']);
  });

  it.each([
    [
      'words that name no file stay',
      '<p>相关附件：</p><p>联系人另行通知</p>',
      ['相关附件：', '联系人另行通知'],
      0,
    ],
    [
      'pictures beside the label are files',
      '<p>相关附件：<a href="a.jpg">海报.jpg</a> <a href="b.PNG">报名二维码</a></p>',
      [],
      2,
    ],
    ['无 is nothing', '<p>相关附件：无</p>', [], 0],
    ['无 on a line of its own is nothing', '<p>相关附件：</p><p>无</p>', [], 0],
    ['a label alone is nothing', '<p>相关附件：</p>', [], 0],
    [
      'words after the files stay',
      '<p>附件：<a href="a.doc">表</a></p><p>请于五月前交回。</p>',
      ['请于五月前交回。'],
      1,
    ],
    [
      'a link within a sentence stays',
      '<p>请填写<a href="a.doc">报名表</a>后交回。</p>',
      ['请填写报名表后交回。'],
      1,
    ],
  ])('%s', (_name, attached, texts, files) => {
    const found = page(attached);
    expect(toTexts(found)).toEqual(['正文一段，长一些。', ...texts]);
    expect(found.files).toHaveLength(files);
    expect(found.warnings).toEqual([]);
  });
});
