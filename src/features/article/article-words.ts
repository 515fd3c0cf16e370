export const ARTICLE_WORDS = {
  source: '文章出处',
  publishedAt: '发布时间',
  relatedEvents: '相关活动',
  shareTitle: '江门市妇女网的一篇文章',
} as const;
