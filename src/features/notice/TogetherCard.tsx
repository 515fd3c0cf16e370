import { View } from '@tarojs/components';
import type { Topic } from '../../../types/topic.ts';
import { AskCard } from './AskCard.tsx';
import { toAskTogetherNote } from './notice-words.ts';
import { toCardResult } from './topic-board.ts';
import type { Ask } from './use-ask.ts';

interface TogetherCardProps {
  /** Two or three that one question can be about. */
  topics: readonly Topic[];
  label: string;
  asking: Ask;
}

/** Asks for several topics with one tap, and says what came of each. */
export function TogetherCard({ topics, label, asking }: TogetherCardProps) {
  const [first] = topics;
  if (!first) return null;
  return (
    <View className="topics-together">
      <AskCard
        words={topics.map(({ name }) => name).join('、')}
        note={toAskTogetherNote(first)}
        isWide
        label={label}
        onAsk={() => asking.ask(topics)}
        result={toCardResult(topics, asking)}
        onSettingsClosed={asking.onSettingsClosed}
      />
    </View>
  );
}
