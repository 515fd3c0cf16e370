import type { Site } from './site.ts';

/** The fallback: what most sites of Chinese authorities have in common. */
export const generic: Site = {
  id: 'generic',
  hosts: [],
  name: undefined,
  labels: {
    source: ['文章出处', '文章来源', '信息来源', '稿件来源', '来源'],
    publishedAt: ['发布时间', '发布日期', '发表时间', '更新时间', '日期', '时间'],
    attachments: ['相关附件', '附件下载'],
    ignored: [
      '作者',
      '编辑',
      '责任编辑',
      '浏览次数',
      '点击数',
      '阅读次数',
      '字体',
      '字体大小',
      '字号',
    ],
  },
  // The names that the government web site standard prescribes.
  meta: {
    siteName: ['SiteName'],
    title: ['ArticleTitle'],
    source: ['ContentSource'],
    publishedAt: ['PubDate'],
  },
  title: ['h1.title', 'h1', '.article-title', '.title h2', '#title', '.title', 'h2'],
  body: [
    '.TRS_Editor',
    '#UCAP-CONTENT',
    '.pages_content',
    '#zoomcon',
    '#zoom',
    '.article-content',
    '.v_news_content',
    'article',
  ],
  cut: ['nav', 'header nav', '.share', '.breadcrumb', '.pagination', '.prev-next'],
};
