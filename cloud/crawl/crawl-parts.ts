import { setTimeout as wait } from 'node:timers/promises';
import type { PageReader } from '../importer/isolation/page-reader.ts';
import { FETCH_TIMEOUT_MS } from '../importer/limits.ts';
import type { FetchOptions } from '../importer/sources/guarded-fetch.ts';
import type { Store } from '../store/store.ts';

/** What happened to one page, for whoever watches. */
export type CrawlEvent =
  /** `articles`: how many are new. `reason`: why nothing at all was found. */
  | { kind: 'list'; address: string; articles: number; reason?: string }
  | {
      kind: 'created' | 'updated' | 'unchanged';
      address: string;
      title: string;
      id: string;
      /** Sentences for the editor. */
      warnings: readonly string[];
    }
  /** Asked on condition, and the same as before. */
  | { kind: 'same'; address: string }
  /** Earlier than `since`. */
  | { kind: 'early'; address: string }
  /** Tried again later. */
  | { kind: 'again'; address: string; reason: string }
  | { kind: 'failed'; address: string; reason: string }
  /** The whole column waits. */
  | { kind: 'postponed'; address: string; reason: string };

/** How much a run does at most, and how politely. */
export interface CrawlLimits {
  /** Between two requests; a site's Crawl-delay may ask for more. */
  delayMs: number;
  /** Pages of articles in one run; the rest waits for the next. */
  maxArticles: number;
  /** Known articles asked for again, in one run. */
  maxRechecks: number;
}

export const CRAWL_LIMITS: CrawlLimits = { delayMs: 1000, maxArticles: 500, maxRechecks: 100 };

/** A process that dies holds the lease this long: longer than one request and the longest Crawl-delay may take. */
export const LEASE_MS = 2 * FETCH_TIMEOUT_MS + 60_000;

/** Everything a crawl is made of. */
export interface CrawlParts {
  store: Store;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Returns early when it is to stop. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  limits: CrawlLimits;
  tell: (event: CrawlEvent) => void;
  /** Reads pages where time and memory are limited. */
  reader: Pick<PageReader, 'read' | 'readList'>;
  signal: AbortSignal;
  /** Of every request, for tests. */
  fetchOptions?: Partial<FetchOptions>;
}

/** What visiting a page is made of. */
export interface VisitParts extends CrawlParts {
  /** Before every request and before saving: one page may have many of both. Aborts `signal` when the lease is lost. */
  keepLease: () => Promise<void>;
}

/** The clock's own sleep. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return wait(ms, undefined, { signal }).catch((reason: unknown) => {
    if (!signal.aborted) throw reason;
  });
}
