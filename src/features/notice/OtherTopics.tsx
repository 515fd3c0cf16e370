import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Topic } from '../../../types/topic.ts';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { AskCard } from './AskCard.tsx';
import { toFirstTopics } from './askable-topics.ts';
import { NOTICE_WORDS, toAskNote, toAskTogetherNote, toMoreWords } from './notice-words.ts';
import { readRecentChannel } from './recent-channel.ts';
import { TopicRow } from './TopicRow.tsx';
import type { Ask } from './use-ask.ts';

interface OtherTopicsProps extends Ask {
  /** Those that the reader has not asked for. */
  topics: readonly Topic[];
  /** Nothing was asked for yet: the first ones are offered together. */
  isFirstTime: boolean;
}

/** So many stand open above the inbox of a reader who has asked for something; the others follow a tap. */
const FEW = 2;

/** What there is to ask for. */
export function OtherTopics({ topics, isFirstTime, ...asking }: OtherTopicsProps) {
  const { ask, toResult, onSettingsClosed } = asking;
  const together = isFirstTime ? toFirstTopics(topics, readRecentChannel()) : [];
  const [first] = together;
  const [isOpen, setOpen] = useState(false);
  const shown = isFirstTime || isOpen || topics.length <= FEW + 1 ? topics : topics.slice(0, FEW);
  const hidden = topics.length - shown.length;
  if (topics.length === 0) return null;
  return (
    <View>
      <SectionTitle words={NOTICE_WORDS.offered} />
      {first && together.length > 1 && (
        <View className="topics-together">
          <AskCard
            words={together.map(({ name }) => name).join('、')}
            note={toAskTogetherNote(first)}
            isWide
            label={NOTICE_WORDS.subscribeTogether}
            onAsk={() => ask(together)}
            result={undefined}
            onSettingsClosed={onSettingsClosed}
          />
        </View>
      )}
      <View className="topics">
        {shown.map((topic) => (
          <TopicRow
            key={topic.id}
            name={topic.name}
            line={toAskNote(topic)}
            label={NOTICE_WORDS.subscribe}
            onAsk={() => ask([topic])}
            result={toResult([topic])}
            onSettingsClosed={onSettingsClosed}
          />
        ))}
        {hidden > 0 && (
          <View
            className="topics-more"
            hoverClass="pressed"
            ariaRole="button"
            onClick={() => setOpen(true)}
          >
            {toMoreWords(hidden)}
          </View>
        )}
      </View>
    </View>
  );
}
