import { toCivilTime, toEpochMs } from './utc8.ts';

/**
 * A warning above an article that is a year old or older: `发布于2年前，内容可能已变化`. Whole calendar years in
 * China; undefined for anything younger, and for a text that is no date.
 *
 * @param publishedAt a moment or a plain date
 * @param now milliseconds since the epoch
 */
export function toAgeLabel(publishedAt: string, now: number): string | undefined {
  const at = toEpochMs(publishedAt);
  if (Number.isNaN(at)) return undefined;
  const then = toCivilTime(at);
  const today = toCivilTime(now);
  const beforeAnniversary =
    today.month < then.month || (today.month === then.month && today.day < then.day);
  const years = today.year - then.year - (beforeAnniversary ? 1 : 0);
  return years >= 1 ? `发布于${years}年前，内容可能已变化` : undefined;
}
