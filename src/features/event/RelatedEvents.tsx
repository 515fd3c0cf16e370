import { View } from '@tarojs/components';
import { isEventCard } from '../../../types/generated/contract-checks.js';
import { useKnownMembers } from '../../platform/known-members.ts';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { EventCardItem } from './EventCardItem.tsx';

interface RelatedEventsProps {
  title: string;
  /** As they came: they are checked here, one by one. */
  events: readonly unknown[];
  now: number;
}

/** The activities that a text speaks of; nothing at all where there are none. */
export function RelatedEvents({ title, events, now }: RelatedEventsProps) {
  const known = useKnownMembers(events, isEventCard);
  if (known.length === 0) return null;
  return (
    <View>
      <SectionTitle words={title} />
      {known.map((card) => (
        <EventCardItem key={card.id} card={card} now={now} />
      ))}
    </View>
  );
}
