import type { QueryClient } from '@tanstack/react-query';
import { logNotice } from '../../platform/log.ts';
import { isNothing } from '../../platform/read-answer.ts';
import { askPersonally } from '../../platform/session.ts';
import { keepRead } from './inbox-cache.ts';
import { countOneRead, forgetUnread } from './subscription-cache.ts';

/**
 * Marks a notice as read, here at once and at the endpoint. Nothing depends on it: a failure is logged, and the notice shows as
 * unread when it is fetched again.
 */
export async function markRead(client: QueryClient, noticeId: string): Promise<void> {
  const was = keepRead(client, noticeId);
  if (was === 'read') return;
  if (was === 'unread') countOneRead(client);
  const path = `/v1/notices/${encodeURIComponent(noticeId)}/read`;
  const answer = await askPersonally({ method: 'POST', path, check: isNothing });
  if (!answer.ok) logNotice(`a notice could not be marked as read: ${answer.failure.kind}`);
  // The number of unread ones is the endpoint's to tell; asked for when a page that shows it comes to the top.
  else if (was === 'unknown') await forgetUnread(client);
}
