import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNoticeParameter } from '../../platform/page-events.ts';
import { isKnown } from '../../platform/session.ts';
import { markRead } from './mark-read.ts';

/**
 * Marks the notice as read whose message opened this page. Nothing happens where none did, nor for a reader who is not known
 * here: a link with a notice in it may have come to anybody.
 */
export function useOpenedNotice(): void {
  const client = useQueryClient();
  const noticeId = useNoticeParameter();
  useEffect(() => {
    if (noticeId && isKnown()) void markRead(client, noticeId);
  }, [client, noticeId]);
}
