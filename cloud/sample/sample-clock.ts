import { DAY_MS, padTwo, toCivilTime, UTC8_OFFSET_MS } from '../../rules/utc8.ts';

/** Milliseconds of noon in China, so many days after the one that `now` falls on. */
function toNoon(now: number, days: number): number {
  return (toCivilTime(now).dayNumber + days) * DAY_MS + DAY_MS / 2 - UTC8_OFFSET_MS;
}

/** `2026-11-20`, so many days after today in China. */
export function toDay(now: number, days: number): string {
  const { year, month, day } = toCivilTime(toNoon(now, days));
  return `${year}-${padTwo(month)}-${padTwo(day)}`;
}

/** `11月28日`, so many days after today in China. */
export function toMonthDay(now: number, days: number): string {
  const { month, day } = toCivilTime(toNoon(now, days));
  return `${month}月${day}日`;
}
