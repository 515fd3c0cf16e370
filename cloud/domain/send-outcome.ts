import { DAY_MS, UTC8_OFFSET_MS } from '../../rules/utc8.ts';

/** What WeChat made of a message. */
export type SendResult =
  | { kind: 'taken'; messageId: string | null }
  | { kind: 'refused'; code: number }
  /** Surely not sent: no connection was made. */
  | { kind: 'unsent' }
  /** A gateway answered in WeChat's place. */
  | { kind: 'status' }
  /** Nobody knows whether it was sent. */
  | { kind: 'lost' };

/** Until when nothing is sent, of anything or of the message's template. */
export interface LineStop {
  scope: 'all' | 'template';
  /** WeChat's code that stopped it. */
  code: number;
  /** Milliseconds since the epoch. */
  until: number;
}

/** What follows for a delivery, its credit, and all others. */
export type SendOutcome =
  | { kind: 'sent'; messageId: string | null }
  | { kind: 'unknown' }
  /** Tried again at `dueAt`; with `stop` not before the line runs again, and without counting as a try. */
  | { kind: 'again'; dueAt: number; code: number | null; stop?: LineStop }
  /** Never tried again; the credit comes back. */
  | { kind: 'failed'; code: number | null }
  /** WeChat knows of no credit: ours comes back, and then all of this template's are void. */
  | { kind: 'refused'; code: number }
  /** WeChat refuses the content: no message of this notice is sent any more, and their credits come back. */
  | { kind: 'halted'; code: number };

/** What follows where WeChat tells of a message by itself (`subscribe_msg_sent_event`): it is not tried again. */
export type PushOutcome =
  | { kind: 'sent' }
  | Extract<SendOutcome, { kind: 'refused' }>
  | { kind: 'failed'; code: number };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Tries of one message until it counts as failed. Those that a stopped line cost don't count. */
const MOST_ATTEMPTS = 6;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * MINUTE_MS;

/** WeChat's codes for subscribe/send (docs/wechat.md, Subscribe messages; sendMessage.html). */
export const CODES = {
  busy: -1,
  invalidToken: 40001,
  badToken: 40014,
  expiredToken: 42001,
  badOpenid: 40003,
  badTemplate: 40037,
  forbiddenAddress: 40164,
  badPage: 41030,
  notSubscribed: 43101,
  banned: 43107,
  concurrent: 43108,
  dailyQuota: 45009,
  minuteQuota: 45011,
  sensitiveWords: 45168,
  badData: 47003,
} as const;

const TOKEN_CODES: readonly number[] = [CODES.invalidToken, CODES.badToken, CODES.expiredToken];

/** True for a refusal that a new token mends. */
export function isTokenRefusal(code: number): boolean {
  return TOKEN_CODES.includes(code);
}

/** WeChat counts its days in China. */
function toNextDay(now: number): number {
  return Math.ceil((now + 1 + UTC8_OFFSET_MS) / DAY_MS) * DAY_MS - UTC8_OFFSET_MS;
}

const toNextMinute = (now: number): number => Math.floor(now / MINUTE_MS + 1) * MINUTE_MS;

/** Codes that stop more than one message: which, and until when. Nothing is lost meanwhile. */
const STOPS: Readonly<Record<number, (now: number) => Omit<LineStop, 'code'>>> = {
  // After a new token was refused as well: somebody has to look.
  [CODES.invalidToken]: (now) => ({ scope: 'all', until: now + 5 * MINUTE_MS }),
  [CODES.badToken]: (now) => ({ scope: 'all', until: now + 5 * MINUTE_MS }),
  [CODES.expiredToken]: (now) => ({ scope: 'all', until: now + 5 * MINUTE_MS }),
  [CODES.forbiddenAddress]: (now) => ({ scope: 'all', until: now + 10 * MINUTE_MS }),
  [CODES.banned]: (now) => ({ scope: 'all', until: now + HOUR_MS }),
  [CODES.dailyQuota]: (now) => ({ scope: 'all', until: toNextDay(now) }),
  [CODES.minuteQuota]: (now) => ({ scope: 'all', until: toNextMinute(now) }),
  [CODES.badTemplate]: (now) => ({ scope: 'template', until: now + HOUR_MS }),
};

const HALTING: readonly number[] = [CODES.sensitiveWords, CODES.badData, CODES.badPage];
const RETRIED: readonly number[] = [CODES.busy, CODES.concurrent];

/** Waits double from try to try; each is drawn anew from its second half, so that many don't come back at once. */
function toWait(attempts: number, random: number): number {
  const longest = Math.min(FIRST_WAIT_MS * 2 ** attempts, LONGEST_WAIT_MS);
  return Math.round(longest * (0.5 + random / 2));
}

/** Why a line is stopped, or a message not sent, where WeChat said nothing of it. */
export const OWN_CODES = {
  /** What is stored can't be read with our key. */
  wrongKey: 1,
  /** WeChat could not be asked for a token. */
  noToken: 2,
  /** Its reader wanted no more of the topic. */
  leftTopic: 3,
} as const;

/**
 * What to do about a message that could not even be tried: nothing can be sent, so the line stops and nothing is lost.
 *
 * @param code WeChat's or one of our own
 * @param now milliseconds since the epoch
 */
export function toStandstill(code: number, now: number): SendOutcome {
  const known = STOPS[code]?.(now);
  const wait = code === OWN_CODES.noToken ? MINUTE_MS / 2 : 5 * MINUTE_MS;
  const stop = { scope: 'all' as const, until: now + wait, ...known, code };
  return { kind: 'again', dueAt: now, code, stop };
}

/**
 * What to do about a message. A token that was refused has been renewed once before this is asked.
 *
 * @param attempts tries before this one that count
 * @param now milliseconds since the epoch
 * @param random from 0 up to 1
 */
export function toSendOutcome(
  result: SendResult,
  attempts: number,
  now: number,
  random: number,
): SendOutcome {
  if (result.kind === 'taken') return { kind: 'sent', messageId: result.messageId };
  if (result.kind === 'lost') return { kind: 'unknown' };
  const code = result.kind === 'refused' ? result.code : null;
  if (code !== null && !RETRIED.includes(code)) return toRefusalOutcome(code, now);
  if (attempts + 1 >= MOST_ATTEMPTS) return { kind: 'failed', code };
  return { kind: 'again', dueAt: now + toWait(attempts, random), code };
}

function toRefusalOutcome(code: number, now: number): SendOutcome {
  const stop = STOPS[code]?.(now);
  if (stop) return { kind: 'again', dueAt: now, code, stop: { ...stop, code } };
  if (code === CODES.notSubscribed) return { kind: 'refused', code };
  if (HALTING.includes(code)) return { kind: 'halted', code };
  return { kind: 'failed', code };
}

/**
 * What a push about a message makes of it. Stops and second tries belong to answers, not to pushes: such a message is over.
 *
 * @param errorCode WeChat's; 0 when the message has arrived
 */
export function toPushOutcome(errorCode: number): PushOutcome {
  if (errorCode === 0) return { kind: 'sent' };
  return { kind: errorCode === CODES.notSubscribed ? 'refused' : 'failed', code: errorCode };
}
