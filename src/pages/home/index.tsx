import { useAddToFavorites, useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useState } from 'react';
import { ArticleSection } from '../../features/feed/ArticleSection.tsx';
import { ChannelBar } from '../../features/feed/ChannelBar.tsx';
import { FeedHeader } from '../../features/feed/FeedHeader.tsx';
import { FEED_WORDS } from '../../features/feed/feed-words.ts';
import { HOME_SHARE } from '../../features/feed/home-share.ts';
import { useChannels } from '../../features/feed/use-channels.ts';
import { useFeed } from '../../features/feed/use-feed.ts';
import { usePageTurns } from '../../features/feed/use-page-turns.ts';
import { toChannelTopic } from '../../features/notice/askable-topics.ts';
import { keepRecentChannel } from '../../features/notice/recent-channel.ts';
import { TopicAsk } from '../../features/notice/TopicAsk.tsx';
import { UnreadDot } from '../../features/notice/UnreadDot.tsx';
import {
  scrollPageTo,
  usePageClock,
  usePullDown,
  useReachEnd,
} from '../../platform/page-events.ts';
import { toChatCard, toSquareCard } from '../../platform/share.ts';
import { PagedList } from '../../ui/PagedList.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';

export default function HomePage() {
  const [channelId, setChannelId] = useState<string>();
  const { channels, refresh, fetchMissing } = useChannels();
  const feed = useFeed(channelId);
  const turns = usePageTurns(channelId ?? '');
  const now = usePageClock();

  useShareAppMessage(() => toChatCard(HOME_SHARE));
  useShareTimeline(() => toSquareCard(HOME_SHARE));
  useAddToFavorites(() => toSquareCard(HOME_SHARE));
  usePullDown(() => Promise.all([feed.refresh(), refresh()]));
  useReachEnd(feed.loadMore);

  const select = (id: string | undefined) => {
    setChannelId(id);
    if (id !== undefined) keepRecentChannel(id);
    scrollPageTo(0);
  };

  const retry = () => {
    feed.retry();
    fetchMissing();
  };

  // Channels that come before the first feed wait for it: they are shown together, in one setData.
  const [isFeedKnown, setFeedKnown] = useState(false);
  if (!isFeedKnown && feed.status !== 'pending') setFeedKnown(true);

  return (
    <PageFrame>
      <UnreadDot />
      <FeedHeader />
      <ChannelBar channels={isFeedKnown ? channels : []} selected={channelId} onSelect={select} />
      {channelId !== undefined && <TopicAsk topicId={toChannelTopic(channelId)} />}
      <PagedList
        {...feed}
        retry={retry}
        empty={channelId === undefined ? FEED_WORDS.emptyFeed : FEED_WORDS.emptyChannel}
        renderPage={(cards, index) => (
          <ArticleSection
            key={`${channelId ?? ''}/${index}`}
            cards={cards}
            now={now}
            hasLead={channelId === undefined && index === 0}
            page={index}
            coversMayBegin={index <= turns.openPage}
            onCoversSettled={turns.settlePage}
          />
        )}
      />
    </PageFrame>
  );
}
