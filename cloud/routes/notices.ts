import { Type } from 'typebox';
import { NoticePage } from '../../types/notice.ts';
import { NO_CONTENT, toAnswers } from '../http/answers.ts';
import { DETAILS, sendProblem } from '../http/problems.ts';
import type { TypedApp } from '../http/typed-app.ts';
import { createTopicNames } from '../notices/topics.ts';
import { parseCursor, toCursor } from '../store/cursor.ts';
import { listInbox, markNoticeRead } from '../store/inbox.ts';
import { isPermanentId } from '../store/permanent-id.ts';
import type { RouteContext } from './context.ts';
import { PAGING_QUERY, toLimit } from './paging.ts';
import { identify } from './personal.ts';

const LIST = 'notices';

export function registerNotices(app: TypedApp, context: RouteContext): void {
  const { store, now } = context;

  app.get(
    '/v1/notices',
    {
      schema: {
        summary: '我收到的通知，新的在前；没能送达的也在其中',
        querystring: Type.Object(PAGING_QUERY),
        response: toAnswers('一页通知', NoticePage),
      },
    },
    async (request, reply) => {
      const accountId = await identify(context, request, reply);
      if (accountId === undefined) return reply;
      const { cursor, limit } = request.query;
      const after = cursor === undefined ? undefined : parseCursor(LIST, cursor);
      if (cursor !== undefined && after === undefined) {
        return sendProblem(reply, 'invalid_request', { detail: DETAILS.badCursor });
      }
      const page = await listInbox(store, {
        ...{ accountId, limit: toLimit(limit), nameTopic: await createTopicNames(store) },
        ...(after && { after }),
      });
      return reply.send({
        items: page.items,
        nextCursor: page.next ? toCursor(LIST, page.next) : null,
      });
    },
  );

  app.post(
    '/v1/notices/:id/read',
    {
      schema: {
        summary: '把一条通知记为已读',
        params: Type.Object({ id: Type.String() }),
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      const accountId = await identify(context, request, reply);
      if (accountId === undefined) return reply;
      const { id } = request.params;
      const isMarked = isPermanentId(id) && (await markNoticeRead(store, accountId, id, now()));
      if (isMarked) return reply.code(204).send(null);
      // Nothing is found either when the account was deleted meanwhile.
      const isHere = (await identify(context, request, reply)) !== undefined;
      return isHere ? sendProblem(reply, 'not_found') : reply;
    },
  );
}
