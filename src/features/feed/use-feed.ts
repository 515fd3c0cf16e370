import { isFeedPage } from '../../../types/generated/contract-checks.js';
import { getFromEndpoint } from '../../platform/endpoint.ts';
import { unwrapAnswer } from '../../platform/failure.ts';
import { usePagedQuery } from '../../platform/paged-query.ts';
import { toQueryString } from '../../platform/query-string.ts';
import { putPinnedFirst } from './pinned-first.ts';

const PAGE_SIZE = 20;

/** The feed of a channel, newest first below what is pinned; of all channels when none is given. Each keeps its own list. */
export function useFeed(channel: string | undefined) {
  return usePagedQuery({
    key: ['feed', channel ?? ''],
    toLists: putPinnedFirst,
    fetchPage: async (cursor, signal) => {
      const path = `/v1/articles${toQueryString({ channel, cursor, limit: PAGE_SIZE })}`;
      return unwrapAnswer(await getFromEndpoint(path, isFeedPage, signal));
    },
  });
}
