import { Text, View } from '@tarojs/components';
import { toEventTimeWords } from '../../../rules/date-words.ts';
import type { Event } from '../../../types/event.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { callOrganiser, showPlace } from './event-actions.ts';
import { EVENT_WORDS } from './event-words.ts';
import './EventFacts.css';

interface FactProps {
  icon: IconName;
  label: string;
  words: string;
  detail?: string | undefined;
  action?: { words: string; run: () => void } | undefined;
}

function Fact({ icon, label, words, detail, action }: FactProps) {
  return (
    <View className="fact">
      <Icon name={icon} />
      <View className="fact-words">
        <Text className="fact-label">{label}</Text>
        <Text className="fact-text" userSelect>
          {words}
        </Text>
        {detail && (
          <Text className="fact-detail" userSelect>
            {detail}
          </Text>
        )}
      </View>
      {action && (
        <View
          className="fact-action"
          hoverClass="pressed"
          ariaRole="button"
          ariaLabel={`${action.words}：${words}`}
          onClick={action.run}
        >
          {action.words}
        </View>
      )}
    </View>
  );
}

type EventFactsProps = {
  event: Pick<Event, 'startsAt' | 'endsAt' | 'venue' | 'organiser' | 'phone'>;
  now: number;
};

/** When, where, by whom, and whom to call; each with what one can do about it. */
export function EventFacts({ event, now }: EventFactsProps) {
  const { venue, phone } = event;
  const hasMap = venue.latitude !== undefined && venue.longitude !== undefined;
  const { time, place, organiser, openMap, copyAddress, call } = EVENT_WORDS;
  return (
    <View className="facts">
      <Fact icon="time" label={time} words={toEventTimeWords(event.startsAt, event.endsAt, now)} />
      <Fact
        icon="place"
        label={place}
        words={venue.name}
        detail={venue.address}
        action={{ words: hasMap ? openMap : copyAddress, run: () => void showPlace(venue) }}
      />
      {event.organiser && <Fact icon="people" label={organiser} words={event.organiser} />}
      {phone && (
        <Fact
          icon="phone"
          label={EVENT_WORDS.phone}
          words={phone}
          action={{ words: call, run: () => void callOrganiser(phone) }}
        />
      )}
    </View>
  );
}
