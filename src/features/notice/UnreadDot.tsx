import { useEffect } from 'react';
import { usePageShown } from '../../platform/page-events.ts';
import { NOTICES_PATH } from '../../platform/paths.ts';
import { setTabDot } from '../../platform/tab-bar.ts';
import { useSubscriptions } from './use-subscriptions.ts';

/**
 * The red dot on the tab 通知 while a notice is unread, for a page with the tab bar; draws nothing itself. The number is asked
 * for when the page is shown.
 */
export function UnreadDot() {
  const { list, refresh } = useSubscriptions();
  const hasUnread = (list?.unread ?? 0) > 0;
  useEffect(() => setTabDot(NOTICES_PATH, hasUnread), [hasUnread]);
  usePageShown(() => {
    // What changed while another page lay over this one could not be shown then.
    setTabDot(NOTICES_PATH, hasUnread);
    void refresh();
  });
  return null;
}
