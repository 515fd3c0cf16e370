import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { isAccount } from '../../../types/generated/contract-checks.js';
import { toFailure, unwrapAnswer } from '../../platform/failure.ts';
import { toFailureWords, toRefreshFailure } from '../../platform/failure-words.ts';
import { usePageShown } from '../../platform/page-events.ts';
import { PERSONAL } from '../../platform/personal-query.ts';
import {
  askPersonally,
  hasSession,
  isKnown,
  signInAgain,
  useKnown,
  useSignedIn,
} from '../../platform/session.ts';
import { isSinglePage, pointsToProgram } from '../../platform/single-page.ts';

/** How the reader came to be signed out; `ended`: not here and now, so the session may have been revoked elsewhere. */
export type Ending = 'signed-out' | 'erased' | 'ended';

/**
 * The reader's account as far as it may be shown. Looking at the page logs nobody in: it is asked for where the reader has
 * logged in before on this phone, or wants it (`signIn`).
 */
export function useAccount() {
  const isSignedIn = useSignedIn();
  const isAsked = useKnown();
  // A ref, since it has to be there in the very rendering that signing out brings about.
  const ending = useRef<Ending>('ended');
  const { data, error, isRefetchError, refetch } = useQuery({
    queryKey: [PERSONAL, 'account'],
    enabled: isAsked,
    queryFn: async ({ signal }) =>
      unwrapAnswer(
        await askPersonally({ method: 'GET', path: '/v1/account', check: isAccount }, signal),
      ),
  });
  const refresh = async () => {
    if (isKnown()) await refetch();
  };

  usePageShown(() => {
    if (!isKnown()) return;
    ending.current = 'ended';
    void refetch();
  });

  const failure = error ? toFailureWords(toFailure(error)) : undefined;
  const inside = isAsked ? 'asked' : 'unused';
  const outside = isSinglePage() ? 'alone' : ending.current;
  return {
    state: isSignedIn ? inside : outside,
    account: isAsked ? data : undefined,
    failure,
    /** Whether there is something to leave or to delete: not for a reader whose first login was refused. */
    hasOwnData: isAsked && (data !== undefined || hasSession()),
    refreshFailure: isRefetchError && failure ? toRefreshFailure(failure) : undefined,
    refresh,
    /** To be called just before the reader is signed out. */
    noteEnding: (how: Ending) => {
      ending.current = how;
    },
    signIn: () => {
      if (pointsToProgram()) return;
      ending.current = 'ended';
      signInAgain();
    },
  } as const;
}

export type AccountView = ReturnType<typeof useAccount>;
