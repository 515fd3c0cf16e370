import { useAddToFavorites, useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { ArticleHead } from '../../features/article/ArticleHead.tsx';
import { ARTICLE_WORDS, toShareTitle } from '../../features/article/article-words.ts';
import { useArticle } from '../../features/article/use-article.ts';
import { WithdrawnArticle } from '../../features/article/WithdrawnArticle.tsx';
import { AttachmentList } from '../../features/content/AttachmentList.tsx';
import { Body } from '../../features/content/Body.tsx';
import { OriginLink } from '../../features/content/OriginLink.tsx';
import { RelatedEvents } from '../../features/event/RelatedEvents.tsx';
import { HOME_SHARE } from '../../features/feed/home-share.ts';
import { NewestArticles } from '../../features/feed/NewestArticles.tsx';
import { toChannelTopic } from '../../features/notice/askable-topics.ts';
import { TopicAsk } from '../../features/notice/TopicAsk.tsx';
import { useOpenedNotice } from '../../features/notice/use-opened-notice.ts';
import { openHome } from '../../platform/navigation.ts';
import { useIdParameter, usePageClock, usePullDown } from '../../platform/page-events.ts';
import { toArticlePath } from '../../platform/paths.ts';
import { toChatCard, toSquareCard } from '../../platform/share.ts';
import { DetailFrame } from '../../ui/DetailFrame.tsx';

export default function ArticlePage() {
  const id = useIdParameter();
  const article = useArticle(id);
  const now = usePageClock();
  const shown = article.content;

  const shared = {
    title: shown ? toShareTitle(shown) : ARTICLE_WORDS.shareTitle,
    path: toArticlePath(id),
    coverUrl: shown?.cover?.url,
  };
  useShareAppMessage(() => toChatCard(article.status === 'failed' ? HOME_SHARE : shared));
  // The timeline and the favourites open this very page, so their cards can't lead home.
  useShareTimeline(() => toSquareCard(shared));
  useAddToFavorites(() => toSquareCard(shared));
  usePullDown(article.refresh);
  useOpenedNotice();

  if (shown?.state === 'withdrawn') {
    return (
      <DetailFrame {...article} goHome={openHome}>
        <WithdrawnArticle article={shown} goHome={openHome} />
        <NewestArticles channelId={shown.channel.id} now={now} />
      </DetailFrame>
    );
  }
  return (
    <DetailFrame {...article} goHome={openHome}>
      {shown && (
        <>
          <ArticleHead article={shown} now={now} />
          <Body blocks={shown.blocks}>
            <OriginLink url={shown.originUrl} />
            <AttachmentList attachments={shown.attachments} />
            <TopicAsk topicId={toChannelTopic(shown.channel.id)} />
            <RelatedEvents title={ARTICLE_WORDS.relatedEvents} events={shown.events} now={now} />
          </Body>
        </>
      )}
    </DetailFrame>
  );
}
