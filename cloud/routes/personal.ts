import type { FastifyReply, FastifyRequest } from 'fastify';
import { readBearer } from '../http/bearer.ts';
import { sendProblem } from '../http/problems.ts';
import { findSession } from '../store/sessions.ts';
import type { RouteContext } from './context.ts';

/** Answers of personal routes are for one reader, and kept by nobody. */
export function forbidCaching(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store');
}

/**
 * Whose request it is.
 *
 * @returns the account; undefined when nobody is logged in, and then the request is answered
 */
export async function identify(
  { store, now }: Pick<RouteContext, 'store' | 'now'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string | undefined> {
  forbidCaching(reply);
  const accountId = await findSession(store, readBearer(request), now());
  if (accountId === undefined) sendProblem(reply, 'unauthorized');
  return accountId;
}
