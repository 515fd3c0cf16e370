import { View } from '@tarojs/components';
import type { EventCard } from '../../../types/event-card.ts';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { EventCardItem } from './EventCardItem.tsx';

interface RelatedEventsProps {
  title: string;
  events: readonly EventCard[];
  now: number;
}

/** The activities that a text speaks of; nothing at all where there are none. */
export function RelatedEvents({ title, events, now }: RelatedEventsProps) {
  if (events.length === 0) return null;
  return (
    <View>
      <SectionTitle words={title} />
      {events.map((card) => (
        <EventCardItem key={card.id} card={card} now={now} />
      ))}
    </View>
  );
}
