import { describe, expect, it } from '@jest/globals';
import { parseHtmlPage } from '../../../../cloud/importer/html/parse-html-page.ts';
import type { PageFacts } from '../../../../cloud/importer/page.ts';

function read(html: string): PageFacts {
  const page = parseHtmlPage(html, { kind: 'web', address: 'https://fl.example.cn/a/1.html' });
  if (!page.ok) throw new Error(page.reason);
  return page.value;
}

const toTexts = ({ blocks }: PageFacts) =>
  blocks.map((block) =>
    'spans' in block ? block.spans.map(({ text }) => text).join('') : block.kind,
  );

const BODY =
  '<div><p>四月四日，区妇联召开推进会，总结工作。</p><p>会上表扬了三支志愿队。</p></div>';
const TEXTS = ['四月四日，区妇联召开推进会，总结工作。', '会上表扬了三支志愿队。'];

describe('when something takes place is no date of publication', () => {
  it.each([
    '时间：2026年12月5日（周六）下午2:30-4:30',
    '活动时间：2026年12月5日 9:00',
    '时间：2026年12月5日至8日',
    '日期：2026-12-05 — 2026-12-08',
  ])('%s', (line) => {
    const page = read(
      `<h1>女性健康讲座预告</h1><div><p>${line}</p><p>地点：社区二楼</p><p>名额三十人，满额即止，欢迎姐妹们参加。</p></div><p>发布：某社区妇联　2026-11-25</p>`,
    );
    expect(page.date).toMatch(/2026-11-25/);
    expect(toTexts(page)[0]).toBe(line);
  });

  it.each([
    '时间：2024-03-05 上午 9:30:12',
    '时间：2024年3月5日（星期二） 9:30',
    '日期：2024-3-5 浏览：12',
  ])('%s still is one', (line) => {
    const page = read(`<h1>推进会今日召开</h1><p>${line}</p>${BODY}`);
    expect(page.date).toMatch(/2024/);
    expect(toTexts(page)).toEqual(TEXTS);
  });
});

describe('lines of a footer', () => {
  it.each([
    '示例市妇联主办 技术支持：某公司 建议使用1024*768分辨率',
    'Copyright©2020-2026 乙区妇女联合会 All Rights Reserved</p><p>地址：政府大院3号楼</p><p>您是第 102938 位访客 | 后台管理',
    '丁镇妇联 制作维护 　 E-mail: a@b.cn<br>最佳浏览效果：IE6.0 800×600',
    '友情链接：',
  ])('are cut: %s', (foot) => {
    const page = read(
      `<body><h1>推进会今日召开</h1><p>发布时间：2024-03-05</p>${BODY}<div><p>${foot}</p></div></body>`,
    );
    expect(toTexts(page)).toEqual(TEXTS);
  });

  it.each(['公司为妇女提供技术支持和销路', '建议使用公筷', '陈阿姨 制作'])(
    'are not sentences of an article: %s',
    (text) => {
      const page = read(
        `<h1>推进会今日召开</h1><p>发布时间：2024-03-05</p><div><p>四月四日，区妇联召开推进会。</p><p>${text}</p></div>`,
      );
      expect(toTexts(page)).toContain(text);
    },
  );
});

describe('title, source and name of the site', () => {
  it('are read from terms without colons', () => {
    const page = read(
      `<h1>推进会今日召开</h1><dl><dt>发布机构</dt><dd>某市妇联</dd><dt>发布时间</dt><dd>2024-03-05</dd></dl>${BODY}`,
    );
    expect(page).toMatchObject({ source: '某市妇联', date: '2024-03-05' });
    expect(toTexts(page)).toEqual(TEXTS);
  });

  it('take a subtitle of dashes as the second half of a title', () => {
    const page = read(
      `<title>维权周侧记--乙区妇联</title><div class="t">维权周侧记</div><div>——让法治之光照亮生活</div><p>来源：乙区妇联 2024-03-05</p>${BODY}`,
    );
    expect(page.title).toBe('维权周侧记——让法治之光照亮生活');
    expect(toTexts(page)).toEqual(TEXTS);
  });

  it('are not a line of date, counter and publisher', () => {
    const page = read(
      `<title>详情</title><div><p class="detail-title">丙县妇联寻访最美家庭</p><p>2024.03.05<span>阅读 1024</span><span>丙县妇联</span></p></div>${BODY}`,
    );
    expect(page).toMatchObject({ title: '丙县妇联寻访最美家庭', date: '2024.03.05' });
    expect(page.siteName).toBeUndefined();
  });

  it('are not mixed up where a title ends like the name of a site', () => {
    const page = read(
      `<title>庚市：织密关爱网 | 妇女之声</title><h1>庚市：织密关爱网</h1><p><time>2024-03-05</time></p><div><p>四月四日，区妇联召开推进会。</p><h3>摸底</h3><p>会上表扬了三支志愿队。</p></div>`,
    );
    expect(page).toMatchObject({ title: '庚市：织密关爱网', date: '2024-03-05' });
    expect(toTexts(page)).toHaveLength(3);
  });

  it('are found in a small heading where the document bears the name of the site', () => {
    const page = read(
      `<title>丁镇妇联</title><h4>丁镇妇联召开换届大会</h4><p>2024-03-05</p>${BODY}`,
    );
    expect(page).toMatchObject({ title: '丁镇妇联召开换届大会', siteName: '丁镇妇联' });
  });
});
