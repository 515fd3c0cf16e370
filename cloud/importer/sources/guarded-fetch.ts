import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { MAX_REDIRECTS } from '../limits.ts';
import { fail, type Result, succeed } from '../result.ts';
import { reasons } from '../words.ts';
import { type AllowedHosts, readAllowedHosts } from './allowed-hosts.ts';
import { checkAddress, mayHave } from './check-address.ts';
import {
  REFUSED_ADDRESS,
  type Resolve,
  resolveBySystem,
  toGuardedLookup,
} from './guarded-lookup.ts';
import { ENCODINGS, readAnswer } from './read-answer.ts';

/** What robots.txt knows us by. */
export const ROBOT_NAME = 'JiangmenWomenBot';
const USER_AGENT = `${ROBOT_NAME}/1.0 (article importer of the WeChat mini-program "Jiangmen Women")`;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MAX_HEADER_BYTES = 16 * 1024;

/** Status and headers of an answer, before its body is read. */
export interface AnswerHead {
  /** Where it was found in the end, without a fragment. */
  address: string;
  status: number;
  headers: IncomingHttpHeaders;
}

/** `bytes` are unpacked, and empty unless the status is a success. */
export interface Fetched extends AnswerHead {
  bytes: Buffer;
}

export interface FetchOptions {
  /** The header `Accept`. */
  accept?: string;
  maxBytes: number;
  /** Where there is more, its beginning is answered instead of a failure. */
  isCut?: boolean;
  /** For everything: names, redirects, body. */
  timeoutMs: number;
  /** Sent to the address itself; not to another site that it redirects to. */
  headers?: Readonly<Record<string, string>>;
  /** Why an answer is of no use; then its body is not read. */
  refuse?: (head: AnswerHead) => string | undefined;
  /** Ends it early. */
  signal?: AbortSignal;
  /** In place of the system's resolver. */
  resolve?: Resolve;
  /** In place of `IMPORT_ALLOW_HOSTS`. */
  allowedHosts?: AllowedHosts;
}

/** The options with nothing missing, and one signal for all that ends a fetch. */
interface Call extends FetchOptions {
  allowedHosts: AllowedHosts;
  ending: AbortSignal;
}

/** Sends one request and answers when its head has come. */
async function send(url: URL, headers: Record<string, string>, call: Call) {
  const { allowedHosts, ending, resolve = resolveBySystem } = call;
  const open = url.protocol === 'https:' ? requestHttps : requestHttp;
  const request = open(url, {
    // No agent: a connection that is kept would be used again without its address being looked at.
    agent: false,
    lookup: toGuardedLookup(resolve, (ip) => mayHave(url, ip, allowedHosts)),
    maxHeaderSize: MAX_HEADER_BYTES,
    signal: ending,
    headers: {
      'user-agent': USER_AGENT,
      accept: call.accept ?? '*/*',
      'accept-encoding': ENCODINGS,
      ...headers,
    },
  });
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  request.end();
  const [answer] = await answered;
  // What breaks after the head comes out of reading the body; where nobody reads it any more, nobody need know.
  request.on('error', () => {});
  answer.on('error', () => {});
  return answer;
}

/** Where a redirect leads. Servers write Chinese paths as bare UTF-8, which Node reads as Latin-1. */
function toTarget(answer: IncomingMessage, from: URL): string | undefined {
  const { location } = answer.headers;
  if (location === undefined || location.trim() === '') return undefined;
  const target = Buffer.from(location, 'latin1').toString('utf8').trim();
  // An absolute one stays as it was written: how a host is spelled is looked at.
  if (URL.canParse(target)) return target;
  return URL.canParse(target, from.href) ? new URL(target, from).href : undefined;
}

/** The next address of a redirect, or why it is not followed. */
function follow(answer: IncomingMessage, from: URL, seen: Set<string>, call: Call): Result<URL> {
  answer.destroy();
  const target = toTarget(answer, from);
  if (target === undefined) return fail(reasons.redirectWithoutTarget);
  const next = checkAddress(target, call.allowedHosts);
  if (!next.ok) return next;
  if (from.protocol === 'https:' && next.value.protocol === 'http:') {
    return fail(reasons.redirectDowngrade(next.value.href));
  }
  if (seen.has(next.value.href)) return fail(reasons.redirectLoop);
  seen.add(next.value.href);
  return next;
}

async function readWhole(answer: IncomingMessage, url: URL, call: Call): Promise<Result<Fetched>> {
  const status = answer.statusCode ?? 0;
  const head: AnswerHead = { address: url.href, status, headers: answer.headers };
  const refusal = call.refuse?.(head);
  if (refusal !== undefined || status < 200 || status > 299) {
    answer.destroy();
    return refusal === undefined ? succeed({ ...head, bytes: Buffer.alloc(0) }) : fail(refusal);
  }
  const body = await readAnswer(answer, call.maxBytes, call.isCut);
  return body.ok ? succeed({ ...head, bytes: body.value }) : body;
}

async function fetchFrom(start: URL, call: Call): Promise<Result<Fetched>> {
  const seen = new Set([start.href]);
  let url = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const headers = url.origin === start.origin ? { ...call.headers } : {};
    const answer = await send(url, headers, call);
    if (!REDIRECTS.has(answer.statusCode ?? 0)) return readWhole(answer, url, call);
    const next = follow(answer, url, seen, call);
    if (!next.ok) return next;
    url = next.value;
  }
  return fail(reasons.redirects(MAX_REDIRECTS));
}

/** A failure of network, server or stream as a sentence. Every one of Node's has a `code`; what has none is a bug. */
function toFailure(error: unknown, host: string, { signal, timeoutMs, ending }: Call) {
  if (signal?.aborted) return fail(reasons.stopped);
  if (ending.aborted) return fail(reasons.timeout(timeoutMs));
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || /^ERR_(?!HTTP_|SSL_|TLS_|STREAM_|BROTLI_|_ERROR_)/.test(code))
    throw error;
  return fail(code === REFUSED_ADDRESS ? reasons.privateHost(host) : reasons.network(code));
}

/**
 * Fetches an address, and is what everything in the importer fetches by: http and https only, no private network by
 * whatever name or after whatever redirect (`check-address.ts`, `guarded-lookup.ts`), at most `MAX_REDIRECTS`
 * redirects, `maxBytes` after unpacking, `timeoutMs` for all of it. Proxies are not used.
 *
 * A status is no failure: 304, 404 and 503 come back as such, without a body. Every failure of network or site is a
 * sentence.
 */
export async function guardedFetch(
  address: string,
  options: FetchOptions,
): Promise<Result<Fetched>> {
  const { signal, timeoutMs, allowedHosts = readAllowedHosts() } = options;
  const start = checkAddress(address, allowedHosts);
  if (!start.ok) return start;
  const limit = AbortSignal.timeout(timeoutMs);
  const ending = signal === undefined ? limit : AbortSignal.any([limit, signal]);
  const call: Call = { ...options, allowedHosts, ending };
  try {
    return await fetchFrom(start.value, call);
  } catch (error) {
    return toFailure(error, start.value.host, call);
  }
}
