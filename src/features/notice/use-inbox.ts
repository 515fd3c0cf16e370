import { isNoticePage } from '../../../types/generated/contract-checks.js';
import { unwrapAnswer } from '../../platform/failure.ts';
import { usePagedQuery } from '../../platform/paged-query.ts';
import { toQueryString } from '../../platform/query-string.ts';
import { askPersonally } from '../../platform/session.ts';
import { INBOX_KEY } from './inbox-cache.ts';

const PAGE_SIZE = 20;

/** Every notice that this reader was sent, newest first, also those that WeChat could not deliver. */
export function useInbox() {
  return usePagedQuery({
    key: INBOX_KEY,
    fetchPage: async (cursor, signal) => {
      const path = `/v1/notices${toQueryString({ cursor, limit: PAGE_SIZE })}`;
      return unwrapAnswer(
        await askPersonally({ method: 'GET', path, check: isNoticePage }, signal),
      );
    },
  });
}
