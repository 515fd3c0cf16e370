import { usePullDown } from '../../platform/page-events.ts';
import { signInAgain } from '../../platform/session.ts';
import { pointsToProgram } from '../../platform/single-page.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { NOTICE_WORDS } from './notice-words.ts';

const signIn = () => {
  if (!pointsToProgram()) signInAgain();
};

/** In the place of the notices of a reader who has logged out: what there would be, and the way to it. */
export function SignedOut() {
  // The page can be pulled all the same: WeChat's spinner has to go again.
  usePullDown(() => Promise.resolve());
  return (
    <EmptyState {...NOTICE_WORDS.signedOut} actionLabel={NOTICE_WORDS.signIn} onAction={signIn} />
  );
}
