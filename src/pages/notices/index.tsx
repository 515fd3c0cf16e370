import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { HOME_SHARE } from '../../features/feed/home-share.ts';
import { Notices } from '../../features/notice/Notices.tsx';
import { SignedOut } from '../../features/notice/SignedOut.tsx';
import { useSignedIn } from '../../platform/session.ts';
import { toChatCard, toTimelineCard } from '../../platform/share.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';

export default function NoticesPage() {
  const isSignedIn = useSignedIn();
  useShareAppMessage(() => toChatCard(HOME_SHARE));
  useShareTimeline(() => toTimelineCard(HOME_SHARE));
  return <PageFrame>{isSignedIn ? <Notices /> : <SignedOut />}</PageFrame>;
}
