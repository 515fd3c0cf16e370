import { usePullDown } from '../../platform/page-events.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { NOTICE_WORDS } from './notice-words.ts';

/** In the place of the notices on a page that was opened from the timeline: nobody can log in there. */
export function AloneNotices() {
  // The page can be pulled all the same: WeChat's spinner has to go again.
  usePullDown(() => Promise.resolve());
  return <EmptyState {...NOTICE_WORDS.alone} />;
}
