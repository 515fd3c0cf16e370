import { randomBytes } from 'node:crypto';
import { refuse } from './answers.ts';
import { createWindow } from './calls-in-window.ts';

const LIFE_MS = 7_200_000;
const RENEWAL_WINDOW_MS = 5 * 60_000;
const CALLS_A_MINUTE = 10_000;
const FORCED_A_DAY = 20;
const FORCED_INTERVAL_MS = 30_000;

/** stable_token. A token replaced in its last five minutes lives on until its end; a forced one ends all others. */
export function createTokens(parts: { appId: string; secret: string; now: () => number }) {
  const { now } = parts;
  const valid = new Map<string, number>();
  const issued: string[] = [];
  const calls = createWindow('minute', now);
  const forced = createWindow('day', now);
  let current: { token: string; expiresAt: number } | undefined;
  let forcedAt = Number.NEGATIVE_INFINITY;
  let isIpAllowed = true;

  const issue = (): string => {
    const token = `${issued.length + 60}_${randomBytes(96).toString('base64url')}`;
    current = { token, expiresAt: now() + LIFE_MS };
    valid.set(token, current.expiresAt);
    issued.push(token);
    return tell(current);
  };

  const tell = ({ token, expiresAt }: { token: string; expiresAt: number }) =>
    JSON.stringify({ access_token: token, expires_in: Math.floor((expiresAt - now()) / 1000) });

  const force = (): string => {
    // Sooner than that "nothing is refreshed": the same token comes, without an error.
    if (current && now() - forcedAt < FORCED_INTERVAL_MS) return tell(current);
    if (forced.isFull(FORCED_A_DAY)) return refuse(45009);
    forced.add();
    forcedAt = now();
    valid.clear();
    return issue();
  };

  return {
    issued,
    isValid: (token: string) => (valid.get(token) ?? 0) > now(),
    /** Ends the token at once, as when somebody resets the secret; the next call gives a new one. */
    rotate: () => {
      valid.clear();
      current = undefined;
    },
    setIpAllowed: (isAllowed: boolean) => {
      isIpAllowed = isAllowed;
    },
    answer: (body: Readonly<Record<string, unknown>> | undefined): string => {
      if (!body) return refuse(47001);
      if (body.grant_type !== 'client_credential') return refuse(40002);
      if (body.appid !== parts.appId) return refuse(40013);
      if (body.secret !== parts.secret) return refuse(40125);
      if (!isIpAllowed) return refuse(40164);
      if (calls.isFull(CALLS_A_MINUTE)) return refuse(45011);
      calls.add();
      if (body.force_refresh === true) return force();
      if (current && current.expiresAt - now() > RENEWAL_WINDOW_MS) return tell(current);
      return issue();
    },
  };
}
