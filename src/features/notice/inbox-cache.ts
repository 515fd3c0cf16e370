import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { NoticePage } from '../../../types/notice.ts';
import { PERSONAL } from '../../platform/personal-query.ts';

export const INBOX_KEY = [PERSONAL, 'inbox'] as const;

type Inbox = InfiniteData<NoticePage, string | undefined>;

/** The same pages with one notice read; untouched pages stay the same objects, so that they are not drawn again. */
function withRead(inbox: Inbox, noticeId: string): Inbox {
  const pages = inbox.pages.map((page) => {
    if (!page.items.some(({ id, isRead }) => id === noticeId && !isRead)) return page;
    const items = page.items.map((one) => (one.id === noticeId ? { ...one, isRead: true } : one));
    return { ...page, items };
  });
  return { ...inbox, pages };
}

/** Shows a notice as read. Tells what it was before, as far as it is known here. */
export function keepRead(client: QueryClient, noticeId: string): 'read' | 'unread' | 'unknown' {
  const inbox = client.getQueryData<Inbox>(INBOX_KEY);
  const notice = inbox?.pages.flatMap(({ items }) => items).find(({ id }) => id === noticeId);
  if (!inbox || !notice) return 'unknown';
  if (notice.isRead) return 'read';
  client.setQueryData<Inbox>(INBOX_KEY, withRead(inbox, noticeId));
  return 'unread';
}
