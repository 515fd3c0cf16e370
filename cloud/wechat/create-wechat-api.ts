import type { WechatAnswer } from './answer.ts';
import { callWechat, toUnexpected, type WechatReply } from './call-wechat.ts';
import { isJsonObject } from './json-object.ts';
import type { SubscribeMessage, TemplateInfo, WechatApi } from './wechat-api.ts';

/**
 * Nobody waits longer than 5 s for a login, and asking again does no harm. A message is waited for longer than the 10 to 12 s after which Node's fetch gives up connecting: a server that can't be reached shows as
 * `unsent`, and only a message that went out may become `lost`.
 */
const TIMEOUTS = { callMs: 5_000, sendMs: 15_000 };

/** `type` of a template (getMessageTemplateList): 2 is one-time, 3 is long-term. */
const LONG_TERM = 3;

export interface WechatApiSettings {
  appId: string;
  secret: string;
  /** `https://api.weixin.qq.com`, or where a double of it listens. */
  apiUrl: string;
  /** Which version of the mini-program a message opens. */
  state: 'formal' | 'trial' | 'developer';
  /** How long an answer is waited for: of a message, of all other calls. */
  timeouts?: { sendMs: number; callMs: number };
}

/**
 * WeChat's server API on `fetch`. Its calls never reject.
 * @throws TypeError when `apiUrl` is no address
 */
export function createWechatApi(settings: WechatApiSettings): WechatApi {
  const { appId, secret, apiUrl, timeouts: { callMs, sendMs } = TIMEOUTS } = settings;
  const toUrl = (path: string, query: Record<string, string> = {}) => {
    const url = new URL(path, apiUrl);
    url.search = new URLSearchParams(query).toString();
    return url;
  };
  toUrl('/');

  return {
    redeemLoginCode: async (code) => {
      const query = { appid: appId, secret, js_code: code, grant_type: 'authorization_code' };
      const url = toUrl('/sns/jscode2session', query);
      return pick(await callWechat({ url, timeoutMs: callMs, secrets: [secret, code] }), toPerson);
    },
    fetchToken: async (isForced) => {
      const body = {
        grant_type: 'client_credential',
        appid: appId,
        secret,
        force_refresh: isForced,
      };
      const url = toUrl('/cgi-bin/stable_token');
      return pick(await callWechat({ url, body, timeoutMs: callMs, secrets: [secret] }), toToken);
    },
    sendMessage: async (token, message) => {
      const url = toUrl('/cgi-bin/message/subscribe/send', { access_token: token });
      const body = toSendBody(message, settings.state);
      const secrets = [token, message.openid, secret];
      return pick(await callWechat({ url, body, timeoutMs: sendMs, secrets }), toSent);
    },
    listTemplates: async (token) => {
      const url = toUrl('/wxaapi/newtmpl/gettemplate', { access_token: token });
      return pick(
        await callWechat({ url, timeoutMs: callMs, secrets: [token, secret] }),
        toTemplates,
      );
    },
  };
}

/** @param read gives the value, or `undefined` when the answer has another shape */
function pick<T>(
  answer: WechatAnswer<WechatReply>,
  read: (reply: WechatReply) => T | undefined,
): WechatAnswer<T> {
  if (!answer.ok) return answer;
  const value = read(answer.value);
  return value === undefined ? toUnexpected('another shape') : { ok: true, value };
}

function toSendBody(message: SubscribeMessage, state: WechatApiSettings['state']) {
  const { openid, templateId, page, data } = message;
  const fields = Object.entries(data).map(([field, value]) => [field, { value }] as const);
  return {
    touser: openid,
    template_id: templateId,
    page,
    data: Object.fromEntries(fields),
    miniprogram_state: state,
    lang: 'zh_CN',
  };
}

function toPerson({ json }: WechatReply): { openid: string } | undefined {
  const { openid } = json;
  return typeof openid === 'string' && openid !== '' ? { openid } : undefined;
}

function toToken({ json }: WechatReply): { token: string; expiresIn: number } | undefined {
  const { access_token: token, expires_in: expiresIn } = json;
  if (typeof token !== 'string' || token === '') return undefined;
  if (typeof expiresIn !== 'number' || !(expiresIn > 0)) return undefined;
  return { token, expiresIn };
}

/** `msgid` is a 64-bit integer, more than a JavaScript number holds: its digits are read from the text. */
function toSent({ json, text }: WechatReply): { messageId: string | null } | undefined {
  if (json.errcode !== 0) return undefined;
  return { messageId: /"msgid"\s*:\s*"?(\d+)/.exec(text)?.[1] ?? null };
}

function toTemplates({ json }: WechatReply): TemplateInfo[] | undefined {
  if (!Array.isArray(json.data)) return undefined;
  const templates = json.data.map(toTemplate);
  return templates.every((template) => template !== undefined) ? templates : undefined;
}

function toTemplate(value: unknown): TemplateInfo | undefined {
  if (!isJsonObject(value)) return undefined;
  const { priTmplId: id, title, content, type } = value;
  if (typeof id !== 'string' || typeof title !== 'string' || typeof content !== 'string')
    return undefined;
  const fields = [...content.matchAll(/\{\{\s*(\w+)\.DATA\s*\}\}/g)].map((match) => match[1] ?? '');
  return { id, title, isLongTerm: type === LONG_TERM, fields };
}
