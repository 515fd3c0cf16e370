import type { FastifyReply } from 'fastify';
import type { Problem, ProblemCode } from '../../types/problem.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** How long a client should wait before it asks again when the database is away. */
const RETRY_AFTER_SECONDS = '5';

/** What readers and editors may see of an error: what happened, and what to do. */
const WORDING: Record<ProblemCode, { status: number; title: string; detail: string }> = {
  invalid_request: {
    status: 400,
    title: '请求有误',
    detail: '请求的格式或参数不正确，请检查后重试。',
  },
  unauthorized: { status: 401, title: '需要登录', detail: '登录已失效，请重新登录后再试。' },
  forbidden: {
    status: 403,
    title: '不能登录',
    detail: '微信认为这个账号有风险，暂时不能登录；内容仍可照常阅读。',
  },
  not_found: { status: 404, title: '没有找到', detail: '内容不存在或已被移除，请返回列表查看。' },
  method_not_allowed: {
    status: 405,
    title: '不支持这种请求方式',
    detail: '请改用 Allow 响应头中列出的请求方式。',
  },
  payload_too_large: { status: 413, title: '提交的内容过大', detail: '请减少内容后重新提交。' },
  unsupported_media_type: {
    status: 415,
    title: '不支持的内容格式',
    detail: '请以 application/json 格式提交。',
  },
  too_many_requests: {
    status: 429,
    title: '操作过于频繁',
    detail: '请等一分钟再试。',
  },
  unavailable: { status: 503, title: '服务暂时不可用', detail: '数据暂时无法读取，请稍后重试。' },
  internal: {
    status: 500,
    title: '服务出错了',
    detail: '服务内部出错，请稍后重试；如仍不行，请把 requestId 告诉我们。',
  },
};

/** Sentences for single cases, in place of the general one. */
export const DETAILS = {
  badAddress: '地址中含有无法识别的编码，请检查地址后重试。',
  badCursor: '参数 cursor 有误，请去掉它，从第一页重新读取。',
  badHttp: '请求不符合 HTTP 规范，请检查后重试。',
  headersTooLarge: '请求头过大，请减少请求头后重试。',
  requestTimeout: '请求迟迟没有发完，请检查网络后重试。',
  badDate: '参数 from 或 to 不是一个存在的日期，请检查后重试。',
  badDates: '参数 from 晚于 to，请把较早的日期写在 from。',
  unknownChannel: '没有这个栏目，可用的栏目见 /v1/channels。',
  unknownRoute: '没有这个地址，可用的地址见 /openapi.json。',
  badCode: '登录凭证已失效，请重新调用 wx.login 后再试。',
  noCode: '缺少 code：请以 wx.login 给出的 code 登录。',
  noHeader: '没有微信云托管给出的身份，请从小程序内访问。',
  noWechat: '本服务没有配置微信账号，不能登录；内容仍可照常阅读。',
  wechatAway: '微信的服务暂时没有回应，请稍后重试。',
  unknownTopic: '没有这样的通知，可以订阅的见 /v1/topics。',
  badPush: '消息的签名、时间或内容不正确。',
  databaseAway: '数据库没有回应，请稍后重试。',
} as const;

export interface ProblemOptions {
  detail?: string;
  /** Where HTTP has a more exact status than the code's usual one. */
  status?: number;
}

export function toProblem(
  code: ProblemCode,
  requestId: string,
  { detail, status }: ProblemOptions = {},
): Problem {
  const wording = WORDING[code];
  return {
    type: `urn:problem:${code}`,
    title: wording.title,
    status: status ?? wording.status,
    code,
    detail: detail ?? wording.detail,
    requestId,
  };
}

/** Answers with a problem; never cached. */
export function sendProblem(
  reply: FastifyReply,
  code: ProblemCode,
  options?: ProblemOptions,
): FastifyReply {
  const problem = toProblem(code, reply.request.id, options);
  if (problem.status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type(PROBLEM_TYPE)
    .send(problem);
}
