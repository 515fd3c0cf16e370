import type { Topic } from '../../../types/topic.ts';
import { AskCard } from './AskCard.tsx';
import { toAskNote, toCreditWords } from './notice-words.ts';
import { toAskLabel } from './topic-state.ts';
import { useAsk } from './use-ask.ts';
import { useSubscriptions } from './use-subscriptions.ts';

interface AskPanelProps {
  topic: Topic;
  /** What it is for, in this place: 订阅「新活动」. */
  words: string;
}

/** Asks for one topic where a reader has just read of it. Logs nobody in before the tap. */
export function AskPanel({ topic, words }: AskPanelProps) {
  const { ask, toResult, onSettingsClosed } = useAsk();
  const { list } = useSubscriptions();
  const topics = [topic];
  const subscription = list?.subscriptions.find(({ topicId }) => topicId === topic.id);
  return (
    <AskCard
      words={words}
      note={subscription ? toCreditWords(subscription) : toAskNote(topic)}
      label={toAskLabel(topic, subscription)}
      onAsk={() => ask(topics)}
      result={toResult(topics)}
      onSettingsClosed={onSettingsClosed}
    />
  );
}
