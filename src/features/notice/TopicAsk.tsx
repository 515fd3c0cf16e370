import { AskPanel } from './AskPanel.tsx';
import { toAskWords } from './notice-words.ts';
import { useTopics } from './use-topics.ts';

/** Asks for one topic, where a reader has just read of it; nothing at all where the endpoint doesn't offer it. */
export function TopicAsk({ topicId }: { topicId: string }) {
  const { topics } = useTopics();
  const topic = topics.find(({ id }) => id === topicId);
  return topic ? <AskPanel key={topic.id} topic={topic} words={toAskWords(topic.name)} /> : null;
}
