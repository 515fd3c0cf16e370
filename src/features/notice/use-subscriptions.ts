import { useQuery } from '@tanstack/react-query';
import { isSubscriptionList } from '../../../types/generated/contract-checks.js';
import type { SubscriptionList } from '../../../types/subscription.ts';
import { type Answer, unwrapAnswer } from '../../platform/failure.ts';
import { askPersonally, useSignedIn } from '../../platform/session.ts';
import { SUBSCRIPTIONS_KEY } from './subscription-cache.ts';

/**
 * What this reader asked for.
 *
 * @param logsIn false where reading must not need a login: then it is known only where a session is there already
 */
export function useSubscriptions({ logsIn }: { logsIn: boolean }) {
  const enabled = useSignedIn();
  const query = useQuery({
    queryKey: SUBSCRIPTIONS_KEY,
    enabled,
    queryFn: async ({ signal }): Promise<SubscriptionList> => {
      const path = '/v1/subscriptions';
      const request = { method: 'GET', path, check: isSubscriptionList, logsIn } as const;
      const answer: Answer<SubscriptionList> = await askPersonally(request, signal);
      return unwrapAnswer(answer);
    },
  });
  const isFailed = query.isError && query.data === undefined;
  return { list: query.data, isFailed, refresh: query.refetch };
}
