import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** How long an answer may be shown without asking again; seconds. */
export interface CachePolicy {
  /** In the client. */
  maxAge: number;
  /** In a CDN in front of us. */
  sharedMaxAge: number;
  /** Shown while a newer one is fetched. */
  staleWhileRevalidate: number;
}

/**
 * A withdrawal reaches readers within three minutes. At worst a CDN hands out an answer until the end of its stale time, without
 * saying how old it is, and the client keeps that as long again as it may: both times together stay below that.
 */
export const CACHE_POLICIES = {
  channels: { maxAge: 300, sharedMaxAge: 600, staleWhileRevalidate: 86_400 },
  list: { maxAge: 30, sharedMaxAge: 60, staleWhileRevalidate: 30 },
  item: { maxAge: 30, sharedMaxAge: 60, staleWhileRevalidate: 30 },
} satisfies Record<string, CachePolicy>;

/** Lets browsers, phones and CDNs keep a public answer. */
export function allowCaching(reply: FastifyReply, policy: CachePolicy): void {
  const { maxAge, sharedMaxAge, staleWhileRevalidate } = policy;
  reply.header(
    'cache-control',
    `public, max-age=${maxAge}, s-maxage=${sharedMaxAge}, stale-while-revalidate=${staleWhileRevalidate}`,
  );
}

/** A strong ETag names exact bytes, so each encoding of an answer has its own: `"hash"`, `"hash-gzip"`, `"hash-br"`. */
const ENCODING_SUFFIX = /-(?:gzip|br)"$/;
const withoutEncoding = (tag: string) => tag.replace(/^W\//, '').replace(ENCODING_SUFFIX, '"');

/** The tag of `If-None-Match` that names this content in any encoding; undefined when the client has none of it. */
export function findMatchingTag(ifNoneMatch: string | undefined, tag: string): string | undefined {
  if (ifNoneMatch === undefined) return undefined;
  if (ifNoneMatch.trim() === '*') return tag;
  return ifNoneMatch
    .split(',')
    .map((candidate) => candidate.trim())
    .find((candidate) => withoutEncoding(candidate) === tag);
}

function isRead({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Answers 304 when the client holds this content already; otherwise names it. */
async function nameContent(request: FastifyRequest, reply: FastifyReply, payload: unknown) {
  if (!isRead(request) || reply.statusCode !== 200) return payload;
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
  reply.header('vary', 'accept-encoding');
  const given = reply.getHeader('etag');
  const tag =
    typeof given === 'string'
      ? given
      : `"${createHash('sha1').update(payload).digest('base64url')}"`;
  const match = findMatchingTag(request.headers['if-none-match'], tag);
  reply.header('etag', match?.replace(/^W\//, '') ?? tag);
  if (match === undefined) return payload;
  reply.code(304).removeHeader('content-type').removeHeader('content-length');
  // HEAD can't do without a text: its length is announced, and taken back in `nameEncoding`.
  return request.method === 'HEAD' ? '' : null;
}

/** Runs after the answer was compressed. */
async function nameEncoding(_request: FastifyRequest, reply: FastifyReply, payload: unknown) {
  const tag = reply.getHeader('etag');
  const encoding = reply.getHeader('content-encoding');
  if (typeof tag === 'string' && typeof encoding === 'string' && !ENCODING_SUFFIX.test(tag)) {
    reply.header('etag', `${tag.slice(0, -1)}-${encoding}"`);
  }
  // The length of nothing is not that of the content (RFC 9110, 8.6).
  if (reply.statusCode === 304) reply.removeHeader('content-length');
  return payload;
}

/**
 * Gives every read a strong ETag and answers 304 where the client has the content. Register it after compression:
 * hooks of the whole app run before those of a route, and compression is one of the latter.
 */
export function registerCaching(app: FastifyInstance): void {
  app.addHook('onSend', nameContent);
  app.addHook('onRoute', (route) => {
    route.onSend = [route.onSend ?? [], nameEncoding].flat();
  });
}
