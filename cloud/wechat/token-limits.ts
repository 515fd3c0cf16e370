import type { StoredToken } from './token-store.ts';

/** Within its last five minutes stable_token gives a new token; before that the same one (getStableAccessToken). */
export const RENEWAL_WINDOW_MS = 5 * 60_000;

/** Forced refreshes that one account may have a day (getStableAccessToken: 每天20次). */
export const FORCED_A_DAY = 20;

/** Shortest time between two forced refreshes; sooner nothing is refreshed (getStableAccessToken: 至少为30s). */
export const FORCED_INTERVAL_MS = 30_000;

const DAY_MS = 24 * 60 * 60_000;

/** WeChat's days are China's. */
const CHINA_OFFSET_MS = 8 * 60 * 60_000;

type Forced = StoredToken['forced'];

export const NEVER_FORCED: Forced = { count: 0, lastAt: 0 };

/** Whether WeChat allows one more forced refresh. @param now milliseconds since the epoch */
export function mayForce(forced: Forced, now: number): boolean {
  if (now - forced.lastAt < FORCED_INTERVAL_MS) return false;
  return countToday(forced, now) < FORCED_A_DAY;
}

/** The count after one more forced refresh. */
export function countForced(forced: Forced, now: number): Forced {
  return { count: countToday(forced, now) + 1, lastAt: now };
}

function countToday(forced: Forced, now: number): number {
  return toDay(forced.lastAt) === toDay(now) ? forced.count : 0;
}

function toDay(time: number): number {
  return Math.floor((time + CHINA_OFFSET_MS) / DAY_MS);
}
