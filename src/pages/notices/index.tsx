import { useAddToFavorites, useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { HOME_SHARE } from '../../features/feed/home-share.ts';
import { AloneNotices } from '../../features/notice/AloneNotices.tsx';
import { Notices } from '../../features/notice/Notices.tsx';
import { SignedOut } from '../../features/notice/SignedOut.tsx';
import { useSignedIn } from '../../platform/session.ts';
import { toChatCard, toSquareCard } from '../../platform/share.ts';
import { isSinglePage } from '../../platform/single-page.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';

export default function NoticesPage() {
  const isSignedIn = useSignedIn();
  useShareAppMessage(() => toChatCard(HOME_SHARE));
  useShareTimeline(() => toSquareCard(HOME_SHARE));
  useAddToFavorites(() => toSquareCard(HOME_SHARE));
  const outside = isSinglePage() ? <AloneNotices /> : <SignedOut />;
  return <PageFrame>{isSignedIn ? <Notices /> : outside}</PageFrame>;
}
