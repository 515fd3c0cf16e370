import { DAY_MS, toCivilTime, UTC8_OFFSET_MS } from '../../rules/utc8.ts';

/** Hours of the day in China (UTC+8) in which nobody is disturbed: from 21:00 until 08:00. */
const QUIET_FROM = 21;
const QUIET_UNTIL = 8;
const HOUR_MS = 60 * 60 * 1000;

/** Whether messages wait at this moment (milliseconds since the epoch); urgent ones are not asked about. */
export function isQuiet(now: number): boolean {
  const { hour } = toCivilTime(now);
  return hour >= QUIET_FROM || hour < QUIET_UNTIL;
}

/** The first moment from `now` on that is not quiet: `now` itself, or the next 08:00 in China. */
export function toNextAllowed(now: number): number {
  if (!isQuiet(now)) return now;
  const { hour, dayNumber } = toCivilTime(now);
  const morning = hour < QUIET_UNTIL ? dayNumber : dayNumber + 1;
  return morning * DAY_MS - UTC8_OFFSET_MS + QUIET_UNTIL * HOUR_MS;
}
