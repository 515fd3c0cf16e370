import type { RawPage } from '../cloud/importer/page.ts';

/** A page made for measuring, and what an importer must find in it. */
export interface GeneratedPage {
  page: RawPage & { format: 'html' };
  title: string;
  source: string;
  publishedAt: string;
  /** The words of the body, a line a paragraph. */
  lines: string[];
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function toRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS =
  '妇联 社区 志愿者 家庭 母亲 孩子 课堂 法律 咨询 热线 活动 中心 镇街 村居 骨干 培训 创业 就业 手工 展示 节日 健康 讲座 筛查 阅读 家风 ' +
  '邻里 干部 代表 会议 计划 服务 维权 调解 心理 辅导 图书 广场 学校 医院 企业 车间 果园 茶园 侨乡 文化 舞蹈 合唱 比赛 报名 现场 居民 老人 ' +
  '举办 开展 组织 参加 介绍 学习 交流 帮助 支持 讨论 走访 慰问 分享 带来 完成 提高 认真 积极 热情 及时 陆续 分别 共同 继续 深入 广泛';
const VOCABULARY = WORDS.split(' ');
const SOURCES = [
  '示例市妇联',
  '示例区妇联',
  '示例县妇女联合会',
  '示例街道妇联',
  '示例女企业家协会',
];

interface Content {
  title: string;
  source: string;
  day: string;
  paragraphs: string[];
}

type Random = () => number;

const pick = <T>(random: Random, values: readonly T[]): T =>
  values[Math.floor(random() * values.length)] as T;

function toSentence(random: Random, words: number): string {
  return Array.from({ length: words }, () => pick(random, VOCABULARY)).join('');
}

function toContent(random: Random, at: number): Content {
  const paragraphs = Array.from({ length: 4 + Math.floor(random() * 16) }, () =>
    Array.from({ length: 2 + Math.floor(random() * 5) }, () => {
      const [first, second] = [4 + random() * 8, 4 + random() * 12];
      return `${toSentence(random, first)}，${toSentence(random, second)}。`;
    }).join(''),
  );
  const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(random() * 4000))).toISOString();
  return {
    title: `${toSentence(random, 6)}（第${at + 1}期）`,
    source: pick(random, SOURCES),
    day: day.slice(0, 10),
    paragraphs,
  };
}

const toList = (random: Random, items: number) =>
  `<ul>${Array.from({ length: items }, (_, at) => `<li><a href="/column/${at}/index.html" target="_blank" title="${toSentence(random, 3)}">${toSentence(random, 3)}</a><span>[${at + 1}]</span></li>`).join('')}</ul>`;

function toFrame(random: Random, { title }: Content, middle: string): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}-示例市妇女网</title>
<meta name="SiteName" content="示例市妇女网"><meta name="ColumnName" content="工作动态">
<link rel="stylesheet" href="/css/site.css"><script src="/js/jquery.js"></script><script>var page = { id: 1 };</script></head>
<body><div class="top"><div class="logo"><img src="/images/logo.png" alt="logo"></div><div class="nav">${toList(random, 12)}</div></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/news/">工作动态</a></div>
<div class="wrap"><div class="side">${toList(random, 25)}</div>${middle}</div>
<div class="foot"><p>主办：示例市妇女联合会　网站标识码：0000000000　粤ICP备00000000号　粤公网安备 00000000000000号</p></div></body></html>`;
}

type Layout = (content: Content) => string;

/** Pictures stand between paragraphs, by web address: nothing is fetched while measuring. */
const LAYOUTS: readonly Layout[] = [
  ({ title, source, day, paragraphs }) =>
    `<div class="main"><h1>${title}</h1><ul class="info"><li>文章出处：${source}</li><li>发布时间：${day}</li></ul><div class="content">${paragraphs
      .map((text) => `<p style="text-indent:2em;line-height:1.8">　　${text}</p>`)
      .join('\n')}</div><p>相关附件：</p></div>`,
  ({ title, source, day, paragraphs }) =>
    `<div class="article"><h2 class="title">${title}</h2><div class="bar"><span>来源：${source}</span> <span>时间：${day}</span></div><div class="TRS_Editor">${paragraphs
      .map(
        (text) =>
          `<p align="justify"><span style="font-size:12pt"><font face="仿宋">${text}</font></span></p>`,
      )
      .join('')}</div><div class="share">分享到</div></div>`,
  ({ title, source, day, paragraphs }) =>
    `<div class="detail"><div class="title">${title}</div><p class="note">信息来源：${source}　发布日期：${day}</p><div id="zoomcon"><section>${paragraphs
      .map(
        (text) =>
          `<section style="margin:0"><section><p class="MsoNormal"><span lang="EN-US"><o:p></o:p></span><b>${text.slice(0, 6)}</b>${text.slice(6)}</p></section></section>`,
      )
      .join('')}</section></div></div>`,
];

/**
 * Pages as sites have them, with navigation, a side column and a footer, 8 to 20 KB each; the same for the same number.
 *
 * @param at counts from 0; each page has a title and an address of its own
 */
export function generatePage(at: number): GeneratedPage {
  const random = toRandom(at + 1);
  const content = toContent(random, at);
  const layout = LAYOUTS[at % LAYOUTS.length] as Layout;
  const html = toFrame(random, content, layout(content));
  const address = `https://women.example.cn/column/sub/202401/t${at + 1}.html`;
  return {
    page: {
      bytes: Buffer.from(html),
      base: { kind: 'web', address },
      format: 'html',
      charset: 'utf-8',
    },
    ...{ title: content.title, source: content.source, publishedAt: content.day },
    lines: content.paragraphs,
  };
}
