import { toEndWords, toFullDate } from '../../../rules/date-words.ts';
import type { Article } from '../../../types/article.ts';

export const ARTICLE_WORDS = {
  source: '文章出处',
  publishedAt: '发布时间',
  relatedEvents: '相关活动',
  shareTitle: '江门市妇女网的一篇文章',
  withdrawn: '这篇文章已撤回',
  home: '返回首页',
} as const;

const MARKS: Partial<Record<string, string>> = { expired: '已过期', withdrawn: '已撤回' };

/** The title of a share card: `已过期｜报名通知`, since whoever gets it has to know before it is opened. */
export function toShareTitle({ title, state }: Pick<Article, 'title' | 'state'>): string {
  const mark = MARKS[state ?? ''];
  return mark ? `${mark}｜${title || ARTICLE_WORDS.shareTitle}` : title || ARTICLE_WORDS.shareTitle;
}

/** The line above an article that is over; undefined for any other. */
export function toExpiredLine({
  state,
  expiresAt,
}: Pick<Article, 'state' | 'expiresAt'>): string | undefined {
  if (state !== 'expired') return undefined;
  return expiresAt ? `已过期：${toEndWords(expiresAt)}` : MARKS.expired;
}

/** Why and when an article was withdrawn. */
export function toWithdrawalLine({ withdrawal }: Pick<Article, 'withdrawal'>): string {
  return withdrawal ? `${withdrawal.reason}（${toFullDate(withdrawal.at)}）` : '';
}
