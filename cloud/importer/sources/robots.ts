import parseRobots from 'robots-parser';
import { decodePage } from '../decode/decode-page.ts';
import { fail, type Result, succeed } from '../result.ts';
import { reasons } from '../words.ts';
import { type FetchOptions, guardedFetch, ROBOT_NAME } from './guarded-fetch.ts';

/** What a site asks of robots. */
export interface Robots {
  isAllowed: (address: string) => boolean;
  /** Between two requests; 0 where the site asks for none. */
  delayMs: number;
}

/** What RFC 9309 wants read at least; what follows is ignored, whatever its size. */
const MAX_ROBOTS_BYTES = 500 * 1024;
const ROBOTS_TIMEOUT_MS = 15_000;
/** A site that asks for more is waited for this long all the same. */
const MAX_DELAY_MS = 30_000;

const ALLOWS_ALL: Robots = { isAllowed: () => true, delayMs: 0 };

/** A rule that is whole although its line is not: what is cut off is a comment, or space. */
const WHOLE_RULE = /^[^#:]*:[ \t]*[^\s#]+[ \t#]/;

/** Up to the limit, without the line that it cuts through, unless that is all there is or its rule is whole. */
function toWholeLines(bytes: Buffer): Buffer {
  if (bytes.length <= MAX_ROBOTS_BYTES) return bytes;
  const head = bytes.subarray(0, MAX_ROBOTS_BYTES);
  // Half a path would forbid or allow more than the site asks for.
  const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1;
  return end === 0 || WHOLE_RULE.test(head.toString('latin1', end)) ? head : head.subarray(0, end);
}

/**
 * Reads the robots.txt of an origin (RFC 9309): none means that all is allowed; a site that fails to answer is left
 * alone for now.
 */
export async function readRobots(
  origin: string,
  options: Partial<FetchOptions> = {},
): Promise<Result<Robots>> {
  const address = new URL('/robots.txt', origin).href;
  // One byte more shows that there is more.
  const limits = { maxBytes: MAX_ROBOTS_BYTES + 1, isCut: true, timeoutMs: ROBOTS_TIMEOUT_MS };
  const fetched = await guardedFetch(address, { accept: 'text/plain', ...limits, ...options });
  if (!fetched.ok) return fail(reasons.robotsAway(fetched.reason));
  const { status, bytes } = fetched.value;
  if (status >= 500 || status === 429) return fail(reasons.robotsAway(reasons.status(status)));
  if (status !== 200) return succeed(ALLOWS_ALL);
  const robots = parseRobots(address, decodePage(toWholeLines(bytes), undefined).text);
  const delayMs = Math.min((robots.getCrawlDelay(ROBOT_NAME) ?? 0) * 1000, MAX_DELAY_MS);
  return succeed({
    isAllowed: (page) => robots.isAllowed(page, ROBOT_NAME) !== false,
    delayMs: Number.isFinite(delayMs) && delayMs > 0 ? delayMs : 0,
  });
}
