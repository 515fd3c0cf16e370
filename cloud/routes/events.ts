import { Type } from 'typebox';
import { Event, EventPage, EventWhen } from '../../types/event.ts';
import { toCachedAnswers } from '../http/answers.ts';
import { allowCaching, CACHE_POLICIES } from '../http/caching.ts';
import { DETAILS, sendProblem } from '../http/problems.ts';
import type { TypedApp } from '../http/typed-app.ts';
import { parseCursor, toCursor } from '../store/cursor.ts';
import { findEvent, listEventCards } from '../store/events.ts';
import { isPermanentId } from '../store/permanent-id.ts';
import type { RouteContext } from './context.ts';
import { PAGING_QUERY, toLimit } from './paging.ts';

const EventQuery = Type.Object({ when: Type.Optional(EventWhen), ...PAGING_QUERY });

export function registerEvents(app: TypedApp, { store, links, now }: RouteContext): void {
  app.get(
    '/v1/events',
    {
      schema: {
        summary: '活动列表：即将开始（默认）、进行中、已结束',
        querystring: EventQuery,
        response: toCachedAnswers('一页活动', EventPage),
      },
    },
    async ({ query }, reply) => {
      const { when = 'upcoming', cursor } = query;
      const after = cursor === undefined ? undefined : parseCursor(when, cursor);
      if (cursor !== undefined && after === undefined) {
        return sendProblem(reply, 'invalid_request', { detail: DETAILS.badCursor });
      }
      const page = await listEventCards(store, {
        ...{ when, now: now(), limit: toLimit(query.limit) },
        ...(after && { after }),
      });
      allowCaching(reply, CACHE_POLICIES.list);
      return reply.send({
        items: page.items.map(links.toCard),
        nextCursor: page.next ? toCursor(when, page.next) : null,
      });
    },
  );

  app.get(
    '/v1/events/:id',
    {
      schema: {
        summary: '一个活动',
        params: Type.Object({ id: Type.String() }),
        response: toCachedAnswers('活动详情', Event),
      },
    },
    async ({ params: { id } }, reply) => {
      const event = isPermanentId(id) ? await findEvent(store, id, now()) : undefined;
      if (event === undefined) return sendProblem(reply, 'not_found');
      allowCaching(reply, CACHE_POLICIES.item);
      return reply.send(links.toEvent(event));
    },
  );
}
