import type { WechatFailure } from './answer.ts';
import { countForced, mayForce, NEVER_FORCED, RENEWAL_WINDOW_MS } from './token-limits.ts';
import type { StoredToken } from './token-store.ts';
import type { WechatApi } from './wechat-api.ts';

/** `errcode` of a token that WeChat refuses. */
const INVALID_TOKEN = 40_001;

/** What a step under the store's lock found: what to store, or why there is nothing new. */
export interface TokenStep {
  next?: StoredToken;
  failure?: WechatFailure;
}

interface StepParts {
  api: Pick<WechatApi, 'fetchToken'>;
  now: () => number;
}

/** Whether a token can be used without asking for the next one. */
export function isFresh(stored: StoredToken, now: number): boolean {
  return stored.expiresAt - now > RENEWAL_WINDOW_MS;
}

/** Asks for the next token, unless another replica has done so meanwhile. */
export async function renewToken(
  { api, now }: StepParts,
  current: StoredToken | undefined,
): Promise<TokenStep> {
  if (current && isFresh(current, now())) return {};
  return askForToken({ api, now }, current?.forced ?? NEVER_FORCED, false);
}

/** Takes another replica's token in place of the refused one, else asks, and insists only within WeChat's limits. */
export async function replaceRefused(
  { api, now }: StepParts,
  current: StoredToken | undefined,
  refused: string,
): Promise<TokenStep> {
  if (current && current.token !== refused && current.expiresAt > now()) return {};
  const forced = current?.forced ?? NEVER_FORCED;
  const asked = await askForToken({ api, now }, forced, false);
  if (asked.next?.token !== refused) return asked;
  if (!mayForce(forced, now())) return { ...asked, failure: toRefused('too soon to force') };
  const counted = countForced(forced, now());
  const insisted = await askForToken({ api, now }, counted, true);
  // A forced refresh counts at WeChat, whether its answer came or not.
  if (!insisted.next) return { next: { ...asked.next, forced: counted }, ...insisted };
  if (insisted.next.token !== refused) return insisted;
  return { ...insisted, failure: toRefused('forced in vain') };
}

async function askForToken(
  { api, now }: StepParts,
  forced: StoredToken['forced'],
  isForced: boolean,
): Promise<TokenStep> {
  const askedAt = now();
  const answer = await api.fetchToken(isForced);
  if (!answer.ok) return { failure: answer.failure };
  const { token, expiresIn } = answer.value;
  return { next: { token, expiresAt: askedAt + expiresIn * 1000, forced } };
}

function toRefused(message: string): WechatFailure {
  return { kind: 'refused', code: INVALID_TOKEN, message };
}
