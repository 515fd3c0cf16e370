import type { Result } from '../importer/result.ts';
import { type Robots, readRobots } from '../importer/sources/robots.ts';
import { reasons } from '../importer/words.ts';
import type { CrawlColumn } from '../store/crawl-columns.ts';
import type { CrawlLease } from '../store/crawl-lease.ts';
import { findNextPage } from '../store/crawl-pages.ts';
import { beginRun, endRun } from '../store/crawl-runs.ts';
import type { CrawlParts, VisitParts } from './crawl-parts.ts';
import { visitPage } from './visit-page.ts';

/** A site that fails so often in a row is left alone for a while. */
const MOST_FAILURES_IN_A_ROW = 5;
export const POSTPONED_MS = 30 * 60_000;

/** `ended`: all that was due is done. `bounded`: enough for one run. `postponed`: the site does not answer. */
type RunEnd = 'ended' | 'bounded' | 'postponed' | 'stopped';

/** robots.txt of http and https, each read once a run. */
function toRobotsReader(parts: CrawlParts): (address: string) => Promise<Result<Robots>> {
  const known = new Map<string, Promise<Result<Robots>>>();
  return (address) => {
    const { origin } = new URL(address);
    const robots =
      known.get(origin) ?? readRobots(origin, { ...parts.fetchOptions, signal: parts.signal });
    known.set(origin, robots);
    return robots;
  };
}

/** Losing the lease ends a run as stopping it does. */
function toVisitParts(parts: CrawlParts, lease: CrawlLease): VisitParts {
  const lost = new AbortController();
  const signal = AbortSignal.any([parts.signal, lost.signal]);
  const keepLease = async () => {
    if (!signal.aborted && !(await lease.renew())) lost.abort();
  };
  return { ...parts, signal, keepLease };
}

async function visitPages(column: CrawlColumn, parts: VisitParts): Promise<RunEnd> {
  const { store, now, signal, limits, tell } = parts;
  const readOf = toRobotsReader(parts);
  let articles = 0;
  let failures = 0;
  for (;;) {
    await parts.keepLease();
    if (signal.aborted) return 'stopped';
    const page = await findNextPage(store, column, now());
    if (page === undefined) return 'ended';
    if (page.kind === 'article') articles += 1;
    if (articles > limits.maxArticles) return 'bounded';
    const robots = await readOf(page.address);
    if (!robots.ok) {
      if (signal.aborted) return 'stopped';
      tell({ kind: 'postponed', address: column.address, reason: robots.reason });
      return 'postponed';
    }
    await parts.sleep(Math.max(limits.delayMs, robots.value.delayMs), signal);
    if (signal.aborted) return 'stopped';
    const event = await visitPage(column, page, robots.value, parts);
    if (event === undefined) return 'stopped';
    tell(event);
    failures = event.kind === 'again' ? failures + 1 : 0;
    if (failures >= MOST_FAILURES_IN_A_ROW) {
      tell({ kind: 'postponed', address: column.address, reason: reasons.siteAway });
      return 'postponed';
    }
  }
}

/**
 * Runs a column: its list pages, then the articles that are new, then known ones on condition. The queue lives in the
 * database: killed anywhere, the next call goes on where this one was.
 *
 * @param lease held; renewed before each request, and the run ends when another process has it
 * @throws the database's error
 */
export async function crawlColumn(
  column: CrawlColumn,
  parts: CrawlParts,
  lease: CrawlLease,
): Promise<RunEnd> {
  const { store, now, limits } = parts;
  await beginRun(store, column, now(), limits.maxRechecks);
  const end = await visitPages(column, toVisitParts(parts, lease));
  if (end !== 'stopped') {
    await endRun(store, column, now(), end === 'postponed' ? POSTPONED_MS : undefined);
  }
  return end;
}
