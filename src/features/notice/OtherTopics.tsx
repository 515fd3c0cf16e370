import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Topic } from '../../../types/topic.ts';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { NOTICE_WORDS, toAskNote, toMoreWords } from './notice-words.ts';
import { TogetherCard } from './TogetherCard.tsx';
import { type RowState, TopicRow } from './TopicRow.tsx';
import type { Ask } from './use-ask.ts';

interface OtherTopicsProps {
  asking: Ask;
  toRow: (topic: Topic) => RowState;
  /** Those that the reader has not asked for. */
  topics: readonly Topic[];
  /** Nothing was asked for yet: the first ones are offered together. */
  isFirstTime: boolean;
  /** Those that are offered together; none where that is a single one. */
  together: readonly Topic[];
}

/** So many stand open above the inbox of a reader who has asked for something; the others follow a tap. */
const FEW = 2;

/** What there is to ask for. */
export function OtherTopics(props: OtherTopicsProps) {
  const { topics, isFirstTime, asking } = props;
  const [isOpen, setOpen] = useState(false);
  const shown = isFirstTime || isOpen || topics.length <= FEW + 1 ? topics : topics.slice(0, FEW);
  const hidden = topics.length - shown.length;
  if (topics.length === 0) return null;
  return (
    <View>
      <SectionTitle words={NOTICE_WORDS.offered} />
      <TogetherCard
        topics={props.together}
        label={NOTICE_WORDS.subscribeTogether}
        asking={asking}
      />
      <View className="topics">
        {shown.map((topic) => (
          <TopicRow
            key={topic.id}
            name={topic.name}
            line={toAskNote(topic)}
            label={NOTICE_WORDS.subscribe}
            onAsk={() => asking.ask([topic])}
            onSettingsClosed={asking.onSettingsClosed}
            {...props.toRow(topic)}
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
