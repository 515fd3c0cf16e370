import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import type { Subscription } from '../../../types/subscription.ts';
import type { Topic } from '../../../types/topic.ts';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { NOTICE_WORDS, toCreditWords } from './notice-words.ts';
import { stopTopic } from './stop-topic.ts';
import { TopicRow } from './TopicRow.tsx';
import { toAskLabel } from './topic-state.ts';
import type { Ask } from './use-ask.ts';

interface MyTopicsProps extends Ask {
  topics: readonly Topic[];
  subscriptions: readonly Subscription[];
}

/** What the reader asked for, with how many of each are left. */
export function MyTopics({ topics, subscriptions, ...asking }: MyTopicsProps) {
  const { ask, toResult, onSettingsClosed, forget } = asking;
  const client = useQueryClient();
  const stop = (subscription: Subscription) => {
    forget();
    void stopTopic(client, subscription);
  };
  if (subscriptions.length === 0) return null;
  return (
    <View>
      <SectionTitle words={NOTICE_WORDS.mine} />
      <View className="topics">
        {subscriptions.map((subscription) => {
          // None where the endpoint no longer offers it.
          const known = topics.filter(({ id }) => id === subscription.topicId);
          return (
            <TopicRow
              key={subscription.topicId}
              name={subscription.name}
              line={toCreditWords(subscription)}
              label={known[0] && toAskLabel(known[0], subscription)}
              onAsk={() => ask(known)}
              onStop={() => stop(subscription)}
              result={toResult(known)}
              onSettingsClosed={onSettingsClosed}
            />
          );
        })}
      </View>
    </View>
  );
}
