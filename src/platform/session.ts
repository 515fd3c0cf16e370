import { useSyncExternalStore } from 'react';
import { IS_CONTAINER, sendToEndpoint } from './endpoint.ts';
import type { Answer } from './failure.ts';
import { getLoginCode } from './login.ts';
import { type KeptSession, type PersonalRequest, SessionKeeper } from './session-keeper.ts';
import { isSinglePage } from './single-page.ts';
import { readStored, removeStored, STORED, writeStored } from './storage.ts';
import type { CancelSignal } from './transport.ts';

function readSession(): KeptSession | undefined {
  const stored = readStored(STORED.session) as Partial<KeptSession> | undefined;
  if (typeof stored?.token !== 'string' || typeof stored.renewAt !== 'number') return undefined;
  return { token: stored.token, renewAt: stored.renewAt };
}

const keeper = new SessionKeeper({
  getCode: IS_CONTAINER ? async () => ({ ok: true, value: undefined }) : getLoginCode,
  send: sendToEndpoint,
  mayLogIn: () => !isSinglePage(),
  readSession,
  keepSession: (session) =>
    void (session ? writeStored(STORED.session, session) : removeStored(STORED.session)),
  readSignedOut: () => readStored(STORED.signedOut) === true,
  keepSignedOut: (isSignedOut) =>
    void (isSignedOut ? writeStored(STORED.signedOut, true) : removeStored(STORED.signedOut)),
  now: () => Date.now(),
});

const subscribeToKeeper = (listener: () => void): (() => void) => keeper.subscribe(listener);

/**
 * Asks the endpoint for something that belongs to this reader. Logs in first where that is needed and allowed (`login`),
 * silently. The answer is the failure `signed-out` while the reader is, and for a look of somebody who never logged in. A look
 * whose token was revoked signs out: a login would bring back an account that was deleted on another phone.
 */
export function askPersonally<T>(
  request: PersonalRequest<T>,
  signal?: CancelSignal,
): Promise<Answer<T>> {
  return keeper.ask(request, signal);
}

/** Ends the session, here at once and at the endpoint; nothing logs in by itself until `signInAgain`. Settled in 15 s at most. */
export const signOut = (): Promise<void> => keeper.signOut();

/** To be called when the endpoint has deleted the account: forgets everything here that belonged to it. */
export function forgetAccount(): void {
  removeStored(STORED.reports);
  removeStored(STORED.recentChannel);
  keeper.forget();
}

/** The reader wants to be known: whatever is asked for personally logs in from now on. */
export const signInAgain = (): void => keeper.signInAgain();

/** Calls back when the reader signs out or in again. Gives the way to end it. */
export function onSignedInChange(listener: () => void): () => void {
  let wasOut = keeper.isSignedOut();
  return keeper.subscribe(() => {
    const isOut = keeper.isSignedOut();
    if (isOut === wasOut) return;
    wasOut = isOut;
    listener();
  });
}

/** Whether this reader has logged in on this phone and did not leave: the session may be old, asking renews it. */
export const hasSession = (): boolean => keeper.hasSession();

/** Whether looking may ask for what is personal: a session is kept, or the reader wants one (`signInAgain`). */
export const isKnown = (): boolean => keeper.isKnown();

export const useKnown = (): boolean => useSyncExternalStore(subscribeToKeeper, isKnown);

export const isSignedIn = (): boolean => !isSinglePage() && !keeper.isSignedOut();

/**
 * False from signing out until `signInAgain`, and in the timeline's single-page mode. True says only that asking may log in, not
 * that a session is there.
 */
export const useSignedIn = (): boolean => useSyncExternalStore(onSignedInChange, isSignedIn);
