import { describe, expect, it } from '@jest/globals';
import { parseHtmlPage } from '../../../../cloud/importer/html/parse-html-page.ts';
import type { PageFacts } from '../../../../cloud/importer/page.ts';

const BODY =
  '<div><p>四月四日，区妇联召开推进会，总结一季度的工作。</p><p>会上还表扬了三支志愿队。</p></div>';
const OWN = 'https://fl.jiangmen.cn/column/sub/202404/t1.html';

function read(html: string, address = 'https://fl.example.cn/a/1.html'): PageFacts {
  const page = parseHtmlPage(html, { kind: 'web', address });
  if (!page.ok) throw new Error(page.reason);
  return page.value;
}

const toTexts = ({ blocks }: PageFacts) =>
  blocks.map((block) =>
    'spans' in block ? block.spans.map(({ text }) => text).join('') : block.kind,
  );

describe('source and date', () => {
  it.each([
    ['<p>来源：甲　时间：2024-03-05 09:30　【字体：大 中 小】</p>', '甲', '2024-03-05 09:30'],
    ['<p>[ 文章来源：甲 | 更新时间：2024-3-5 ]</p>', '甲', '2024-3-5'],
    ['<dl><dt>来源：</dt><dd>甲</dd><dt>时间：</dt><dd>2024-03-05</dd></dl>', '甲', '2024-03-05'],
    [
      '<p><span>来源</span><span>甲</span><span>发布日期</span><span>2024-03-05</span></p>',
      '甲',
      '2024-03-05',
    ],
    ['<p><b>来</b><b>源</b>：甲 时间：2024-03-05</p>', '甲', '2024-03-05'],
    [
      '<table><tr><th>信息来源：</th><td>甲</td><th>发布日期：</th><td>2024-03-05</td></tr></table>',
      '甲',
      '2024-03-05',
    ],
    ['<table><tr><td>来源：甲</td><td>时间：2024-03-05</td></tr></table>', '甲', '2024-03-05'],
    ['<p>2024-03-05 来源：甲</p>', '甲', '2024-03-05'],
    ['<p>来源：甲 2024-3-5 15:26:00 已读 9</p>', '甲', '2024-3-5 15:26:00'],
    ['<p>发布者：管理员 2024年3月5日</p>', undefined, '2024年3月5日'],
    ['<p>来源：甲 评论 0</p><p>时间：2024-03-05</p>', '甲', '2024-03-05'],
  ])('are read from %s', (labels, source, date) => {
    const page = read(`<h1>推进会</h1>${labels}${BODY}`);
    expect([page.source, page.date]).toEqual([source, date]);
    expect(toTexts(page)).toHaveLength(2);
  });

  it('are those above a title too, and a body that says 时间 keeps it', () => {
    const page = read(
      '<table><tr><td>发布机构：</td><td>甲</td><td>发布日期：</td><td>2024-03-05</td></tr></table><div class="tit2">推进会今日召开</div><div><p>会议要求如下：</p><p>时间：每周一上午</p><p>来源：各村上报</p><p>请按时参加，不得缺席。</p></div><title>推进会今日召开-某网</title>',
    );
    expect(page).toMatchObject({ title: '推进会今日召开', date: '2024-03-05' });
    expect(toTexts(page)).toContain('会议要求如下：');
    expect(toTexts(page)).toContain('时间：每周一上午');
  });

  it('come from a line below the body where nothing else tells the source', () => {
    const page = read(`<h1>推进会</h1><p>2024-03-05</p>${BODY}<p>（来源：某某日报）</p>`);
    expect(page).toMatchObject({ source: '某某日报', date: '2024-03-05' });
    expect(page.found).toMatchObject({ source: 'label below', date: 'line' });
  });

  it('are not those that the head of another page says', () => {
    const page = read(
      `<meta name="ArticleTitle" content="首页"><meta name="ContentSource" content="市政府"><meta name="PubDate" content="2018-01-01"><meta name="SiteName" content="市政府网"><h1>推进会</h1><p>时间：2024-03-05</p>${BODY}`,
    );
    expect(page).toMatchObject({ source: undefined, date: '2024-03-05', siteName: undefined });
  });

  it('never come from the month in an address', () => {
    expect(read(`<h1>推进会</h1>${BODY}`, OWN).date).toBeUndefined();
  });
});

describe('a title', () => {
  it.each([
    [
      'a heading of a side column',
      '<h1>政策解读</h1><p class="x">推进会今日召开</p>',
      '推进会今日召开-某网',
      '推进会今日召开',
    ],
    [
      'a document title that is the site',
      '<b>某县妇联</b><p>推进会今日召开</p>',
      '某县妇联',
      '推进会今日召开',
    ],
    [
      'a document title with the site first',
      '<p>推进会今日召开</p>',
      '某县妇联_动态_推进会今日召开',
      '推进会今日召开',
    ],
    ['a title of two lines', '<p>关于召开<br>推进会的通知</p>', '通知公告', '关于召开推进会的通知'],
    [
      'a line of where one is',
      '<p>推进会今日召开</p><p>您现在的位置：首页</p>',
      '首页',
      '推进会今日召开',
    ],
  ])('is found in spite of %s', (_name, head, documentTitle, title) => {
    const html = `<title>${documentTitle}</title>${head}<p>来源：甲　时间：2024-03-05</p>${BODY}`;
    expect(read(html).title).toBe(title);
  });
});

describe('a second line of a title', () => {
  const LABELS = '<p>来源：甲　时间：2024-03-05</p>';
  it.each([
    [
      'a heading above the labels',
      `<h1>她从田间来</h1><h2>记李红</h2>${LABELS}`,
      '她从田间来 记李红',
    ],
    ['a class', `<h1>她从田间来</h1><p class="sub-title">记李红</p>${LABELS}`, '她从田间来 记李红'],
    ['a dash at the end of the first', `<h1>她——</h1><h2>记李红</h2>${LABELS}`, '她——记李红'],
    ['a dash of its own', `<h1>她从田间来</h1><p>——记李红</p>${LABELS}`, '她从田间来——记李红'],
    ['not a heading below the labels', `<h1>推进会</h1>${LABELS}<h2>一、会议</h2>`, '推进会'],
    ['not a line of counters', `<h1>推进会</h1><h4>浏览次数：3</h4>${LABELS}`, '推进会'],
  ])('is told by %s', (_name, head, title) => {
    expect(read(head + BODY).title).toBe(title);
  });
});

describe('what 来源 本网 means', () => {
  it.each([
    ['推进会今日召开-某县妇联', '', '某县妇联'],
    ['推进会今日召开_动态_某县妇联', '', '某县妇联'],
    ['某县妇联 推进会今日召开', '', '某县妇联'],
    ['推进会今日召开', '<p>某县妇联主办　粤ICP备12345678号</p>', '某县妇联'],
    ['推进会今日召开', '<p>版权所有：某县妇女联合会</p>', '某县妇女联合会'],
    ['推进会今日召开', '<p>主办单位：某县妇女联合会</p>', undefined],
  ])('is said by %s %s', (documentTitle, foot, name) => {
    const html = `<title>${documentTitle}</title><h1>推进会今日召开</h1><p>来源：本网　时间：2024-03-05</p>${BODY}${foot}`;
    expect(read(html).siteName).toBe(name);
  });

  it('is the federation on its own site', () => {
    expect(read(`<h1>推进会</h1>${BODY}`, OWN)).toMatchObject({
      siteName: '江门市妇女网',
      organisation: '江门市妇联',
    });
  });
});

it('reads a 公众号 article: the account, the date of its script, pictures loaded late', () => {
  const page = read(
    '<h1 id="activity-name">一封来信</h1><a id="js_name">示例妇联</a><em id="publish_time"></em><div id="js_content" style="visibility: hidden"><p>今天收到一封信。</p><p><img data-src="https://img.example.cn/a"></p></div><script>var ct = "1709625600";</script>',
    'https://mp.weixin.qq.com/s/abc',
  );
  expect(page).toMatchObject({
    title: '一封来信',
    source: '示例妇联',
    date: '2024-03-05 16:00:00',
    siteName: '示例妇联',
    found: { title: 'selector #activity-name', date: 'script', body: 'selector #js_content' },
  });
  expect(page.blocks).toMatchObject([
    { kind: 'paragraph' },
    { kind: 'image', url: 'https://img.example.cn/a' },
  ]);
});
