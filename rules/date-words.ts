import { DAY_MS, isPlainDate, padTwo, toCivilTime, toEpochMs, UTC8_OFFSET_MS } from './utc8.ts';

const MINUTE_MS = 60_000;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

function toIsoDay(epochMs: number): string {
  const { year, month, day } = toCivilTime(epochMs);
  return `${year}-${padTwo(month)}-${padTwo(day)}`;
}

function toClock(epochMs: number): string {
  const { hour, minute } = toCivilTime(epochMs);
  return `${padTwo(hour)}:${padTwo(minute)}`;
}

/**
 * How a feed says when something was published: 刚刚 (under five minutes), 今天 09:30, 今天, 昨天, 3天前 (up to six),
 * then `2023-11-15`. A plain date never claims a time of day; a moment in the future and a text that is no date
 * are shown as they stand.
 *
 * @param publishedAt a moment or a plain date
 * @param now milliseconds since the epoch
 */
export function toPublishedWords(publishedAt: string, now: number): string {
  const at = toEpochMs(publishedAt);
  if (Number.isNaN(at)) return publishedAt;
  const plain = isPlainDate(publishedAt);
  const days = toCivilTime(now).dayNumber - toCivilTime(at).dayNumber;
  if (!plain && at <= now && now - at < 5 * MINUTE_MS) return '刚刚';
  if (days === 0 && plain) return '今天';
  if (days === 0) return `今天 ${toClock(at)}`;
  if (days === 1) return '昨天';
  if (days > 1 && days < 7) return `${days}天前`;
  return toIsoDay(at);
}

/** 发布时间 in full, as the article's head shows it: `2023-11-15`, or `2023-11-15 09:30` where a time is known. */
export function toFullDate(publishedAt: string): string {
  const at = toEpochMs(publishedAt);
  if (Number.isNaN(at)) return publishedAt;
  return isPlainDate(publishedAt) ? publishedAt : `${toIsoDay(at)} ${toClock(at)}`;
}

/**
 * The end of what was good until then: a midnight in China is the end of the day before it, `2026-12-31`; any other
 * moment stands with its time, `2026-12-31 18:00`.
 */
export function toEndWords(endsAt: string): string {
  const at = toEpochMs(endsAt);
  if (Number.isNaN(at)) return endsAt;
  const isMidnight = (at + UTC8_OFFSET_MS) % DAY_MS === 0;
  return isMidnight ? toIsoDay(at - DAY_MS) : `${toIsoDay(at)} ${toClock(at)}`;
}

function toDayWords(epochMs: number, now: number): string {
  const { year, month, day, weekday } = toCivilTime(epochMs);
  const head = year === toCivilTime(now).year ? '' : `${year}年`;
  return `${head}${month}月${day}日 ${WEEKDAYS[weekday]}`;
}

/**
 * When an event takes place: `11月28日 周六 09:30–11:30`, with the year where it is not this one, and both days where
 * it ends on another: `11月28日 周六 09:30 至 11月29日 周日 17:00`.
 *
 * @param startsAt ISO 8601 with offset
 * @param endsAt ISO 8601 with offset
 * @param now milliseconds since the epoch
 */
export function toEventTimeWords(startsAt: string, endsAt: string, now: number): string {
  const start = toEpochMs(startsAt);
  const end = toEpochMs(endsAt);
  if (Number.isNaN(start) || Number.isNaN(end)) return `${startsAt} 至 ${endsAt}`;
  const from = `${toDayWords(start, now)} ${toClock(start)}`;
  if (toCivilTime(start).dayNumber === toCivilTime(end).dayNumber) return `${from}–${toClock(end)}`;
  return `${from} 至 ${toDayWords(end, now)} ${toClock(end)}`;
}
