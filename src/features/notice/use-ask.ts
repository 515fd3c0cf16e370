import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { SubscriptionList } from '../../../types/subscription.ts';
import type { Topic } from '../../../types/topic.ts';
import { onceAtATime } from '../../platform/once-at-a-time.ts';
import { pointsToProgram } from '../../platform/single-page.ts';
import { requestSubscribe, type SubscribeOutcome } from '../../platform/subscribe.ts';
import { type AskResult, toAccepted, toAskResult, toRememberedResult } from './ask-result.ts';
import { reportAccepted } from './pending-reports.ts';
import { SUBSCRIPTIONS_KEY } from './subscription-cache.ts';
import { useSubscribeSetting } from './use-subscribe-setting.ts';

/** What was asked, and what came of it so far. */
interface Asked {
  topics: readonly Topic[];
  outcome: SubscribeOutcome;
  fate: Parameters<typeof toAskResult>[2];
  list?: SubscriptionList | undefined;
}

/** Undefined where the last question was about none of these topics. */
function toLastResult(asked: Asked | undefined, topics: readonly Topic[]): AskResult | undefined {
  if (!asked) return undefined;
  const ids = topics.map(({ id }) => id);
  const concerned = asked.topics.filter(({ id }) => ids.includes(id));
  if (concerned.length === 0) return undefined;
  return toAskResult(concerned, asked.outcome, asked.fate, asked.list);
}

export interface Ask {
  /** To be called by a tap handler itself: nothing comes before WeChat's question. A double tap counts once. */
  ask: (topics: readonly Topic[]) => void;
  /** What to say below the button of these topics: what came of the last tap, else what was decided for good before. */
  toResult: (topics: readonly Topic[]) => AskResult | undefined;
  /** To be called when WeChat's settings were open: something may have been decided there. */
  onSettingsClosed: () => void;
}

/** Lets WeChat ask about topics that go together (askable-topics.ts), and tells the endpoint what was accepted. */
export function useAsk(): Ask {
  const { setting, refresh } = useSubscribeSetting();
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked>();

  /** The part that may wait. */
  const report = async (topics: readonly Topic[], outcome: SubscribeOutcome) => {
    setAsked({ topics, outcome, fate: 'sending' });
    const accepted = toAccepted(topics, outcome);
    if (accepted.length === 0) return;
    const fate = await reportAccepted(client, accepted);
    const list = client.getQueryData<SubscriptionList>(SUBSCRIPTIONS_KEY);
    setAsked({ topics, outcome, fate, list });
  };
  const run = async (topics: readonly Topic[]) => {
    const outcome = await requestSubscribe(topics.map(({ templateId }) => templateId));
    refresh();
    // Not waited for: a slow network must not swallow the next tap.
    void report(topics, outcome);
  };

  const next = useRef(async () => {});
  const runOnce = useMemo(() => onceAtATime(() => next.current()), []);
  const ask = (topics: readonly Topic[]) => {
    if (pointsToProgram() || topics.length === 0) return;
    next.current = () => run(topics);
    void runOnce();
  };
  const toResult = (topics: readonly Topic[]) =>
    toLastResult(asked, topics) ?? toRememberedResult(topics, setting);
  return { ask, toResult, onSettingsClosed: refresh };
}
