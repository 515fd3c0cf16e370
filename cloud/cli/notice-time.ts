import { DAY_MS, toEpochMs } from '../../rules/utc8.ts';
import { noticeWords } from './notice-words.ts';

export type NoticeTime = { ok: true; at: number } | { ok: false; reason: string };

/** `2026-11-26 09:00` in China, or ISO 8601 with its offset. */
const TIME =
  /^(\d{4})-(\d\d)-(\d\d)(?: ([01]\d|2[0-3]):([0-5]\d)|T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d))$/;
/** A leap year, so that the same day next year is never too far. */
const MOST_AHEAD_MS = 366 * DAY_MS;

const fail = (reason: string): NoticeTime => ({ ok: false, reason });

/** Date.parse takes 2月30日 for a day in March. */
function isRealDay(year: number, month: number, day: number): boolean {
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth;
}

/**
 * Reads when a notice is to be published.
 *
 * @param now milliseconds since the epoch
 */
export function parseNoticeTime(text: string, now: number): NoticeTime {
  const match = TIME.exec(text.trim());
  if (match === null) return fail(noticeWords.badTime(text));
  const [whole, year, month, day, hour, minute] = match;
  if (!isRealDay(Number(year), Number(month), Number(day))) return fail(noticeWords.badTime(text));
  const moment = hour === undefined ? whole : `${year}-${month}-${day}T${hour}:${minute}:00+08:00`;
  const at = toEpochMs(moment);
  if (at <= now) return fail(noticeWords.pastTime(at));
  return at - now > MOST_AHEAD_MS ? fail(noticeWords.farTime(at)) : { ok: true, at };
}
