import type { ContentField } from '../domain/article-content.ts';

/** The parts of an article, as editors know them. */
export const FIELD_WORDS: Readonly<Record<ContentField, string>> = {
  title: '标题',
  source: '文章出处',
  publishedAt: '发布时间',
  channelId: '栏目',
  summary: '摘要',
  body: '正文',
};
