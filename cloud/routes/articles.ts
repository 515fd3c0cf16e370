import { Type } from 'typebox';
import { Article, FeedPage } from '../../types/article.ts';
import { toReadingMinutes } from '../domain/reading-time.ts';
import { toCachedAnswers } from '../http/answers.ts';
import { allowCaching, CACHE_POLICIES } from '../http/caching.ts';
import { DETAILS, sendProblem } from '../http/problems.ts';
import type { TypedApp } from '../http/typed-app.ts';
import { findArticle, listArticleCards } from '../store/articles.ts';
import { findChannel, isChannelId } from '../store/channels.ts';
import { parseCursor, toCursor, toFeedName } from '../store/cursor.ts';
import { isPermanentId } from '../store/permanent-id.ts';
import type { RouteContext } from './context.ts';
import { PAGING_QUERY, toLimit } from './paging.ts';

const FeedQuery = Type.Object({
  channel: Type.Optional(Type.String({ description: '栏目 id；不带时为全部栏目' })),
  ...PAGING_QUERY,
});

export function registerArticles(app: TypedApp, { store, links, now }: RouteContext): void {
  app.get(
    '/v1/articles',
    {
      schema: {
        summary: '文章列表，新的在前；第一页带置顶的',
        querystring: FeedQuery,
        response: toCachedAnswers('一页文章', FeedPage),
      },
    },
    async ({ query }, reply) => {
      const { channel, cursor } = query;
      const list = toFeedName(channel);
      const after = cursor === undefined ? undefined : parseCursor(list, cursor);
      if (cursor !== undefined && after === undefined) {
        return sendProblem(reply, 'invalid_request', { detail: DETAILS.badCursor });
      }
      const page = await listArticleCards(store, {
        ...{ limit: toLimit(query.limit), now: now() },
        ...(channel !== undefined && { channelId: isChannelId(channel) ? channel : '' }),
        ...(after && { after }),
      });
      // Only an empty page may belong to a channel that does not exist.
      const isUnknown =
        channel !== undefined &&
        page.items.length === 0 &&
        !(isChannelId(channel) && (await findChannel(store, channel)));
      if (isUnknown) return sendProblem(reply, 'not_found', { detail: DETAILS.unknownChannel });
      allowCaching(reply, CACHE_POLICIES.list);
      return reply.send({
        items: page.items.map(links.toCard),
        ...(page.pinned && { pinned: page.pinned.map(links.toCard) }),
        nextCursor: page.next ? toCursor(list, page.next) : null,
      });
    },
  );

  app.get(
    '/v1/articles/:id',
    {
      schema: {
        summary: '一篇文章；已撤回的只有标题和原因',
        params: Type.Object({ id: Type.String() }),
        response: toCachedAnswers('文章全文', Article),
      },
    },
    async ({ params: { id } }, reply) => {
      const article = isPermanentId(id) ? await findArticle(store, id, now()) : undefined;
      if (article === undefined) return sendProblem(reply, 'not_found');
      allowCaching(reply, CACHE_POLICIES.item);
      const readingMinutes = toReadingMinutes(article.blocks);
      return reply.send({
        ...links.toArticle(article),
        ...(readingMinutes !== undefined && { readingMinutes }),
      });
    },
  );
}
