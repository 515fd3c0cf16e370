import { FETCH_TIMEOUT_MS, MAX_BYTES } from '../limits.ts';
import type { RawPage } from '../page.ts';
import { type Result, succeed } from '../result.ts';
import { reasons } from '../words.ts';
import { type AnswerHead, type Fetched, type FetchOptions, guardedFetch } from './guarded-fetch.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const FORMATS: Record<string, RawPage['format']> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'text',
  [DOCX]: 'docx',
};

/** What servers call a Word file that they do not know. */
const VAGUE_TYPES = new Set(['application/octet-stream', 'application/msword', 'application/zip']);

function toType({ headers }: AnswerHead): { type: string; parameters: string } {
  const [type = '', ...parameters] = (headers['content-type'] ?? 'text/html').split(';');
  return { type: type.trim().toLowerCase(), parameters: parameters.join(';') };
}

function toFormat(head: AnswerHead): RawPage['format'] | undefined {
  const { type } = toType(head);
  const isNamedDocx = /\.docx$/i.test(new URL(head.address).pathname);
  return VAGUE_TYPES.has(type) && isNamedDocx ? 'docx' : FORMATS[type];
}

/** Why an answer is no page; undefined for one that is, and for 304. */
export function refuseNoPage(head: AnswerHead): string | undefined {
  if (head.status === 304) return undefined;
  if (head.status < 200 || head.status > 299) return reasons.status(head.status);
  return toFormat(head) === undefined ? reasons.contentType(toType(head).type) : undefined;
}

/** An answer that was not refused, as a page. The article is known by where it was found in the end. */
export function toRawPage(fetched: Fetched): RawPage {
  const { parameters } = toType(fetched);
  return {
    bytes: fetched.bytes,
    base: { kind: 'web', address: fetched.address },
    format: toFormat(fetched) ?? 'html',
    charset: /charset\s*=\s*"?([\w:-]{1,40})/i.exec(parameters)?.[1],
  };
}

/** How pages are asked for. */
export const PAGE_FETCH: FetchOptions = {
  accept: `text/html, application/xhtml+xml, text/plain, ${DOCX}`,
  maxBytes: MAX_BYTES,
  timeoutMs: FETCH_TIMEOUT_MS,
  refuse: refuseNoPage,
};

/** Fetches a page within the limits of `guarded-fetch.ts`. Every failure of network or site is a sentence. */
export async function fetchPage(
  address: string,
  options: Partial<FetchOptions> = {},
): Promise<Result<RawPage>> {
  const fetched = await guardedFetch(address, { ...PAGE_FETCH, ...options });
  if (!fetched.ok) return fetched;
  return fetched.value.status === 304
    ? { ok: false, reason: reasons.status(304) }
    : succeed(toRawPage(fetched.value));
}
