import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { SubscriptionList } from '../../../types/subscription.ts';
import type { Topic } from '../../../types/topic.ts';
import { onceAtATime } from '../../platform/once-at-a-time.ts';
import { pointsToProgram } from '../../platform/single-page.ts';
import {
  requestSubscribe,
  type SubscribeOutcome,
  type SubscribeSetting,
} from '../../platform/subscribe.ts';
import { type AskResult, toAccepted, toAskResult } from './ask-result.ts';
import { isOutdated, toRememberedResult, toReopenedResult } from './decided-result.ts';
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
  /** What came of the last tap alone. */
  toLast: (topics: readonly Topic[]) => AskResult | undefined;
  /** The last tap asked about several topics. */
  isTogether: boolean;
  /** What was decided in WeChat, where that is known, and what it was before the reader changed it on this page. */
  setting: SubscribeSetting | undefined;
  before: SubscribeSetting | undefined;
  /** To be called when WeChat's settings were open: something may have been decided there. */
  onSettingsClosed: () => void;
  /** What came of the last tap is no longer said: it is not true any more. */
  forget: () => void;
}

/**
 * What stood in WeChat's settings before they last changed, until `forget`. They are read again after each tap and each visit, so
 * this sees what was switched off become known, and then be switched on.
 *
 * @param onChange hears of a change while the page is drawn: it may set states of the same component alone
 */
function useBefore(
  setting: SubscribeSetting | undefined,
  onChange: (before: SubscribeSetting, setting: SubscribeSetting) => void,
) {
  const [last, setLast] = useState(setting);
  const [before, setBefore] = useState<SubscribeSetting>();
  if (setting !== last) {
    setLast(setting);
    setBefore(last);
    if (last && setting) onChange(last, setting);
  }
  return { before, forget: () => setBefore(undefined) };
}

/** Lets WeChat ask about topics that go together (askable-topics.ts), and tells the endpoint what was accepted. */
export function useAsk(): Ask {
  const { setting, refresh } = useSubscribeSetting();
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const { before, forget: forgetBefore } = useBefore(setting, (was, is) => {
    if (asked && isOutdated(asked.outcome, was, is)) setAsked(undefined);
  });

  /** The part that may wait: a slow network must not swallow the next tap. */
  const report = (topics: readonly Topic[], outcome: SubscribeOutcome) => {
    setAsked({ topics, outcome, fate: 'sending' });
    const accepted = toAccepted(topics, outcome);
    if (accepted.length === 0) return;
    reportAccepted(client, accepted, (fate) => {
      const list = client.getQueryData<SubscriptionList>(SUBSCRIPTIONS_KEY);
      // Late news of an earlier tap doesn't take the place of what was said of a later one.
      setAsked((last) => (last?.outcome === outcome ? { topics, outcome, fate, list } : last));
    });
  };
  const run = async (topics: readonly Topic[]) => {
    const outcome = await requestSubscribe(topics.map(({ templateId }) => templateId));
    forgetBefore();
    refresh();
    report(topics, outcome);
  };

  const next = useRef(async () => {});
  // By name, so that a double tap counts once, and taps on two topics twice.
  const runOnce = useMemo(() => onceAtATime((_names: string) => next.current()), []);
  const ask = (topics: readonly Topic[]) => {
    if (pointsToProgram() || topics.length === 0) return;
    next.current = () => run(topics);
    void runOnce(topics.map(({ id }) => id).join());
  };
  const toLast = (topics: readonly Topic[]) => toLastResult(asked, topics);
  const toResult = (topics: readonly Topic[]) =>
    toLast(topics) ??
    toReopenedResult(topics, before, setting) ??
    toRememberedResult(topics, setting);
  return {
    ...{ ask, toResult, toLast, setting, before },
    isTogether: asked !== undefined && asked.topics.length > 1,
    onSettingsClosed: refresh,
    forget: () => setAsked(undefined),
  };
}
