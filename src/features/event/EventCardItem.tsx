import { Text, View } from '@tarojs/components';
import { toEventTimeWords } from '../../../rules/date-words.ts';
import { toEventState } from '../../../rules/event-state.ts';
import type { EventCard } from '../../../types/event-card.ts';
import { openEvent } from '../../platform/navigation.ts';
import { toDateBlock } from './date-block.ts';
import { StateTag } from './StateTag.tsx';
import './EventCardItem.css';

/** An activity in a list: the leaf of a calendar, its state in words, when and where. */
export function EventCardItem({ card, now }: { card: EventCard; now: number }) {
  const state = toEventState(card, now);
  const { month, day } = toDateBlock(card.startsAt);
  return (
    <View
      className={`event-card event-card-${state}`}
      hoverClass="pressed"
      ariaRole="link"
      onClick={() => openEvent(card.id)}
    >
      <View className="event-leaf" ariaHidden>
        <View className="event-leaf-month">{month}</View>
        <View className="event-leaf-day">{day}</View>
      </View>
      <View className="event-words">
        <StateTag state={state} />
        <View className="event-title">{card.title}</View>
        <Text className="event-line">{toEventTimeWords(card.startsAt, card.endsAt, now)}</Text>
        <Text className="event-line">{card.venueName}</Text>
      </View>
    </View>
  );
}
