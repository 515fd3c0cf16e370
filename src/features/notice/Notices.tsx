import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import {
  usePageClock,
  usePageShown,
  usePullDown,
  useReachEnd,
} from '../../platform/page-events.ts';
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

/** Everything on 通知 of a reader who may be known. */
export function Notices() {
  const client = useQueryClient();
  const topics = useTopics();
  const subscriptions = useSubscriptions({ logsIn: true });
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

  const { list } = subscriptions;
  // Where nothing at all came, the list below says so.
  const isUnknown = topics.isFailed || subscriptions.isFailed;
  return (
    <View>
      <UnreadDot logsIn />
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
        renderPage={(notices, index) => (
          <NoticeSection key={index} notices={notices} now={now} onOpen={openNotice} />
        )}
      />
    </View>
  );
}
