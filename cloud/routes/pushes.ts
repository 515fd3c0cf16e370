import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DETAILS, sendProblem } from '../http/problems.ts';
import type { TypedApp } from '../http/typed-app.ts';
import { findAccountByOpenid } from '../store/accounts.ts';
import { noteRejection, noteSendResult } from '../store/push-events.ts';
import type { PushEvent } from '../wechat/pushes/push-event.ts';
import { readEcho, readPush } from '../wechat/pushes/read-push.ts';
import type { RouteContext, WechatContext } from './context.ts';

/** WeChat waits 5 s for an answer, and then asks again (message-push.html); a late one helps nobody. */
const ANSWER_WITHIN_MS = 3_000;

/** What WeChat takes for "understood, don't send it again". */
const DONE = 'success';

/** Does what an event asks for, once however often it comes. */
async function handle(
  event: PushEvent,
  { store, now }: RouteContext,
  { key }: WechatContext,
): Promise<void> {
  // A yes is told by the mini-program itself, which knows the topic; a no to one question voids nothing.
  if (event.kind === 'answered') return;
  const accountId = await findAccountByOpenid(store, key, event.openid);
  if (accountId === undefined) return;
  if (event.kind === 'rejected') await noteRejection(store, { ...event, accountId }, now());
  else await noteSendResult(store, { ...event, accountId }, now());
}

/** True when all is done in time; it goes on otherwise, and WeChat's next try finds it done. */
async function handleInTime(
  events: readonly PushEvent[],
  context: RouteContext,
  wechat: WechatContext,
  { log }: FastifyRequest,
): Promise<boolean> {
  const handled = Promise.all(events.map((event) => handle(event, context, wechat))).then(
    () => true,
    (error: unknown) => {
      log.warn({ err: error }, 'a push of WeChat could not be handled');
      return false;
    },
  );
  return Promise.race([handled, wait(ANSWER_WITHIN_MS, false, { ref: false })]);
}

const refuse = (reply: FastifyReply) =>
  sendProblem(reply, 'forbidden', { detail: DETAILS.badPush });

/** 消息推送: what WeChat tells us, as JSON, in plain or secure mode. */
export function registerPushes(app: TypedApp, context: RouteContext): void {
  const { now, wechat } = context;
  const settings = wechat?.push;

  app.get<{ Querystring: Record<string, unknown> }>(
    '/v1/wechat/push',
    { schema: { hide: true } },
    async (request, reply) => {
      if (settings === undefined) return sendProblem(reply, 'not_found');
      const echo = readEcho({ query: request.query, settings, now: now() });
      if (!echo.ok) return refuse(reply);
      return reply.header('cache-control', 'no-store').type('text/plain').send(echo.echo);
    },
  );

  // A place of its own, since here every body is a text, whatever WeChat says that it is.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'string' },
      async (_request: FastifyRequest, body: unknown) => body,
    );
    scope.post<{ Querystring: Record<string, unknown>; Body: unknown }>(
      '/v1/wechat/push',
      { schema: { hide: true } },
      async (request, reply) => {
        if (wechat === undefined || settings === undefined) return sendProblem(reply, 'not_found');
        const body = typeof request.body === 'string' ? request.body : '';
        const push = readPush({ query: request.query, body, settings, now: now() });
        if (!push.ok) {
          request.log.warn({ problem: push.problem }, 'a push that is not WeChat’s, or not for us');
          return refuse(reply);
        }
        if (!(await handleInTime(push.events, context, wechat, request))) {
          return sendProblem(reply, 'unavailable');
        }
        return reply.header('cache-control', 'no-store').type('text/plain').send(DONE);
      },
    );
  });
}
