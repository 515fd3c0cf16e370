import type { EventWhen } from '../../../types/event.ts';
import { isEventPage } from '../../../types/generated/contract-checks.js';
import { getFromEndpoint } from '../../platform/endpoint.ts';
import { unwrapAnswer } from '../../platform/failure.ts';
import { usePagedQuery } from '../../platform/paged-query.ts';
import { toQueryString } from '../../platform/query-string.ts';

const PAGE_SIZE = 20;

/** The events that are to come, under way, or over; each keeps its own list. */
export function useEvents(when: EventWhen) {
  return usePagedQuery({
    key: ['events', when],
    fetchPage: async (cursor, signal) => {
      const path = `/v1/events${toQueryString({ when, cursor, limit: PAGE_SIZE })}`;
      return unwrapAnswer(await getFromEndpoint(path, isEventPage, signal));
    },
  });
}
