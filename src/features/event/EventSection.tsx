import { View } from '@tarojs/components';
import { memo } from 'react';
import type { EventCard } from '../../../types/event-card.ts';
import { EventCardItem } from './EventCardItem.tsx';

/** One page of events. Drawn once: further pages don't touch it. */
export const EventSection = memo(function EventSection(props: {
  cards: readonly EventCard[];
  now: number;
}) {
  return (
    <View>
      {props.cards.map((card) => (
        <EventCardItem key={card.id} card={card} now={props.now} />
      ))}
    </View>
  );
});
