import { setTimeout as wait } from 'node:timers/promises';
import { removeOldPushEvents } from '../store/push-events.ts';
import { removeOldSessions } from '../store/sessions.ts';
import { spreadDue } from '../store/spread.ts';
import type { Store } from '../store/store.ts';
import type { Deliverer, DeliveryLog } from './deliver.ts';

const POLL_MS = 1_000;
/** Shorter: when the rate holds messages back, the next ones may go after a moment. */
const SEND_POLL_MS = 250;
const TIDY_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

export interface NoticeWorker {
  /** Returns when what was under way is finished. */
  stop: () => Promise<void>;
}

export interface WorkerParts {
  store: Store;
  deliverer: Deliverer;
  now: () => number;
  log: DeliveryLog;
}

/** Spreads notices that are due and sends their messages, until it is stopped. Any number of processes may run one. */
export function startNoticeWorker({ store, deliverer, now, log }: WorkerParts): NoticeWorker {
  const stopping = new AbortController();
  const { signal } = stopping;

  /** Runs again and again; a failure is told and tried anew, since the database may only be away. */
  async function repeat(what: string, pauseMs: number, run: () => Promise<unknown>): Promise<void> {
    while (!signal.aborted) {
      try {
        await run();
      } catch (error) {
        log.warn({ err: error }, `${what} failed`);
      }
      await pause(pauseMs, signal);
    }
  }

  const running = [
    repeat('spreading notices', POLL_MS, async () => {
      while (!signal.aborted && (await spreadDue(store, now())));
    }),
    repeat('sending messages', SEND_POLL_MS, () => deliverer.deliverDue(signal)),
    // By itself: sending goes on as long as there is something to send, and whoever is in doubt gets nothing until then.
    repeat('looking after dead processes', POLL_MS, async () => {
      const lost = await deliverer.recover();
      if (lost > 0)
        log.warn({ lost }, 'messages of a process that died: nobody knows whether they were sent');
    }),
    repeat('tidying up', TIDY_MS, async () => {
      await removeOldSessions(store, now());
      await removeOldPushEvents(store, now() - DAY_MS);
    }),
  ];
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

/** Returns early when it is to stop. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return wait(milliseconds, undefined, { signal, ref: false }).catch((reason: unknown) => {
    if (!signal.aborted) throw reason;
  });
}
