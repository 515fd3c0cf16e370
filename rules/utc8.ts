/**
 * Civil dates in China (UTC+8 all year, no daylight saving since 1991), whatever zone the phone or server is in.
 * `Intl` is incomplete in mini-programs (docs/wechat.md, Performance), so this is plain arithmetic.
 */

export const UTC8_OFFSET_MS = 8 * 60 * 60 * 1000;
export const DAY_MS = 24 * 60 * 60 * 1000;

export interface CivilTime {
  year: number;
  /** 1–12 */
  month: number;
  /** 1–31 */
  day: number;
  /** 0–23 */
  hour: number;
  minute: number;
  /** 0 is Sunday. */
  weekday: number;
  /** Days since 1970-01-01 in China: the difference of two is the number of midnights between them. */
  dayNumber: number;
}

/** The civil time in China of a moment given in milliseconds since the epoch. */
export function toCivilTime(epochMs: number): CivilTime {
  const shifted = new Date(epochMs + UTC8_OFFSET_MS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    weekday: shifted.getUTCDay(),
    dayNumber: Math.floor((epochMs + UTC8_OFFSET_MS) / DAY_MS),
  };
}

const PLAIN_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for `2023-11-15`: a day without a time of day. */
export function isPlainDate(value: string): boolean {
  return PLAIN_DATE.test(value);
}

/**
 * Milliseconds since the epoch of a moment, or of the midnight in China that begins a plain date.
 * NaN when the text is neither.
 */
export function toEpochMs(momentOrDate: string): number {
  return Date.parse(isPlainDate(momentOrDate) ? `${momentOrDate}T00:00:00+08:00` : momentOrDate);
}

export function padTwo(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
