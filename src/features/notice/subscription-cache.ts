import type { QueryClient } from '@tanstack/react-query';
import type { SubscriptionList } from '../../../types/subscription.ts';
import { PERSONAL } from '../../platform/personal-query.ts';

export const SUBSCRIPTIONS_KEY = [PERSONAL, 'subscriptions'] as const;

/** Puts what the endpoint answered after a change where every part of a page reads it. */
export function keepSubscriptions(client: QueryClient, list: SubscriptionList): void {
  // An older answer that is still on its way must not take its place.
  void client.cancelQueries({ queryKey: SUBSCRIPTIONS_KEY });
  client.setQueryData<SubscriptionList>(SUBSCRIPTIONS_KEY, list);
}

/** One unread notice less, until the endpoint tells the number again. */
export function countOneRead(client: QueryClient): void {
  client.setQueryData<SubscriptionList>(
    SUBSCRIPTIONS_KEY,
    (list) => list && { ...list, unread: Math.max(0, list.unread - 1) },
  );
}

/** The number of unread ones is no longer known for sure: it is fetched when it is needed next. */
export function forgetUnread(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: SUBSCRIPTIONS_KEY, refetchType: 'none' });
}
