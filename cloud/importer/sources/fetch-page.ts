import { FETCH_TIMEOUT_MS, MAX_BYTES, MAX_REDIRECTS } from '../limits.ts';
import type { RawPage } from '../page.ts';
import { fail, type Result, succeed } from '../result.ts';
import { reasons } from '../words.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const FORMATS: Record<string, RawPage['format']> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'text',
};

type Answer = Result<{ response: Response; address: string }>;

/** Follows redirects by hand, so that each address is looked at before it is called. */
async function request(address: string, signal: AbortSignal): Promise<Answer> {
  let at = address;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const { protocol } = new URL(at);
    if (protocol !== 'http:' && protocol !== 'https:') return fail(reasons.protocol(protocol));
    const response = await fetch(at, {
      redirect: 'manual',
      signal,
      headers: { accept: 'text/html, text/plain' },
    });
    if (!REDIRECTS.has(response.status)) return succeed({ response, address: at });
    await response.body?.cancel();
    const target = response.headers.get('location');
    if (target === null || !URL.canParse(target, at)) return fail(reasons.redirectWithoutTarget);
    at = new URL(target, at).href;
  }
  return fail(reasons.redirects(MAX_REDIRECTS));
}

async function readBody(response: Response): Promise<Result<Buffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // What a compressed answer unpacks to counts, not what it says of itself.
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_BYTES) return fail(reasons.tooLarge(MAX_BYTES));
    chunks.push(chunk);
  }
  return succeed(Buffer.concat(chunks));
}

function toNetworkReason(error: unknown, timeoutMs: number): string {
  const { name, message, cause } = error as Error & { cause?: NodeJS.ErrnoException };
  if (name === 'TimeoutError') return reasons.timeout(timeoutMs);
  // `fetch failed` says nothing; its cause does.
  return reasons.network(cause?.code ?? cause?.message ?? message);
}

/** What `fetch` throws: by name, since its classes may be of another realm than ours. */
const NETWORK_ERRORS = new Set(['TypeError', 'TimeoutError', 'AbortError']);

/** The address that an article is known by: where it was found in the end, without the fragment. */
function toCanonical(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}

async function fetchWithin(address: string, timeoutMs: number): Promise<Result<RawPage>> {
  const answer = await request(address, AbortSignal.timeout(timeoutMs));
  if (!answer.ok) return answer;
  const { response } = answer.value;
  const [type = '', ...parameters] = (response.headers.get('content-type') ?? 'text/html').split(
    ';',
  );
  const format = FORMATS[type.trim().toLowerCase()];
  if (!response.ok || format === undefined) {
    await response.body?.cancel();
    return fail(response.ok ? reasons.contentType(type.trim()) : reasons.status(response.status));
  }
  const body = await readBody(response);
  if (!body.ok) return body;
  const charset = /charset\s*=\s*"?([\w:-]{1,40})/i.exec(parameters.join(';'))?.[1];
  return succeed({
    bytes: body.value,
    base: { kind: 'web', address: toCanonical(answer.value.address) },
    format,
    charset,
  });
}

/**
 * Fetches a page: http and https only, at most `MAX_REDIRECTS` redirects, `MAX_BYTES` bytes, and a time limit over all
 * of it. Every failure of network or site is an answer, not an exception.
 */
export async function fetchPage(
  address: string,
  timeoutMs = FETCH_TIMEOUT_MS,
): Promise<Result<RawPage>> {
  try {
    return await fetchWithin(address, timeoutMs);
  } catch (error) {
    if (NETWORK_ERRORS.has((error as Error).name)) {
      return fail(toNetworkReason(error, timeoutMs));
    }
    throw error;
  }
}
