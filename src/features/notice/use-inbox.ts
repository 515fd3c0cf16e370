import { isNoticePage } from '../../../types/generated/contract-checks.js';
import type { Notice } from '../../../types/notice.ts';
import { unwrapAnswer } from '../../platform/failure.ts';
import { type PagedView, usePagedQuery } from '../../platform/paged-query.ts';
import { toQueryString } from '../../platform/query-string.ts';
import { askPersonally, isKnown, useKnown } from '../../platform/session.ts';
import { INBOX_KEY } from './inbox-cache.ts';

const PAGE_SIZE = 20;

/** Every notice that this reader was sent, newest first, also those that WeChat could not deliver; none where nobody is known. */
export function useInbox(): PagedView<Notice> {
  const enabled = useKnown();
  const inbox = usePagedQuery({
    key: INBOX_KEY,
    enabled,
    fetchPage: async (cursor, signal) => {
      const path = `/v1/notices${toQueryString({ cursor, limit: PAGE_SIZE })}`;
      return unwrapAnswer(
        await askPersonally({ method: 'GET', path, check: isNoticePage }, signal),
      );
    },
  });
  const refresh = async () => {
    if (isKnown()) await inbox.refresh();
  };
  return enabled ? { ...inbox, refresh } : { ...inbox, status: 'ready', more: 'end', refresh };
}
