import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { FeedEntry, FeedHead } from '../domain/feed-documents.ts';
import { toJsonFeed, toRss } from '../domain/feed-documents.ts';
import { toCachedBytes } from '../http/answers.ts';
import { allowCaching, CACHE_POLICIES } from '../http/caching.ts';
import { DETAILS, sendProblem } from '../http/problems.ts';
import type { TypedApp } from '../http/typed-app.ts';
import { findChannel, isChannelId } from '../store/channels.ts';
import { listFeedEntries } from '../store/feed-entries.ts';
import type { RouteContext } from './context.ts';

const FORMATS = {
  '/feed.json': {
    summary: '供其他阅读器订阅：JSON Feed 1.1，最新 30 篇',
    type: 'application/feed+json; charset=utf-8',
    write: (head: FeedHead, entries: FeedEntry[]) => JSON.stringify(toJsonFeed(head, entries)),
  },
  '/feed.xml': {
    summary: '供其他阅读器订阅：RSS 2.0，最新 30 篇',
    type: 'application/rss+xml; charset=utf-8',
    write: toRss,
  },
} as const;

const Query = Type.Object({
  channel: Type.Optional(Type.String({ description: '栏目 id；不带时为全部栏目' })),
});

/** A host with nothing in it that could be more than a name and a port. */
const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** Where the endpoint is reached: as set, or as this request reached it. */
function toHome(publicUrl: string | undefined, request: FastifyRequest): string {
  if (publicUrl !== undefined) return publicUrl;
  const host = request.headers.host ?? '';
  return HOST.test(host) ? `http://${host}` : 'http://localhost';
}

export function registerFeeds(app: TypedApp, { store, links, publicUrl }: RouteContext): void {
  const answer = async (
    { type, write }: (typeof FORMATS)[keyof typeof FORMATS],
    path: string,
    channel: string | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    const found =
      channel !== undefined && isChannelId(channel) ? await findChannel(store, channel) : undefined;
    if (channel !== undefined && found === undefined) {
      return sendProblem(reply, 'not_found', { detail: DETAILS.unknownChannel });
    }
    const entries = await listFeedEntries(store, found?.id);
    const head: FeedHead = {
      home: toHome(publicUrl, request),
      path: found ? `${path}?channel=${found.id}` : path,
      ...(found && { channelName: found.name }),
    };
    // With addresses taken from this request, what a cache keeps must not reach others.
    if (publicUrl === undefined) reply.header('cache-control', 'private, max-age=30');
    else allowCaching(reply, CACHE_POLICIES.list);
    return reply.type(type).send(Buffer.from(write(head, entries.map(links.toEntry))));
  };
  for (const path of ['/feed.json', '/feed.xml'] as const) {
    const { summary } = FORMATS[path];
    app.get(
      path,
      { schema: { summary, querystring: Query, response: toCachedBytes('订阅源') } },
      (request, reply) => answer(FORMATS[path], path, request.query.channel, request, reply),
    );
  }
}
