import { toPublishedWords } from '../../../rules/date-words.ts';
import type { FeedCard } from './pinned-first.ts';

export const FEED_WORDS = {
  all: '全部',
  channels: '栏目',
  brand: '江门市妇女网',
  motto: '新闻 · 通知 · 活动，与您同行',
  newest: '这个栏目的最新文章',
  shareTitle: '江门市妇女网：新闻、通知和活动',
  emptyFeed: { title: '还没有文章', advice: '请稍后再来，或下拉刷新。' },
  emptyChannel: { title: '这个栏目还没有文章', advice: '换一个栏目看看，或下拉刷新。' },
} as const;

/** What stands above a title that is pinned or over; one text, as its node is one more in each such card. */
export function toMark({ isPinned, expired }: FeedCard): string {
  return [isPinned && '置顶', expired && '已过期'].filter(Boolean).join(' · ');
}

/** The line below a title: 江门市妇联 · 昨天. One text, since every further one costs a node in each card. */
export function toMetaLine(source: string, publishedAt: string, now: number): string {
  const when = toPublishedWords(publishedAt, now);
  return source ? `${source} · ${when}` : when;
}
