import type { WechatAnswer } from './answer.ts';
import { toFetchFailure } from './fetch-failure.ts';
import { type JsonObject, parseJsonObject } from './json-object.ts';
import { toRefusalWords } from './refusal-words.ts';

export interface WechatCall {
  /** Address with its query. It may hold a secret: it's told to nobody but WeChat. */
  url: URL;
  /** Sent as JSON by POST; without it the call is a GET. */
  body?: JsonObject;
  timeoutMs: number;
  /** Values of this call that may not come back in a message: openid, token, secret, code. */
  secrets: readonly string[];
}

/** An answer in which WeChat did not refuse. */
export interface WechatReply {
  json: JsonObject;
  /** The same as it came, for numbers that JavaScript can't hold. */
  text: string;
}

/** Asks WeChat's server. Never rejects; redirects are not followed, as the address holds secrets. */
export async function callWechat(call: WechatCall): Promise<WechatAnswer<WechatReply>> {
  try {
    const response = await fetch(call.url, {
      ...(call.body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(call.body),
      }),
      redirect: 'manual',
      signal: AbortSignal.timeout(call.timeoutMs),
    });
    return toAnswer(response.status, await response.text(), call.secrets);
  } catch (error) {
    return { ok: false, failure: toFetchFailure(error) };
  }
}

function toAnswer(
  status: number,
  text: string,
  secrets: readonly string[],
): WechatAnswer<WechatReply> {
  if (status >= 500) return { ok: false, failure: { kind: 'status', status } };
  const json = parseJsonObject(text);
  const code = json?.errcode;
  if (typeof code === 'number' && code !== 0) {
    const message = toRefusalWords(json?.errmsg, secrets);
    return { ok: false, failure: { kind: 'refused', code, message } };
  }
  if (status !== 200) return toUnexpected(`HTTP ${status}`);
  if (!json) return toUnexpected('not a JSON object');
  return { ok: true, value: { json, text } };
}

/** An answer that has not the shape it should have. @param message says what, without any of its content */
export function toUnexpected(message: string): WechatAnswer<never> {
  return { ok: false, failure: { kind: 'unexpected', message } };
}
