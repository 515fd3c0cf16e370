import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import type { Subscription } from '../../../types/subscription.ts';
import type { Topic } from '../../../types/topic.ts';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { isBlocked } from './decided-result.ts';
import { NOTICE_WORDS, toCreditWords } from './notice-words.ts';
import { stopTopic } from './stop-topic.ts';
import { TogetherCard } from './TogetherCard.tsx';
import { type RowState, TopicRow } from './TopicRow.tsx';
import { toAskLabel } from './topic-state.ts';
import type { Ask } from './use-ask.ts';

const UNKNOWN_ROW: RowState = { result: undefined, isPending: false };

interface MyTopicsProps {
  asking: Ask;
  toRow: (topic: Topic) => RowState;
  topics: readonly Topic[];
  subscriptions: readonly Subscription[];
  /** Those used up that can be asked for again together; none where that is a single one. */
  together: readonly Topic[];
}

/** What the reader asked for, with how many of each are left. */
export function MyTopics(props: MyTopicsProps) {
  const { asking, topics, subscriptions } = props;
  const { ask, setting, onSettingsClosed, forget } = asking;
  const client = useQueryClient();
  const stop = (subscription: Subscription) => {
    forget();
    void stopTopic(client, subscription);
  };
  if (subscriptions.length === 0) return null;
  return (
    <View>
      <SectionTitle words={NOTICE_WORDS.mine} />
      <TogetherCard
        topics={props.together}
        label={NOTICE_WORDS.subscribeMoreTogether}
        asking={asking}
      />
      <View className="topics">
        {subscriptions.map((subscription) => {
          // None where the endpoint no longer offers it.
          const known = topics.filter(({ id }) => id === subscription.topicId);
          const isOff = setting !== undefined && isBlocked(known, setting);
          return (
            <TopicRow
              key={subscription.topicId}
              name={subscription.name}
              line={toCreditWords(subscription, isOff)}
              label={known[0] && toAskLabel(known[0], subscription)}
              onAsk={() => ask(known)}
              onStop={() => stop(subscription)}
              onSettingsClosed={onSettingsClosed}
              {...(known[0] ? props.toRow(known[0]) : UNKNOWN_ROW)}
            />
          );
        })}
      </View>
    </View>
  );
}
