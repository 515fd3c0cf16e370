import { useQuery } from '@tanstack/react-query';
import { isSubscriptionList } from '../../../types/generated/contract-checks.js';
import type { SubscriptionList } from '../../../types/subscription.ts';
import { type Answer, unwrapAnswer } from '../../platform/failure.ts';
import { askPersonally, isKnown, useKnown } from '../../platform/session.ts';
import { SUBSCRIPTIONS_KEY } from './subscription-cache.ts';

/** What this reader asked for; asked only for readers who have logged in before. */
export function useSubscriptions() {
  const enabled = useKnown();
  const query = useQuery({
    queryKey: SUBSCRIPTIONS_KEY,
    enabled,
    // Every message that is sent changes it, and nothing here tells of that: whoever looks sees the newest.
    staleTime: 0,
    queryFn: async ({ signal }): Promise<SubscriptionList> => {
      const path = '/v1/subscriptions';
      const request = { method: 'GET', path, check: isSubscriptionList } as const;
      const answer: Answer<SubscriptionList> = await askPersonally(request, signal);
      return unwrapAnswer(answer);
    },
  });
  const isFailed = query.isError && query.data === undefined;
  const refresh = async () => {
    if (isKnown()) await query.refetch();
  };
  return { list: query.data, isFailed, refresh };
}
