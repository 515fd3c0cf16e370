import type { RawPage } from '../importer/page.ts';
import { fetchPage, PAGE_FETCH, refuseNoPage, toRawPage } from '../importer/sources/fetch-page.ts';
import { type AnswerHead, type Fetched, guardedFetch } from '../importer/sources/guarded-fetch.ts';
import { reasons } from '../importer/words.ts';
import type { CrawlPage, Validators } from '../store/crawl-pages.ts';
import type { CrawlParts } from './crawl-parts.ts';

/** What asking for a page came to. */
export type KnownAnswer =
  | { kind: 'page'; page: RawPage; address: string; validators: Validators }
  | { kind: 'same' }
  /** Worth another try. `afterMs`: what the site asked for. */
  | { kind: 'again'; reason: string; afterMs: number | undefined }
  | { kind: 'failed'; reason: string }
  /** We are to stop: nobody's failure. */
  | { kind: 'stopped' };

/** Later it may be there: 408, 425, 429 and everything that the server calls its own fault. */
const isPassingStatus = (status: number) => status >= 500 || [408, 425, 429].includes(status);

const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/** `Retry-After` in seconds; as a date it is not looked at, since the next try is later anyway. */
function toWait({ headers }: AnswerHead): number | undefined {
  const seconds = /^\d{1,8}$/.exec(headers['retry-after'] ?? '')?.[0];
  return seconds === undefined ? undefined : Math.min(Number(seconds) * 1000, LONGEST_WAIT_MS);
}

function toAnswer(fetched: Fetched): KnownAnswer {
  const { status, headers } = fetched;
  if (status === 304) return { kind: 'same' };
  const reason = refuseNoPage(fetched);
  if (reason !== undefined) {
    return isPassingStatus(status)
      ? { kind: 'again', reason, afterMs: toWait(fetched) }
      : { kind: 'failed', reason };
  }
  const validators = { etag: headers.etag, lastModified: headers['last-modified'] };
  return { kind: 'page', page: toRawPage(fetched), address: fetched.address, validators };
}

/** Asks for a page of the queue, on condition where it is known. */
export async function fetchKnown(page: CrawlPage, parts: CrawlParts): Promise<KnownAnswer> {
  // A page that lost its article is fetched whole.
  const isKnown = page.kind === 'list' || page.article_id !== null;
  let refusal: string | undefined;
  const fetched = await guardedFetch(page.address, {
    ...PAGE_FETCH,
    ...parts.fetchOptions,
    signal: parts.signal,
    headers: {
      ...(isKnown && page.etag !== null && { 'if-none-match': page.etag }),
      ...(isKnown && page.last_modified !== null && { 'if-modified-since': page.last_modified }),
    },
    // Only what is no page: a status is looked at below.
    refuse: (head) => {
      refusal = head.status >= 200 && head.status <= 299 ? refuseNoPage(head) : undefined;
      return refusal;
    },
  });
  if (fetched.ok) return toAnswer(fetched.value);
  if (refusal !== undefined) return { kind: 'failed', reason: refusal };
  if (fetched.reason === reasons.stopped) return { kind: 'stopped' };
  return { kind: 'again', reason: fetched.reason, afterMs: undefined };
}

/** A further page of an article. `isPassing`: another time it may be there. */
export type MorePage =
  | { ok: true; value: RawPage; isPassing: false }
  | { ok: false; reason: string; isPassing: boolean };

/** Asks for a further page of an article, always whole. */
export async function fetchMorePage(address: string, parts: CrawlParts): Promise<MorePage> {
  let isPassing = true;
  const fetched = await fetchPage(address, {
    ...parts.fetchOptions,
    signal: parts.signal,
    refuse: (head) => {
      const reason = refuseNoPage(head);
      isPassing = reason === undefined || isPassingStatus(head.status);
      return reason;
    },
  });
  return fetched.ok ? { ...fetched, isPassing: false } : { ...fetched, isPassing };
}
