import { isEvent } from '../../../types/generated/contract-checks.js';
import { useDetailQuery } from '../../platform/detail-query.ts';
import { getFromEndpoint } from '../../platform/endpoint.ts';

/** One event; its blocks are still to be checked one by one. */
export function useEvent(id: string) {
  return useDetailQuery({
    key: ['event', id],
    fetchContent: (signal) =>
      getFromEndpoint(`/v1/events/${encodeURIComponent(id)}`, isEvent, signal),
  });
}
