import type { WechatAnswer, WechatFailure } from './answer.ts';
import { RENEWAL_WINDOW_MS } from './token-limits.ts';
import { isFresh, renewToken, replaceRefused, type TokenStep } from './token-steps.ts';
import type { StoredToken, TokenStore } from './token-store.ts';
import type { WechatApi } from './wechat-api.ts';

/** How long a process uses its copy before it looks whether another replica replaced the token. */
const TRUST_MS = 60_000;

/** How long a token that could not be renewed, but is still good, is used before the next try. */
const RENEWAL_PAUSE_MS = 10_000;

/** Keeps the one token that all replicas share. Rejects only when the store is out of reach. */
export interface TokenKeeper {
  /** The token to use now, renewed in time. */
  getToken: () => Promise<WechatAnswer<string>>;
  /**
   * Another token for one that WeChat refused (40001, 40014): the one that another replica has fetched meanwhile, or a
   * new one. When WeChat allows no further forced refresh now, the failure is `refused` with 40001.
   */
  replaceToken: (refused: string) => Promise<WechatAnswer<string>>;
}

/** @param parts `now`: milliseconds since the epoch */
export function createTokenKeeper(parts: {
  api: Pick<WechatApi, 'fetchToken'>;
  store: TokenStore;
  now: () => number;
}): TokenKeeper {
  const { store, now } = parts;
  let copy: { token: string; usableUntil: number } | undefined;
  const running = new Map<string, Promise<WechatAnswer<string>>>();

  const keepCopy = (stored: StoredToken): WechatAnswer<string> => {
    copy = { token: stored.token, usableUntil: toUsableUntil(stored, now()) };
    return { ok: true, value: stored.token };
  };

  const renew = async (): Promise<WechatAnswer<string>> => {
    const standing = await store.read();
    if (standing && isFresh(standing, now())) return keepCopy(standing);
    const { stored, failure } = await underLock(store, (current) => renewToken(parts, current));
    if (stored && stored.expiresAt > now()) return keepCopy(stored);
    return { ok: false, failure: failure ?? NO_TOKEN };
  };

  const replace = async (refused: string): Promise<WechatAnswer<string>> => {
    const { stored, failure } = await underLock(store, (current) =>
      replaceRefused(parts, current, refused),
    );
    if (stored && !failure) return keepCopy(stored);
    if (copy?.token === refused) copy = undefined;
    return { ok: false, failure: failure ?? NO_TOKEN };
  };

  /** However many ask at the same time, one of them does it. */
  const shareRun = (key: string, run: () => Promise<WechatAnswer<string>>) => {
    const other = running.get(key);
    if (other) return other;
    const own = run().finally(() => running.delete(key));
    running.set(key, own);
    return own;
  };

  const findCopy = () => (copy && now() < copy.usableUntil ? copy.token : undefined);
  return {
    getToken: async () => {
      const token = findCopy();
      return token === undefined ? shareRun('renew', renew) : { ok: true, value: token };
    },
    replaceToken: async (refused) => {
      const token = findCopy();
      if (token !== undefined && token !== refused) return { ok: true, value: token };
      return shareRun(`replace ${refused}`, () => replace(refused));
    },
  };
}

const NO_TOKEN: WechatFailure = { kind: 'unexpected', message: 'no token' };

function toUsableUntil(stored: StoredToken, now: number): number {
  if (isFresh(stored, now)) return Math.min(now + TRUST_MS, stored.expiresAt - RENEWAL_WINDOW_MS);
  return Math.min(now + RENEWAL_PAUSE_MS, stored.expiresAt);
}

async function underLock(
  store: TokenStore,
  step: (current: StoredToken | undefined) => Promise<TokenStep>,
): Promise<{ stored: StoredToken | undefined; failure: WechatFailure | undefined }> {
  let failure: WechatFailure | undefined;
  const stored = await store.update(async (current) => {
    const outcome = await step(current);
    failure = outcome.failure;
    return outcome.next;
  });
  return { stored, failure };
}
