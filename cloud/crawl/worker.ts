import { createPageReader } from '../importer/isolation/page-reader.ts';
import { listDueColumns } from '../store/crawl-columns.ts';
import { takeCrawlLease } from '../store/crawl-lease.ts';
import type { Store } from '../store/store.ts';
import { crawlColumn } from './crawl-column.ts';
import {
  type CrawlEvent,
  type CrawlLimits,
  type CrawlParts,
  LEASE_MS,
  sleep,
} from './crawl-parts.ts';

const POLL_MS = 60_000;

export interface CrawlLog {
  info: (details: object, message: string) => void;
  warn: (details: object, message: string) => void;
}

export interface CrawlWorker {
  /** Returns when the page under way is given up or saved. */
  stop: () => Promise<void>;
}

function logEvent(log: CrawlLog, { kind, ...details }: CrawlEvent): void {
  if (kind === 'failed' || kind === 'postponed') log.warn(details, `crawl: ${kind}`);
  else if (kind === 'created' || kind === 'updated') log.info(details, `crawl: ${kind}`);
}

/**
 * Crawls the columns that are due, until it is stopped. Any number of processes may run one: the lease lets one of
 * them crawl at a time. Without a scheduled column it looks into one small table a minute.
 */
export function startCrawlWorker(
  store: Store,
  limits: CrawlLimits,
  now: () => number,
  log: CrawlLog,
): CrawlWorker {
  const stopping = new AbortController();
  const { signal } = stopping;
  const tell = (event: CrawlEvent) => logEvent(log, event);
  const reader = createPageReader();
  const parts: CrawlParts = { store, limits, now, tell, sleep, signal, reader };

  async function crawlDue(): Promise<void> {
    const due = await listDueColumns(store, now());
    const lease = due.length === 0 ? undefined : await takeCrawlLease(store, LEASE_MS);
    if (lease === undefined) return;
    try {
      for (const column of due) {
        if (!signal.aborted) await crawlColumn(column, parts, lease);
      }
    } finally {
      await lease.release();
    }
  }

  async function repeat(): Promise<void> {
    while (!signal.aborted) {
      try {
        await crawlDue();
      } catch (error) {
        // The database may only be away.
        log.warn({ err: error }, 'crawling failed');
      }
      await sleep(POLL_MS, signal);
    }
  }

  const running = repeat();
  return {
    stop: async () => {
      stopping.abort();
      await running;
      await reader.close();
    },
  };
}
