import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemCode } from '../../types/problem.ts';
import { isDatabaseAway } from '../store/database-errors.ts';
import { DETAILS, type ProblemOptions, sendProblem } from './problems.ts';

/** What each parameter has to be, for whoever sent something else. */
const PARAMETER_RULES: Record<string, string> = {
  channel: '参数 channel 应为一个栏目的 id，只能出现一次。',
  accepted: 'accepted 应为 1 到 5 项，每项写明 topicId 和 templateId。',
  code: 'code 应为 wx.login 给出的一段文字，最多 200 个字符。',
  cursor: DETAILS.badCursor,
  from: '参数 from 应为一个日期，如 2026-03-08，只能出现一次。',
  limit: '参数 limit 应为 1 到 50 的整数，只能出现一次。',
  name: '参数 name 应为一个文件名，最多 200 个字符，只能出现一次。',
  q: '参数 q 应为要找的词，最多 100 个字符，只能出现一次。',
  reportId: 'reportId 应为 16 到 64 个小写字母或数字。',
  to: '参数 to 应为一个日期，如 2026-03-08，只能出现一次。',
  when: '参数 when 应为 upcoming、ongoing 或 past 之一，只能出现一次。',
};

const CODE_OF_STATUS: Record<number, ProblemCode> = {
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  503: 'unavailable',
};

function toValidationDetail({ validation }: FastifyError): string | undefined {
  const parameter = validation?.[0]?.instancePath.split('/')[1];
  return parameter === undefined ? undefined : PARAMETER_RULES[parameter];
}

/** What an error means to the client. What lies behind a 500 is only told to the log. */
function toProblemCode(error: FastifyError): { code: ProblemCode; options: ProblemOptions } {
  if (isDatabaseAway(error)) {
    return { code: 'unavailable', options: { detail: DETAILS.databaseAway } };
  }
  const status = error.statusCode ?? 500;
  if (status >= 500 && status !== 503) return { code: 'internal', options: {} };
  const code = CODE_OF_STATUS[status] ?? 'invalid_request';
  const detail = toValidationDetail(error);
  const exact = code === 'invalid_request' && status !== 400 ? { status } : {};
  return { code, options: { ...exact, ...(detail !== undefined && { detail }) } };
}

/** The one place where a thrown error becomes an answer. */
export function handleError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { code, options } = toProblemCode(error);
  if (code === 'internal') request.log.error({ err: error }, 'request failed');
  else if (code === 'unavailable') request.log.warn({ err: error }, 'database away');
  return sendProblem(reply, code, options);
}

/** Answers what never reached a route because its address could not be read (`/%zz`). */
export function handleBadAddress(
  _error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply.header('x-request-id', request.id);
  return sendProblem(reply, 'invalid_request', { detail: DETAILS.badAddress });
}

/** HTTP/1.1 demands a host; Node's own refusal has no body, so we refuse ourselves. */
export function registerHostCheck(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.headers.host === undefined && request.raw.httpVersion === '1.1') {
      return sendProblem(reply, 'invalid_request', { detail: DETAILS.badHttp });
    }
  });
}
