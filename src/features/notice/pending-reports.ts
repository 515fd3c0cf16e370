import type { QueryClient } from '@tanstack/react-query';
import { isSubscriptionList } from '../../../types/generated/contract-checks.js';
import { onAppVisibility } from '../../platform/app-visibility.ts';
import { askPersonally, signInAgain } from '../../platform/session.ts';
import { readStored, removeStored, STORED, writeStored } from '../../platform/storage.ts';
import { type Accepted, type ReportFate, ReportQueue, toReportFate } from './report-queue.ts';
import { keepSubscriptions } from './subscription-cache.ts';

const queue = new ReportQueue({
  read: () => readStored(STORED.reports),
  write: (reports) =>
    void (reports.length > 0 ? writeStored(STORED.reports, reports) : removeStored(STORED.reports)),
  send: (body) =>
    askPersonally({ method: 'POST', path: '/v1/subscriptions', body, check: isSubscriptionList }),
  random: Math.random,
  now: Date.now,
});

/** Tells the endpoint what the reader accepted. That logs in, also a reader who had signed out: the accept was their act. */
export async function reportAccepted(client: QueryClient, accepted: Accepted): Promise<ReportFate> {
  const reportId = queue.add(accepted);
  signInAgain();
  const { answers, newest } = await queue.flush();
  if (newest) keepSubscriptions(client, newest);
  return toReportFate(answers.get(reportId));
}

/** Sends what could not be sent before; without any of it nothing happens, so nobody is logged in. */
export async function sendPendingReports(client: QueryClient): Promise<void> {
  if (!queue.hasReports()) return;
  const { newest } = await queue.flush();
  if (newest) keepSubscriptions(client, newest);
}

/** Sends them now, and whenever the program is shown. Gives the way to end it. */
export function keepSendingReports(client: QueryClient): () => void {
  void sendPendingReports(client);
  return onAppVisibility((isVisible) => {
    if (isVisible) void sendPendingReports(client);
  });
}
