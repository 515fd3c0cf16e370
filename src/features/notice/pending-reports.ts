import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { isSubscriptionList } from '../../../types/generated/contract-checks.js';
import { onAppVisibility } from '../../platform/app-visibility.ts';
import { logNotice } from '../../platform/log.ts';
import { askPersonally, onSignedInChange, signInAgain } from '../../platform/session.ts';
import { readStored, removeStored, STORED, writeStored } from '../../platform/storage.ts';
import { type Accepted, type ReportFate, ReportQueue } from './report-queue.ts';
import { keepSubscriptions } from './subscription-cache.ts';

/** Who shows what waits. */
const watchers = new Set<() => void>();

const queue = new ReportQueue({
  read: () => readStored(STORED.reports),
  write: (reports) => {
    if (reports.length > 0) writeStored(STORED.reports, reports);
    else removeStored(STORED.reports);
    for (const tell of watchers) tell();
  },
  send: (body) =>
    askPersonally({
      ...{ method: 'POST', path: '/v1/subscriptions', body },
      ...{ check: isSubscriptionList, login: 'always' },
    }),
  random: Math.random,
  now: Date.now,
  log: logNotice,
});

/** Who waits to hear of a report, by its id; those of an earlier start of the program have nobody. */
const waiting = new Map<string, (fate: ReportFate) => void>();

async function sendAll(client: QueryClient): Promise<void> {
  const { fates, newest } = await queue.flush();
  if (newest) keepSubscriptions(client, newest);
  for (const [reportId, tell] of [...waiting]) {
    // None where one before it could not be delivered.
    const fate = fates.get(reportId) ?? 'waiting';
    if (fate !== 'waiting') waiting.delete(reportId);
    tell(fate);
  }
}

/**
 * Tells the endpoint what the reader accepted. That logs in, also a reader who had signed out: the accept was their act.
 *
 * @param tell hears what became of it: `waiting` each time that it could not be delivered, and in the end what it came to
 */
export function reportAccepted(
  client: QueryClient,
  accepted: Accepted,
  tell: (fate: ReportFate) => void,
): void {
  waiting.set(queue.add(accepted), tell);
  signInAgain();
  void sendAll(client);
}

/** Sends what could not be sent before; without any of it nothing happens, so nobody is logged in. */
export function sendPendingReports(client: QueryClient): void {
  if (queue.hasReports()) void sendAll(client);
}

/** Sends them now, and whenever the program is shown. Gives the way to end it. */
export function keepSendingReports(client: QueryClient): () => void {
  sendPendingReports(client);
  return onAppVisibility((isVisible) => {
    if (isVisible) sendPendingReports(client);
  });
}

function watchPending(tell: () => void): () => void {
  watchers.add(tell);
  // An account that is deleted takes its reports along.
  const endSession = onSignedInChange(tell);
  return () => {
    watchers.delete(tell);
    endSession();
  };
}

const SEPARATOR = '\n';

/** The topics that were allowed and are not registered yet. */
export function usePendingTopics(): readonly string[] {
  // One text, so that the same topics are the same value.
  const joined = useSyncExternalStore(watchPending, () => queue.topicIds().join(SEPARATOR));
  return joined === '' ? [] : joined.split(SEPARATOR);
}
