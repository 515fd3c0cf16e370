import type { QueryClient } from '@tanstack/react-query';
import { isSubscriptionList } from '../../../types/generated/contract-checks.js';
import type { Subscription } from '../../../types/subscription.ts';
import { confirmStep } from '../../platform/dialog.ts';
import { toFailureWords } from '../../platform/failure-words.ts';
import { onceAtATime } from '../../platform/once-at-a-time.ts';
import { askPersonally } from '../../platform/session.ts';
import { showToast } from '../../platform/toast.ts';
import { NOTICE_WORDS, toStopAdvice } from './notice-words.ts';
import { keepSubscriptions } from './subscription-cache.ts';

/** Asks back, and takes a subscription away. Says so when that did not work. */
export const stopTopic = onceAtATime(
  async (client: QueryClient, { topicId, name }: Subscription): Promise<void> => {
    const { stopTitle, stopConfirm } = NOTICE_WORDS;
    if (!(await confirmStep(stopTitle, toStopAdvice(name), stopConfirm))) return;
    const path = `/v1/subscriptions/${encodeURIComponent(topicId)}`;
    const answer = await askPersonally({ method: 'DELETE', path, check: isSubscriptionList });
    if (answer.ok) keepSubscriptions(client, answer.value);
    else showToast(toFailureWords(answer.failure).title);
  },
);
