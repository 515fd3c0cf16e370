import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNoticeParameter } from '../../platform/page-events.ts';
import { markRead } from './mark-read.ts';

/** Marks the notice as read whose message opened this page; nothing happens where none did. */
export function useOpenedNotice(): void {
  const client = useQueryClient();
  const noticeId = useNoticeParameter();
  useEffect(() => {
    if (noticeId) void markRead(client, noticeId);
  }, [client, noticeId]);
}
