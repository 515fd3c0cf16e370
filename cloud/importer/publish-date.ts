import { Compile } from 'typebox/compile';
import { DAY_MS, padTwo, toEpochMs } from '../../rules/utc8.ts';
import { MomentOrDate } from '../../types/date.ts';
import { trimText } from './trim-text.ts';

const DAY = '(\\d{4}) ?[-/.年] ?(\\d{1,2}) ?[-/.月] ?(\\d{1,2}) ?日?';
const WEEKDAY = '(?:[ (（]*(?:星期|周)[一二三四五六日天][)）]?)?';
const CLOCK =
  '(上午|下午)? ?(\\d{1,2}) ?[:时点] ?(\\d{1,2})(?: ?[:分] ?(\\d{1,2})(?:\\.\\d+)?)? ?[分秒]?';
const ZONE = '(Z|[+-]\\d{2}:?\\d{2})?';
const MOMENT = `${DAY}${WEEKDAY}(?:[T ]*${CLOCK} ?${ZONE})?`;
const WHOLE = new RegExp(`^${MOMENT}$`);
const WITHIN = new RegExp(`(?<!\\d)${MOMENT}(?!\\d)`);

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function toOffsetMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.slice(1).replace(':', '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
}

/** A clock time elsewhere as the same moment in China. */
function toChinaTime(local: string, zone: string): string {
  const china = Date.parse(`${local}Z`) - (toOffsetMinutes(zone) - 8 * 60) * 60_000;
  return `${new Date(china).toISOString().slice(0, 19)}+08:00`;
}

const contract = Compile(MomentOrDate);

/** Outside of these years a date is a slip of the pen. */
function isPlausible(date: string): boolean {
  const year = Number(date.slice(0, 4));
  return contract.Check(date) && year >= 1900 && year <= 2100;
}

/** Sites announce what appears tomorrow; what lies further ahead is worth a look. */
const AHEAD_MS = 2 * DAY_MS;

/** @param now milliseconds since the epoch */
export function isFarAhead(publishedAt: string, now: number): boolean {
  return toEpochMs(publishedAt) > now + AHEAD_MS;
}

/**
 * 发布时间 as the contract has it. A date without a time of day stays a date; a time is China's unless the text says
 * otherwise.
 *
 * @param text `2023-11-15`, `2023年11月15日`, `2023/11/5 9:30`, full-width digits, with or without seconds
 * @returns `2023-11-15` or `2023-11-15T09:30:00+08:00`; undefined for everything else: impossible dates, years
 *   outside of 1900–2100
 */
export function parsePublishDate(text: string): string | undefined {
  const date = readDate(text);
  return date !== undefined && isPlausible(date) ? date : undefined;
}

function readDate(text: string): string | undefined {
  const plain = trimText(text.normalize('NFKC')).replace(/\s+/g, ' ');
  const match = WHOLE.exec(plain);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
  if (!isCalendarDay(year, month, day)) return undefined;
  const date = `${year}-${padTwo(month)}-${padTwo(day)}`;
  if (match[5] === undefined) return date;
  const afternoon = match[4] === '下午' && Number(match[5]) < 12 ? 12 : 0;
  const [hour, minute, second] = [
    Number(match[5]) + afternoon,
    Number(match[6]),
    Number(match[7] ?? 0),
  ];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const local = `${date}T${padTwo(hour)}:${padTwo(minute)}:${padTwo(second)}`;
  return match[8] === undefined ? `${local}+08:00` : toChinaTime(local, match[8]);
}

/**
 * The first date with a year that stands in a text, as it is written there (digits and signs made half-width);
 * undefined where there is none that exists.
 */
export function findPublishDate(text: string): string | undefined {
  const plain = trimText(text.normalize('NFKC')).replace(/\s+/g, ' ');
  const found = WITHIN.exec(plain)?.[0].trim();
  return found !== undefined && parsePublishDate(found) !== undefined ? found : undefined;
}
