import { toCivilTime, toEpochMs } from '../../../rules/utc8.ts';

/** The day on which an event begins, as a leaf of a calendar shows it: `11月` above `28`. */
export function toDateBlock(startsAt: string): { month: string; day: string } {
  const at = toEpochMs(startsAt);
  if (Number.isNaN(at)) return { month: '', day: '—' };
  const { month, day } = toCivilTime(at);
  return { month: `${month}月`, day: String(day) };
}
