import { createPageReader } from '../importer/isolation/page-reader.ts';
import { type CrawlColumn, listDueColumns } from '../store/crawl-columns.ts';
import { type CrawlLease, takeCrawlLease } from '../store/crawl-lease.ts';
import { endRun } from '../store/crawl-runs.ts';
import type { Store } from '../store/store.ts';
import { crawlColumn, POSTPONED_MS } from './crawl-column.ts';
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
  const isEmptyList = kind === 'list' && 'reason' in details;
  if (kind === 'failed' || kind === 'postponed' || isEmptyList) log.warn(details, `crawl: ${kind}`);
  else if (kind === 'created' || kind === 'updated') log.info(details, `crawl: ${kind}`);
}

/** What reaches out of the process, for tests. */
export type CrawlEdges = Partial<Pick<CrawlParts, 'sleep' | 'reader' | 'fetchOptions'>>;

/**
 * Crawls the columns that are due, until it is stopped. Any number of processes may run one: the lease lets one of
 * them crawl at a time. Without a scheduled column it looks into one small table a minute.
 */
export function startCrawlWorker(
  store: Store,
  limits: CrawlLimits,
  now: () => number,
  log: CrawlLog,
  edges: CrawlEdges = {},
): CrawlWorker {
  const stopping = new AbortController();
  const { signal } = stopping;
  const tell = (event: CrawlEvent) => logEvent(log, event);
  const reader = createPageReader();
  const parts: CrawlParts = { store, limits, now, tell, sleep, signal, reader, ...edges };

  /** What goes wrong in one column, such as a mistake of ours, keeps no other waiting. */
  async function crawlOne(column: CrawlColumn, lease: CrawlLease): Promise<void> {
    try {
      await crawlColumn(column, parts, lease);
    } catch (error) {
      log.warn({ err: error, address: column.address }, 'crawl: column failed');
      await endRun(store, column, now(), POSTPONED_MS);
    }
  }

  async function crawlDue(): Promise<void> {
    const due = await listDueColumns(store, now());
    const lease = due.length === 0 ? undefined : await takeCrawlLease(store, LEASE_MS);
    if (lease === undefined) return;
    try {
      for (const column of due) {
        if (!signal.aborted) await crawlOne(column, lease);
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
      await parts.sleep(POLL_MS, signal);
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
