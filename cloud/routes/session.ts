import type { FastifyRequest } from 'fastify';
import type { ProblemCode } from '../../types/problem.ts';
import { LoginRequest, Session } from '../../types/session.ts';
import { NO_CONTENT, toAnswers } from '../http/answers.ts';
import { readBearer } from '../http/bearer.ts';
import { DETAILS, type ProblemOptions, sendProblem } from '../http/problems.ts';
import type { TypedApp } from '../http/typed-app.ts';
import { findOrMakeAccount } from '../store/accounts.ts';
import { closeSession, openSession } from '../store/sessions.ts';
import type { WechatFailure } from '../wechat/answer.ts';
import type { RouteContext, WechatContext } from './context.ts';
import { forbidCaching } from './personal.ts';

/** WeChat's answers to a code that its reader can do something about (code2Session.html). */
const REFUSALS: Readonly<Record<number, [ProblemCode, ProblemOptions]>> = {
  40029: ['unauthorized', { detail: DETAILS.badCode }],
  40163: ['unauthorized', { detail: DETAILS.badCode }],
  40226: ['forbidden', {}],
  45011: ['too_many_requests', {}],
};

type Proof = { openid: string } | { problem: [ProblemCode, ProblemOptions] };

/** An openid as WeChat makes them. */
const OPENID = /^[A-Za-z0-9_-]{10,64}$/;

function readHeader({ headers }: FastifyRequest, wechat: WechatContext): Proof {
  const openid = headers['x-wx-openid'];
  const appId = headers['x-wx-appid'];
  const isOurs = appId === undefined || appId === wechat.appId;
  return typeof openid === 'string' && OPENID.test(openid) && isOurs
    ? { openid }
    : { problem: ['unauthorized', { detail: DETAILS.noHeader }] };
}

function toProblem(failure: WechatFailure): [ProblemCode, ProblemOptions] {
  const known = failure.kind === 'refused' ? REFUSALS[failure.code] : undefined;
  return known ?? ['unavailable', { detail: DETAILS.wechatAway }];
}

/** Who it is, by the proof that this endpoint was told to trust; the other one is not looked at. */
async function prove(
  request: FastifyRequest<{ Body: LoginRequest }>,
  wechat: WechatContext,
): Promise<Proof> {
  if (wechat.identity === 'container') return readHeader(request, wechat);
  const { code } = request.body;
  if (code === undefined) return { problem: ['invalid_request', { detail: DETAILS.noCode }] };
  const answer = await wechat.api.redeemLoginCode(code);
  if (answer.ok) return answer.value;
  const problem = toProblem(answer.failure);
  if (problem[0] === 'unavailable') request.log.warn({ failure: answer.failure }, 'no login');
  return { problem };
}

export function registerSession(app: TypedApp, { store, now, wechat }: RouteContext): void {
  app.post(
    '/v1/session',
    {
      // Where the header of 微信云托管 is the proof, there is nothing to say.
      preValidation: async (request) => {
        request.body ??= {};
      },
      schema: {
        summary: '登录：用 wx.login 的 code 换取令牌',
        body: LoginRequest,
        response: toAnswers('令牌', Session),
      },
    },
    async (request, reply) => {
      forbidCaching(reply);
      if (wechat === undefined) {
        return sendProblem(reply, 'unavailable', { detail: DETAILS.noWechat });
      }
      const proof = await prove(request, wechat);
      if ('problem' in proof) return sendProblem(reply, ...proof.problem);
      // An account that is deleted in between is made anew.
      for (;;) {
        const accountId = await findOrMakeAccount(store, wechat.key, proof.openid, now());
        const session = await openSession(store, accountId, now());
        if (session !== undefined) return reply.send(session);
      }
    },
  );

  app.delete(
    '/v1/session',
    { schema: { summary: '退出登录：令牌即刻失效', response: NO_CONTENT } },
    async (request, reply) => {
      await closeSession(store, readBearer(request));
      return forbidCaching(reply).code(204).send(null);
    },
  );
}
