import { beforeEach, describe, expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { INBOX_KEY, keepRead } from '../../../../src/features/notice/inbox-cache.ts';
import type { Notice } from '../../../../types/notice.ts';

const notice = (id: string, isRead: boolean): Notice => ({
  id,
  topicId: 'notices',
  topicName: '通知公告',
  title: id,
  note: '',
  publishedAt: '2026-11-25T10:00:00+08:00',
  delivery: 'sent',
  isRead,
});
const inbox = {
  pages: [
    { items: [notice('a', true)], nextCursor: 'x' },
    { items: [notice('b', false), notice('c', false)], nextCursor: null },
  ],
  pageParams: [undefined, 'x'],
};

describe('keepRead', () => {
  let client: QueryClient;
  beforeEach(() => {
    client = new QueryClient();
    client.setQueryData(INBOX_KEY, inbox);
  });

  it('shows one notice as read, and leaves the other pages as they are', () => {
    expect(keepRead(client, 'b')).toBe('unread');
    const now = client.getQueryData<typeof inbox>(INBOX_KEY);
    expect(now?.pages[1]?.items.map(({ isRead }) => isRead)).toEqual([true, false]);
    expect(now?.pages[0]).toBe(inbox.pages[0]);
    client.clear();
  });

  it.each([
    ['a', 'read'],
    ['elsewhere', 'unknown'],
  ])('changes nothing for %s, which is %s', (id, was) => {
    expect(keepRead(client, id)).toBe(was);
    expect(client.getQueryData(INBOX_KEY)).toBe(inbox);
    client.clear();
  });
});
