import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SubscriptionList } from '../../../types/subscription.ts';
import {
  usePageClock,
  usePageShown,
  usePullDown,
  useReachEnd,
} from '../../platform/page-events.ts';
import { isKnown } from '../../platform/session.ts';
import { PagedList } from '../../ui/PagedList.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { NoticeSection } from './NoticeSection.tsx';
import { NOTICE_WORDS } from './notice-words.ts';
import { sendPendingReports } from './pending-reports.ts';
import { TopicLists } from './TopicLists.tsx';
import { UnreadDot } from './UnreadDot.tsx';
import { useInbox } from './use-inbox.ts';
import { useOpenNotice } from './use-open-notice.ts';
import { useSubscriptions } from './use-subscriptions.ts';
import { useTopics } from './use-topics.ts';

/** What somebody has asked for who never logged in. */
const NOTHING: SubscriptionList = { subscriptions: [], unread: 0 };

/** Everything on 通知 of a reader who has not logged out. Looking at it logs in only whoever has logged in before. */
export function Notices() {
  const client = useQueryClient();
  const topics = useTopics();
  const subscriptions = useSubscriptions();
  // Until more is known, also while the first tap logs in: what is said of that tap has to stay.
  const [before] = useState(() => (isKnown() ? undefined : NOTHING));
  const inbox = useInbox();
  const openNotice = useOpenNotice();
  const now = usePageClock();

  const refreshAll = () =>
    Promise.all([topics.refresh(), subscriptions.refresh(), inbox.refresh()]);
  usePullDown(refreshAll);
  useReachEnd(inbox.loadMore);
  usePageShown(() => {
    sendPendingReports(client);
    // A longer list stays as it is: the reader's place would move.
    if (inbox.status !== 'pending' && inbox.pages.length <= 1) void inbox.refresh();
  });

  const list = subscriptions.list ?? before;
  // Where nothing at all came, the list below says so.
  const isUnknown = topics.isFailed || (subscriptions.isFailed && !list);
  return (
    <View>
      <UnreadDot />
      {list && !topics.isPending && !isUnknown && <TopicLists topics={topics.topics} list={list} />}
      {isUnknown && inbox.status === 'ready' && (
        <View className="topics-empty" ariaRole="alert">
          {NOTICE_WORDS.notKnown}
        </View>
      )}
      <SectionTitle words={NOTICE_WORDS.received} />
      <PagedList
        {...inbox}
        retry={() => void refreshAll()}
        empty={NOTICE_WORDS.emptyInbox}
        skeleton="text"
        renderPage={(notices, index) => (
          <NoticeSection key={index} notices={notices} now={now} onOpen={openNotice} />
        )}
      />
    </View>
  );
}
