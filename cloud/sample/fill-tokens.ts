import { toDay, toMonthDay } from './sample-clock.ts';

/** The text with its tokens replaced, or the tokens that mean nothing. */
export type FilledText = { ok: true; text: string } | { ok: false; unknown: string[] };

const TOKEN = /\{\{(.*?)\}\}/gs;
const DAYS = /^day (-?\d{1,5})(?: ([01]\d|2[0-3]):([0-5]\d))?$/;
const MONTH_DAY = /^md (-?\d{1,5})$/;

function toWords(token: string, now: number): string | undefined {
  const day = DAYS.exec(token);
  if (day !== null) {
    const date = toDay(now, Number(day[1]));
    return day[2] === undefined ? date : `${date} ${day[2]}:${day[3]}`;
  }
  const monthDay = MONTH_DAY.exec(token);
  return monthDay === null ? undefined : toMonthDay(now, Number(monthDay[1]));
}

/**
 * Replaces the tokens of the sample content, which is always as old as the first run makes it: `{{day -3}}` →
 * `2026-11-20`, `{{day -3 09:30}}` → `2026-11-20 09:30`, `{{md 5}}` → `11月28日`.
 *
 * @param now milliseconds since the epoch; its day in China is day 0
 */
export function fillTokens(text: string, now: number): FilledText {
  const unknown: string[] = [];
  const filled = text.replace(TOKEN, (whole, inner: string) => {
    const words = toWords(inner.trim(), now);
    if (words === undefined) unknown.push(whole);
    return words ?? whole;
  });
  return unknown.length === 0 ? { ok: true, text: filled } : { ok: false, unknown };
}
