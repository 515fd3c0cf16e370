import type { Host } from '../host/host.ts';
import { utf8Length } from '../record/utf8-length.ts';
import { type Answer, async, type Options, Refusal, toFunction } from './api.ts';
import { type HttpMessage, toData, toMessage } from './http-message.ts';
import { noteSecrets } from './login.ts';
import { toNotModelled } from './not-modelled.ts';
import { send } from './send.ts';
import { openidOf } from './wechat-server.ts';

/** Key of the host map under which the container behind wx.cloud answers. */
const CONTAINER = 'cloud://container';

/** WeChat's limits for one call (wxcloudrun/src/guide/debug/know.html, …/development/call/faq.html). */
const REQUEST_BYTES = 100 * 1024;
const ANSWER_BYTES = 1000 * 1024;
const LONGEST_MS = 15_000;
const METHODS = ['GET', 'POST', 'PUT', 'DELETE'];

/** What WeChat puts in front of a program's own headers says where a call comes from. */
const SOURCE = 'wx_client';

/** All other members of wx.cloud. */
const OTHERS = [
  ...['callFunction', 'connectContainer', 'uploadFile', 'downloadFile', 'getTempFileURL'],
  ...[
    'deleteFile',
    'database',
    'Cloud',
    'CloudID',
    'CDN',
    'getCloudCallSign',
    'createCrossAccountInstance',
  ],
];

/** `wx.cloud`: calls to a container; other members fail by name. */
export function cloudApi(host: Host): Record<string, unknown> {
  let initialised = false;
  const callContainer = async((options) => {
    if (initialised) return call(host, options);
    return new Refusal("Cloud API isn't enabled, please call wx.cloud.init first");
  });
  return {
    ...toNotModelled(host, OTHERS, 'cloud.'),
    init: () => {
      initialised = true;
    },
    callContainer: toFunction(host, 'cloud.callContainer', callContainer),
  };
}

async function call(host: Host, options: Options): Promise<Answer> {
  const path = String(options.path ?? '/');
  const message = toMessage(CONTAINER + path, options);
  const { env } = (options.config ?? {}) as { env?: unknown };
  const refused = refuse(host, message, path, env);
  if (refused) return refused;
  Object.assign(message.headers, {
    'x-wx-openid': openidOf(host),
    'x-wx-appid': host.account.appId,
    'x-wx-env': String(env),
    'x-wx-source': SOURCE,
  });
  const limit = toLimit(host, path, options.timeout);
  const reply = await send(host, message, { controller: new AbortController(), limit });
  if (reply instanceof Refusal) return reply.reason === 'timeout' ? late(host, path, limit) : reply;
  const { statusCode, header, bytes } = reply;
  if (bytes.length > ANSWER_BYTES) {
    host.ledger.breakRule('container.response', `${path} answers with ${bytes.length} bytes`);
    return toFailure('-606001', 'response size exceeds 1000KB');
  }
  noteSecrets(host, bytes, path);
  const callID = `${Date.now()}-${Math.random()}`;
  return { statusCode, header, data: toData(bytes, options), callID };
}

/** What WeChat refuses before anything is sent. */
function refuse(host: Host, message: HttpMessage, path: string, env: unknown): Refusal | null {
  if (host.options.hosts[CONTAINER] === undefined) {
    return new Refusal(`no address for ${CONTAINER} in the simulator's host map`);
  }
  if (typeof env !== 'string' || env === '') return toFailure('-501000', 'Invalid env');
  if (!message.headers['x-wx-service']) return toFailure('-501000', 'Invalid host');
  if (!METHODS.includes(message.method)) return toFailure('102005', '无效的 HTTP Method');
  const { data } = message;
  const bytes = typeof data === 'string' ? utf8Length(data) : data.byteLength;
  if (bytes <= REQUEST_BYTES) return null;
  host.ledger.breakRule('container.request', `${path} is called with ${bytes} bytes`);
  return toFailure('-606001', '请求包大小超过 100KB');
}

/** A longer limit than WeChat's own has no effect. */
function toLimit(host: Host, path: string, timeout: unknown): number {
  if (typeof timeout !== 'number' || timeout <= 0) return LONGEST_MS;
  if (timeout > LONGEST_MS) {
    host.ledger.breakRule('container.time', `${path} is called with a timeout of ${timeout} ms`);
  }
  return Math.min(timeout, LONGEST_MS);
}

/** No answer in time; a program that waits for less than WeChat's own limit meets that as a matter of course. */
function late(host: Host, path: string, limit: number): Refusal {
  if (limit === LONGEST_MS) {
    host.ledger.breakRule('container.time', `${path} has not answered after ${LONGEST_MS} ms`);
  }
  return toFailure('102002', '请求超时');
}

function toFailure(errCode: string, errMsg: string): Refusal {
  return new Refusal(`Error: errCode: ${errCode} | errMsg: ${errMsg}`, {
    errCode: Number(errCode),
  });
}
