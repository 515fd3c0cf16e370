import { View } from '@tarojs/components';
import { useAddToFavorites, useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useState } from 'react';
import type { EventWhen } from '../../../types/event.ts';
import { EventSection } from '../../features/event/EventSection.tsx';
import { EMPTY_WORDS, EVENT_WORDS, WHEN_SEGMENTS } from '../../features/event/event-words.ts';
import { useEvents } from '../../features/event/use-events.ts';
import {
  scrollPageTo,
  usePageClock,
  usePullDown,
  useReachEnd,
} from '../../platform/page-events.ts';
import { EVENTS_PATH } from '../../platform/paths.ts';
import { toChatCard, toSquareCard } from '../../platform/share.ts';
import { PagedList } from '../../ui/PagedList.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import './index.css';

const SHARED = { title: EVENT_WORDS.shareListTitle, path: EVENTS_PATH };

export default function EventsPage() {
  const [when, setWhen] = useState<EventWhen>('upcoming');
  const events = useEvents(when);
  const now = usePageClock();

  useShareAppMessage(() => toChatCard(SHARED));
  useShareTimeline(() => toSquareCard(SHARED));
  useAddToFavorites(() => toSquareCard(SHARED));
  usePullDown(events.refresh);
  useReachEnd(events.loadMore);

  const select = (value: EventWhen) => {
    setWhen(value);
    scrollPageTo(0);
  };

  return (
    <PageFrame>
      <View className="when-bar">
        <SegmentedControl
          label={EVENT_WORDS.lists}
          segments={WHEN_SEGMENTS}
          selected={when}
          onSelect={select}
        />
      </View>
      <PagedList
        {...events}
        empty={EMPTY_WORDS[when]}
        renderPage={(cards, index) => (
          <EventSection key={`${when}/${index}`} cards={cards} now={now} />
        )}
      />
    </PageFrame>
  );
}
