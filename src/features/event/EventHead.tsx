import { Image, Text, View } from '@tarojs/components';
import { toEventState } from '../../../rules/event-state.ts';
import type { Event } from '../../../types/event.ts';
import { toFittingMediaUrl, toPlaceholderStyle } from '../../platform/fitting-url.ts';
import { STATE_ADVICE } from './event-words.ts';
import { StateTag } from './StateTag.tsx';
import './EventHead.css';

interface EventHeadProps {
  event: Pick<Event, 'title' | 'status' | 'startsAt' | 'endsAt' | 'cover'>;
  now: number;
}

/** As in the style sheet. */
const PLACE = { width: 'full', height: 211 } as const;

/** Cover, state in words and title; what a cancelled or postponed event means for a reader. */
export function EventHead({ event, now }: EventHeadProps) {
  const state = toEventState(event, now);
  const advice = STATE_ADVICE[state];
  const { cover } = event;
  return (
    <View>
      {cover && (
        <Image
          className="event-cover"
          style={toPlaceholderStyle(cover.placeholder)}
          src={toFittingMediaUrl(cover, PLACE)}
          mode="aspectFill"
          webp
          ariaRole="img"
          ariaLabel={cover.alt}
        />
      )}
      <View className="event-head">
        <StateTag state={state} />
        <View className="event-head-title" ariaRole="heading" ariaLevel={1}>
          {event.title}
        </View>
        {advice && <Text className="event-advice">{advice}</Text>}
      </View>
    </View>
  );
}
