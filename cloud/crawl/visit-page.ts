import { DAY_MS } from '../../rules/utc8.ts';
import { importPage } from '../importer/import-page.ts';
import type { FetchMore } from '../importer/join-pages.ts';
import { isSameSite } from '../importer/lists/list-links.ts';
import type { MediaPorts } from '../importer/media/ports.ts';
import { fail } from '../importer/result.ts';
import { fetchFile } from '../importer/sources/fetch-file.ts';
import type { Robots } from '../importer/sources/robots.ts';
import { reasons } from '../importer/words.ts';
import type { CrawlColumn } from '../store/crawl-columns.ts';
import {
  type CrawlPage,
  failPage,
  finishPage,
  postponePage,
  saveListPage,
  type Validators,
} from '../store/crawl-pages.ts';
import { createMediaPorts } from '../store/media.ts';
import { saveArticle } from '../store/save-article.ts';
import type { CrawlEvent, CrawlParts, VisitParts } from './crawl-parts.ts';
import { fetchKnown, fetchMorePage, type KnownAnswer } from './fetch-known.ts';

/** How a page ended: `event` for whoever watches; undefined when we were told to stop before. */
type Visit = CrawlEvent | undefined;

const MINUTE_MS = 60_000;
/** After the first failure, the second …; after the fifth it has failed for the day. */
const RETRY_AFTER_MS = [5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS, 240 * MINUTE_MS];

/** What failed may have been a mistake of the site's: an article that is listed before it is there. */
const RETRY_FAILED_MS = DAY_MS;
/** What a site asks of robots is no mistake, and seldom changes. */
const RETRY_FORBIDDEN_MS = 30 * DAY_MS;

const NO_VALIDATORS: Validators = { etag: undefined, lastModified: undefined };

type Answered = Extract<KnownAnswer, { kind: 'page' }>;

async function giveUp(
  page: CrawlPage,
  reason: string,
  { store, now }: Pick<CrawlParts, 'store' | 'now'>,
): Promise<Visit> {
  const retryMs = reason === reasons.robotsForbids ? RETRY_FORBIDDEN_MS : RETRY_FAILED_MS;
  await failPage(store, page, reason, now(), retryMs);
  return { kind: 'failed', address: page.address, reason };
}

async function retryLater(
  page: CrawlPage,
  reason: string,
  afterMs: number | undefined,
  { store, now }: CrawlParts,
): Promise<Visit> {
  const pause = RETRY_AFTER_MS[page.attempts];
  if (pause === undefined) return giveUp(page, reason, { store, now });
  await postponePage(store, page, reason, now() + Math.max(pause, afterMs ?? 0));
  return { kind: 'again', address: page.address, reason };
}

async function visitList(
  column: CrawlColumn,
  page: CrawlPage,
  answer: Answered,
  parts: CrawlParts,
): Promise<Visit> {
  const list = await parts.reader.readList(answer.page, answer.address, page.position);
  if (!list.ok) return giveUp(page, list.reason, parts);
  const since = column.since ?? '';
  const late = list.value.articles.filter(({ date }) => date === undefined || date >= since);
  // Newest first: where the last is too early, what follows is earlier still.
  const last = list.value.articles.findLast(({ date }) => date !== undefined);
  const isEnd = last?.date !== undefined && last.date < since;
  const found = {
    articles: late.map(({ address }) => address),
    next: isEnd ? undefined : list.value.next,
    validators: answer.validators,
  };
  const articles = await saveListPage(parts.store, column, page, found, parts.now());
  const isNothing = list.value.articles.length === 0;
  return {
    ...{ kind: 'list', address: page.address, articles },
    ...(isNothing && { reason: reasons.noArticles }),
  };
}

/** What of an article did not come, and may come another time. */
interface Missing {
  /** Why a further page is missing; undefined where another try would not bring it. */
  page: string | undefined;
  /** A picture or file. */
  file: boolean;
}

/** Further pages of an article, as politely as the first. */
function toFetchMore(
  column: CrawlColumn,
  robots: Robots,
  parts: VisitParts,
  missing: Missing,
): FetchMore {
  return async (reference) => {
    if (reference.kind !== 'web' || !isSameSite(reference.url, column.address)) {
      return fail(reasons.otherSite);
    }
    if (!robots.isAllowed(reference.url)) return fail(reasons.robotsForbids);
    await parts.keepLease();
    await parts.sleep(Math.max(parts.limits.delayMs, robots.delayMs), parts.signal);
    const fetched = await fetchMorePage(reference.url, parts);
    if (fetched.isPassing) missing.page = fetched.reason;
    return fetched;
  };
}

function toPorts(parts: VisitParts, missing: Missing): MediaPorts {
  return {
    ...createMediaPorts(parts.store),
    fetchFile: async (address) => {
      await parts.keepLease();
      const file = await fetchFile(address, { ...parts.fetchOptions, signal: parts.signal });
      missing.file ||= !file.ok;
      return file;
    },
  };
}

async function visitArticle(
  column: CrawlColumn,
  page: CrawlPage,
  answer: Answered,
  robots: Robots,
  parts: VisitParts,
): Promise<Visit> {
  const { store, now } = parts;
  const { address } = page;
  const options = { channelId: column.channel_id, site: column.site ?? undefined };
  const missing: Missing = { page: undefined, file: false };
  const ports = toPorts(parts, missing);
  const fetchMore = toFetchMore(column, robots, parts, missing);
  const outcome = await importPage(answer.page, options, ports, parts.reader.read, fetchMore);
  await parts.keepLease();
  // What was left out because we are to stop would be missing for good.
  if (parts.signal.aborted) return undefined;
  if (outcome.kind === 'failed') return giveUp(page, outcome.reason, parts);
  const { draft } = outcome;
  const isPartial = outcome.missing.length > 0;
  // Half an article never takes the place of a whole one; a new one is shown when the last try brought no more.
  const mayWait = page.article_id !== null || page.attempts < RETRY_AFTER_MS.length;
  if (isPartial && missing.page !== undefined && mayWait)
    return retryLater(page, missing.page, undefined, parts);
  // Without them the next recheck brings the page again, and with it what is missing.
  const validators = isPartial || missing.file ? NO_VALIDATORS : answer.validators;
  if (draft.publishedAt < (column.since ?? '')) {
    await finishPage(store, page, now(), { validators });
    return { kind: 'early', address };
  }
  const saved = await saveArticle(store, draft, now(), {
    ...{ by: '', from: address, keepsChannel: true },
    isPartial,
  });
  const { kind, id, title = draft.title } = saved;
  if (saved.withheld) return giveUp(page, reasons.partial(outcome.missing), parts);
  // Killed between the two it is fetched once more, and found to be unchanged.
  await finishPage(store, page, now(), { articleId: id, validators });
  return { kind, address, title, id, warnings: outcome.warnings };
}

async function visitAnswered(
  column: CrawlColumn,
  page: CrawlPage,
  answer: Answered,
  robots: Robots,
  parts: VisitParts,
): Promise<Visit> {
  try {
    return page.kind === 'list'
      ? await visitList(column, page, answer, parts)
      : await visitArticle(column, page, answer, robots, parts);
  } catch (error) {
    // What the database refuses is said of this page alone; when it is away, noting that fails as well.
    const reason = reasons.notSaved(error instanceof Error ? error.message : String(error));
    return retryLater(page, reason, undefined, parts);
  }
}

/**
 * Fetches a page of the queue and does what follows from it. Each page ends in one step of the database: killed
 * before, it is fetched again.
 */
export async function visitPage(
  column: CrawlColumn,
  page: CrawlPage,
  robots: Robots,
  parts: VisitParts,
): Promise<Visit> {
  if (!robots.isAllowed(page.address)) return giveUp(page, reasons.robotsForbids, parts);
  const answer = await fetchKnown(page, parts);
  switch (answer.kind) {
    case 'stopped':
      return undefined;
    case 'same':
      await finishPage(parts.store, page, parts.now());
      return { kind: 'same', address: page.address };
    case 'again':
      return retryLater(page, answer.reason, answer.afterMs, parts);
    case 'failed':
      return giveUp(page, answer.reason, parts);
    case 'page':
      if (!isSameSite(answer.address, column.address))
        return giveUp(page, reasons.otherSite, parts);
      if (!robots.isAllowed(answer.address)) return giveUp(page, reasons.robotsForbids, parts);
      return visitAnswered(column, page, answer, robots, parts);
  }
}
