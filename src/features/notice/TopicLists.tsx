import { View } from '@tarojs/components';
import type { SubscriptionList } from '../../../types/subscription.ts';
import type { Topic } from '../../../types/topic.ts';
import { MyTopics } from './MyTopics.tsx';
import { NOTICE_WORDS } from './notice-words.ts';
import { OtherTopics } from './OtherTopics.tsx';
import { useAsk } from './use-ask.ts';

interface TopicListsProps {
  topics: readonly Topic[];
  list: SubscriptionList;
}

/** What the reader asked for, and what else there is to ask for. */
export function TopicLists({ topics, list: { subscriptions } }: TopicListsProps) {
  // For both lists: what came of a tap stays with its topic when that moves from one to the other.
  const asking = useAsk();
  const others = topics.filter(({ id }) => !subscriptions.some(({ topicId }) => topicId === id));
  if (topics.length === 0 && subscriptions.length === 0) {
    return <View className="topics-empty">{NOTICE_WORDS.noneOffered}</View>;
  }
  return (
    <View>
      <MyTopics {...asking} topics={topics} subscriptions={subscriptions} />
      <OtherTopics {...asking} topics={others} isFirstTime={subscriptions.length === 0} />
    </View>
  );
}
