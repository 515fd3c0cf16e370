/** What the environment decides about WeChat and the notices sent through it. */
export interface WechatSettings {
  appId: string;
  secret: string;
  /** What proves who a reader is: a code of wx.login, or the header that 微信云托管 adds. */
  identity: 'code' | 'container';
  /** Without a final slash. */
  apiUrl: string;
  /** What WeChat signs its pushes with; absent when it pushes nothing here. Without `aesKey` they come as plain text. */
  push?: { token: string /** EncodingAESKey, 43 characters. */; aesKey?: string };
  /** File of the templates; without one no notices are sent. */
  templatesPath?: string;
  /** Which version of the mini-program a message opens. */
  state: MiniprogramState;
  /** Messages a second, over all replicas. */
  rate: number;
  /** 32 bytes that openids are encrypted with. */
  dataKey?: Buffer;
}

export type MiniprogramState = 'formal' | 'trial' | 'developer';

export type WechatSettingsOutcome =
  /** Undefined where nothing about WeChat is set. */
  { ok: true; settings: WechatSettings | undefined } | { ok: false; problem: string };

type Environment = Record<string, string | undefined>;
/** A setting, or the one line that says what is wrong with it; no line repeats what may be a secret. */
type Part<T> = { ok: true; value: T } | { ok: false; problem: string };

const DEFAULT_API_URL = 'https://api.weixin.qq.com';
const DEFAULT_RATE = '50';
const MAX_RATE = 1000;
const STATES = ['formal', 'trial', 'developer'] as const;
const IDENTITIES = ['code', 'container'] as const;
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/** An empty variable counts as none. */
const read = (env: Environment, name: string) => env[name]?.trim() || undefined;
const fail = (problem: string) => ({ ok: false, problem }) as const;

function parseAccount(env: Environment): Part<{ appId: string; secret: string }> {
  const appId = read(env, 'WECHAT_APPID');
  const secret = read(env, 'WECHAT_SECRET');
  if (appId === undefined || secret === undefined) {
    const missing = [
      ...(appId === undefined ? ['WECHAT_APPID'] : []),
      ...(secret === undefined ? ['WECHAT_SECRET'] : []),
    ].join(' and ');
    return fail(
      `${missing} missing: copy AppID and AppSecret from WeChat's console (开发管理), or set no WECHAT_ variable at all.`,
    );
  }
  if (!/^wx[0-9A-Za-z]{16}$/.test(appId)) {
    return fail('WECHAT_APPID is no AppID: it is wx and 16 letters or digits.');
  }
  // WeChat gives 32 hexadecimal digits; a secret with a space in it was copied wrongly, whatever its form.
  if (/\s/.test(secret)) return fail('WECHAT_SECRET has a space in it: copy the AppSecret alone.');
  return { ok: true, value: { appId, secret } };
}

function parseChoice<T extends string>(
  env: Environment,
  name: string,
  choices: readonly [T, ...T[]],
): Part<T> {
  const text = read(env, name) ?? choices[0];
  const value = choices.find((choice) => choice === text);
  if (value !== undefined) return { ok: true, value };
  return fail(`${name} is "${text}": set it to one of ${choices.join(', ')}.`);
}

function parseApiUrl(env: Environment): Part<string> {
  const text = read(env, 'WECHAT_API_URL') ?? DEFAULT_API_URL;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin = url !== undefined && text.replace(/\/+$/, '') === url.origin;
  if (!isOrigin || !['http:', 'https:'].includes(url.protocol)) {
    return fail(
      `WECHAT_API_URL is no address of a server: write ${DEFAULT_API_URL} or leave it out.`,
    );
  }
  if (url.protocol === 'http:' && !LOOPBACK.includes(url.hostname)) {
    return fail('WECHAT_API_URL would carry the secret unencrypted: write https://….');
  }
  return { ok: true, value: url.origin };
}

function parsePush(env: Environment): Part<WechatSettings['push']> {
  const token = read(env, 'WECHAT_PUSH_TOKEN');
  const aesKey = read(env, 'WECHAT_PUSH_KEY');
  if (token === undefined) {
    return aesKey === undefined
      ? { ok: true, value: undefined }
      : fail('WECHAT_PUSH_TOKEN is missing: copy the Token beside the EncodingAESKey (消息推送).');
  }
  // WeChat's console takes nothing else.
  if (!/^[0-9A-Za-z]{3,32}$/.test(token)) {
    return fail('WECHAT_PUSH_TOKEN is no Token: it is 3 to 32 letters or digits (消息推送).');
  }
  if (aesKey === undefined) return { ok: true, value: { token } };
  return /^[0-9A-Za-z+/]{43}$/.test(aesKey)
    ? { ok: true, value: { token, aesKey } }
    : fail('WECHAT_PUSH_KEY is no EncodingAESKey: copy its 43 characters (消息推送).');
}

function parseRate(env: Environment): Part<number> {
  const text = read(env, 'NOTICE_RATE') ?? DEFAULT_RATE;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= MAX_RATE
    ? { ok: true, value }
    : fail(
        `NOTICE_RATE is "${text}": set it to a number from 1 to ${MAX_RATE} (messages a second).`,
      );
}

function parseDataKey(env: Environment): Part<Buffer | undefined> {
  const text = read(env, 'DATA_KEY');
  if (text === undefined) return { ok: true, value: undefined };
  if (/^[0-9A-Fa-f]{64}$/.test(text)) return { ok: true, value: Buffer.from(text, 'hex') };
  return /^[0-9A-Za-z+/]{43}=$/.test(text)
    ? { ok: true, value: Buffer.from(text, 'base64') }
    : fail('DATA_KEY is no key: make one of 32 bytes with "openssl rand -base64 32", and keep it.');
}

/** Reads the settings about WeChat; the first thing that is wrong comes back as one line that says what to do. */
export function parseWechatSettings(env: Environment): WechatSettingsOutcome {
  const isSet = Object.keys(env).some((name) => name.startsWith('WECHAT_') && read(env, name));
  if (!isSet) return { ok: true, settings: undefined };
  const account = parseAccount(env);
  if (!account.ok) return account;
  const identity = parseChoice(env, 'WECHAT_IDENTITY', IDENTITIES);
  if (!identity.ok) return identity;
  const apiUrl = parseApiUrl(env);
  if (!apiUrl.ok) return apiUrl;
  const push = parsePush(env);
  if (!push.ok) return push;
  const state = parseChoice(env, 'NOTICE_STATE', STATES);
  if (!state.ok) return state;
  const rate = parseRate(env);
  if (!rate.ok) return rate;
  const dataKey = parseDataKey(env);
  if (!dataKey.ok) return dataKey;
  const templatesPath = read(env, 'NOTICE_TEMPLATES');
  return {
    ok: true,
    settings: {
      ...account.value,
      identity: identity.value,
      apiUrl: apiUrl.value,
      state: state.value,
      rate: rate.value,
      ...(push.value !== undefined && { push: push.value }),
      ...(templatesPath !== undefined && { templatesPath }),
      ...(dataKey.value !== undefined && { dataKey: dataKey.value }),
    },
  };
}
