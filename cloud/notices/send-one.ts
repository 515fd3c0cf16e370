import {
  isTokenRefusal,
  OWN_CODES,
  type SendOutcome,
  type SendResult,
  toSendOutcome,
  toStandstill,
} from '../domain/send-outcome.ts';
import type { DataKey } from '../store/data-key.ts';
import type { Claimed } from '../store/deliveries.ts';
import type { WechatAnswer } from '../wechat/answer.ts';
import type { TokenKeeper } from '../wechat/token-keeper.ts';
import type { WechatApi } from '../wechat/wechat-api.ts';

export interface Sender {
  api: Pick<WechatApi, 'sendMessage'>;
  tokens: TokenKeeper;
  key: DataKey;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** From 0 up to 1. */
  random: () => number;
}

type Sending = WechatAnswer<{ messageId: string | null }>;

function toResult(answer: Sending): SendResult {
  if (answer.ok) return { kind: 'taken', messageId: answer.value.messageId };
  const { failure } = answer;
  if (failure.kind === 'refused') return { kind: 'refused', code: failure.code };
  // An answer that can't be read says nothing about what was done.
  return failure.kind === 'unexpected' ? { kind: 'lost' } : { kind: failure.kind };
}

const isRefusedToken = (answer: Sending): boolean =>
  !answer.ok && answer.failure.kind === 'refused' && isTokenRefusal(answer.failure.code);

function toTokenOutcome(token: WechatAnswer<string> & { ok: false }, now: number): SendOutcome {
  const { failure } = token;
  return toStandstill(failure.kind === 'refused' ? failure.code : OWN_CODES.noToken, now);
}

function openOpenid(key: DataKey, sealed: Buffer): string | undefined {
  try {
    return key.open(sealed);
  } catch {
    // The key was held against an account at the start: this one alone is damaged. Its code tells the operator.
    return undefined;
  }
}

/** Sends one message, with a new token once where the first is refused. Says what follows; never rejects. */
export async function sendOne(claimed: Claimed, sender: Sender): Promise<SendOutcome> {
  const { api, tokens, key, now } = sender;
  const openid = openOpenid(key, claimed.openidSealed);
  if (openid === undefined) return { kind: 'failed', code: OWN_CODES.wrongKey };
  const { templateId, page, data } = claimed;
  const message = { openid, templateId, page, data };
  const token = await tokens.getToken();
  if (!token.ok) return toTokenOutcome(token, now());
  let answer = await api.sendMessage(token.value, message);
  if (isRefusedToken(answer)) {
    const fresh = await tokens.replaceToken(token.value);
    if (!fresh.ok) return toTokenOutcome(fresh, now());
    answer = await api.sendMessage(fresh.value, message);
  }
  return toSendOutcome(toResult(answer), claimed.attempts, now(), sender.random());
}
