import { View } from '@tarojs/components';
import { useAddToFavorites, useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { AttachmentList } from '../../features/content/AttachmentList.tsx';
import { Body } from '../../features/content/Body.tsx';
import { EventFacts } from '../../features/event/EventFacts.tsx';
import { EventHead } from '../../features/event/EventHead.tsx';
import { EVENT_WORDS, toShareTitle } from '../../features/event/event-words.ts';
import { useEvent } from '../../features/event/use-event.ts';
import { ArticleCardItem } from '../../features/feed/ArticleCardItem.tsx';
import { HOME_SHARE } from '../../features/feed/home-share.ts';
import { EVENTS_TOPIC } from '../../features/notice/askable-topics.ts';
import { TopicAsk } from '../../features/notice/TopicAsk.tsx';
import { useOpenedNotice } from '../../features/notice/use-opened-notice.ts';
import { openHome } from '../../platform/navigation.ts';
import { useIdParameter, usePageClock, usePullDown } from '../../platform/page-events.ts';
import { toEventPath } from '../../platform/paths.ts';
import { toChatCard, toSquareCard } from '../../platform/share.ts';
import { DetailFrame } from '../../ui/DetailFrame.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';

export default function EventPage() {
  const id = useIdParameter();
  const event = useEvent(id);
  const now = usePageClock();
  const shown = event.content;

  const toShared = () => ({
    title: shown ? toShareTitle(shown, Date.now()) : EVENT_WORDS.shareTitle,
    path: toEventPath(id),
    coverUrl: shown?.cover?.url,
  });
  useShareAppMessage(() => toChatCard(event.status === 'failed' ? HOME_SHARE : toShared()));
  // The timeline and the favourites open this very page, so their cards can't lead home.
  useShareTimeline(() => toSquareCard(toShared()));
  useAddToFavorites(() => toSquareCard(toShared()));
  usePullDown(event.refresh);
  useOpenedNotice();

  return (
    <DetailFrame {...event} goHome={openHome}>
      {shown && (
        <>
          <EventHead event={shown} now={now} />
          <EventFacts event={shown} now={now} />
          <Body blocks={shown.blocks}>
            <AttachmentList attachments={shown.attachments} />
            <TopicAsk topicId={EVENTS_TOPIC} />
            {shown.article && (
              <View>
                <SectionTitle words={EVENT_WORDS.announcement} />
                <ArticleCardItem card={shown.article} now={now} />
              </View>
            )}
          </Body>
        </>
      )}
    </DetailFrame>
  );
}
