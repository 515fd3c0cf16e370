import { useAddToFavorites, useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { AccountHead } from '../../features/account/AccountHead.tsx';
import { OwnData } from '../../features/account/OwnData.tsx';
import { PrivacyGuide } from '../../features/account/PrivacyGuide.tsx';
import { StoredData } from '../../features/account/StoredData.tsx';
import { useAccount } from '../../features/account/use-account.ts';
import { HOME_SHARE } from '../../features/feed/home-share.ts';
import { usePullDown } from '../../platform/page-events.ts';
import { toChatCard, toSquareCard } from '../../platform/share.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';

export default function MinePage() {
  const view = useAccount();

  // Nothing here is for others: what is shared is the program itself.
  useShareAppMessage(() => toChatCard(HOME_SHARE));
  useShareTimeline(() => toSquareCard(HOME_SHARE));
  useAddToFavorites(() => toSquareCard(HOME_SHARE));
  usePullDown(view.refresh);

  return (
    <PageFrame>
      <AccountHead view={view} />
      {view.account && <StoredData account={view.account} />}
      {view.hasOwnData && <OwnData noteEnding={view.noteEnding} />}
      <PrivacyGuide />
    </PageFrame>
  );
}
