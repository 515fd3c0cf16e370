import { View } from '@tarojs/components';
import type { SubscriptionList } from '../../../types/subscription.ts';
import type { Topic } from '../../../types/topic.ts';
import { AskResultView } from './AskResultView.tsx';
import { toAgainTopics, toFirstTopics } from './askable-topics.ts';
import { toSharedResults } from './decided-result.ts';
import { MyTopics } from './MyTopics.tsx';
import { NOTICE_WORDS } from './notice-words.ts';
import { OtherTopics } from './OtherTopics.tsx';
import { usePendingTopics } from './pending-reports.ts';
import { readRecentChannel } from './recent-channel.ts';
import { toRowResult } from './topic-board.ts';
import { toTopicOrder } from './topic-state.ts';
import { useAsk } from './use-ask.ts';

interface TopicListsProps {
  topics: readonly Topic[];
  list: SubscriptionList;
}

/** What the reader asked for, and what else there is to ask for. */
export function TopicLists({ topics, list }: TopicListsProps) {
  // For both lists: what came of a tap stays with its topic when that moves from one to the other.
  const asking = useAsk();
  const pending = usePendingTopics();
  const subscriptions = toTopicOrder(list.subscriptions, topics);
  const others = topics.filter(({ id }) => !subscriptions.some(({ topicId }) => topicId === id));
  if (topics.length === 0 && subscriptions.length === 0) {
    return <View className="topics-empty">{NOTICE_WORDS.noneOffered}</View>;
  }
  const isFirstTime = subscriptions.length === 0;
  const offered = isFirstTime
    ? toFirstTopics(topics, readRecentChannel())
    : toAgainTopics(topics, subscriptions);
  // One alone has a row with a button.
  const card = offered.length > 1 ? offered : [];
  const toRow = (topic: Topic) => {
    const result = toRowResult(topic, { topics, card, asking });
    // What came of the tap says the same at more length.
    const isPending = pending.includes(topic.id) && !asking.toLast([topic]);
    return { result, isPending };
  };
  const shared = toSharedResults(topics, asking.before, asking.setting);
  return (
    <View>
      {/* Always there, so that a screen reader hears what comes. */}
      <View className={shared.length > 0 ? 'topics-decided' : ''}>
        {shared.map((result) => (
          <AskResultView
            key={result.sentences.join()}
            result={result}
            onSettingsClosed={asking.onSettingsClosed}
          />
        ))}
      </View>
      <MyTopics {...{ asking, topics, subscriptions, toRow }} together={isFirstTime ? [] : card} />
      <OtherTopics
        {...{ asking, isFirstTime, toRow }}
        topics={others}
        together={isFirstTime ? card : []}
      />
    </View>
  );
}
