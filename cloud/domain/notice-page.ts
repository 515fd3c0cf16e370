import type { NoticeKind } from './notice-kinds.ts';

/** Pages of the mini-program (src/app.config.ts). */
const PAGES: Record<NoticeKind['subject'], string> = {
  article: 'pages/article/index',
  event: 'pages/event/index',
};

/**
 * The page that a message opens, without a leading slash as subscribe/send wants it. The notice's id marks it as read:
 * `pages/article/index?id=ARTICLE&notice=NOTICE`.
 */
export function toNoticePage(
  subject: { kind: NoticeKind['subject']; id: string },
  noticeId: string,
): string {
  const query = `id=${encodeURIComponent(subject.id)}&notice=${encodeURIComponent(noticeId)}`;
  return `${PAGES[subject.kind]}?${query}`;
}
