import type { Subscription } from '../../../types/subscription.ts';
import type { Topic } from '../../../types/topic.ts';
import { NOTICE_WORDS } from './notice-words.ts';

/** What the button of a topic says; undefined where there is nothing to ask for: a long-term one that holds. */
export function toAskLabel(
  topic: Pick<Topic, 'isLongTerm'>,
  subscription: Pick<Subscription, 'credits'> | undefined,
): string | undefined {
  if (!subscription) return NOTICE_WORDS.subscribe;
  if (!topic.isLongTerm) return NOTICE_WORDS.subscribeMore;
  return subscription.credits > 0 ? undefined : NOTICE_WORDS.subscribe;
}

/** The subscriptions in the order of the topics, so that none moves when another is asked for; then those no longer offered. */
export function toTopicOrder(
  subscriptions: readonly Subscription[],
  topics: readonly Pick<Topic, 'id'>[],
): Subscription[] {
  const offered = topics.flatMap(({ id }) => subscriptions.filter(({ topicId }) => topicId === id));
  return [...offered, ...subscriptions.filter((subscription) => !offered.includes(subscription))];
}
