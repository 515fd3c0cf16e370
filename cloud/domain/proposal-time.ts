import { padTwo } from '../../rules/utc8.ts';

/** When an activity is, as far as its words say it completely; ISO 8601 in China's time. */
export interface ProposedTime {
  startsAt?: string;
  endsAt?: string;
}

const YEAR = '(?:(\\d{4})\\s*年\\s*)?';
const DAY = `${YEAR}(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]`;
const WEEKDAY = '(?:\\s*[（(]?\\s*(?:星期|周)[一二三四五六日天]\\s*[）)]?)?';
const HALF = '(上午|下午|晚上|晚|中午|早上)?';
const CLOCK = `${HALF}\\s*(\\d{1,2})\\s*(?:[:：时点])\\s*(\\d{1,2}|半)?\\s*分?`;
const TO = '\\s*(?:[-－–—~～至到]+)\\s*';

const WHOLE = new RegExp(
  `^${DAY}${WEEKDAY}(?:\\s*[,，]?\\s*${CLOCK}(?:${TO}(?:${DAY}${WEEKDAY}\\s*)?${CLOCK})?)?$`,
);

interface Day {
  year: number;
  month: number;
  day: number;
}

function toDay(year: number, month: string, day: string): Day | undefined {
  const found = { year, month: Number(month), day: Number(day) };
  const date = new Date(Date.UTC(found.year, found.month - 1, found.day));
  const isReal = date.getUTCMonth() === found.month - 1 && date.getUTCDate() === found.day;
  return isReal ? found : undefined;
}

interface Clock {
  hour: number;
  minute: number;
}

/** `half` is 上午, 下午 …; without one the hours are those of a whole day. */
function toClock(
  half: string | undefined,
  hour: string,
  minute: string | undefined,
): Clock | undefined {
  const isLate = half !== undefined && /下午|晚/.test(half);
  const whole = Number(hour) + (isLate && Number(hour) < 12 ? 12 : 0);
  const found = { hour: whole, minute: minute === '半' ? 30 : Number(minute ?? 0) };
  return found.hour < 24 && found.minute < 60 ? found : undefined;
}

const toMoment = ({ year, month, day }: Day, { hour, minute }: Clock) =>
  `${year}-${padTwo(month)}-${padTwo(day)}T${padTwo(hour)}:${padTwo(minute)}:00+08:00`;

/**
 * Reads one day with its hours: 2024年3月8日（星期五）上午9:00—11:30. What is not written is not added: a day without
 * hours, a month alone, several days give nothing. A day without a year is of the year given.
 *
 * @param year that of the article's publication, where the words may be read so; undefined: only years as written
 */
export function readProposedTime(words: string, year: number | undefined): ProposedTime {
  const match = WHOLE.exec(words.normalize('NFKC').trim());
  if (match === null) return {};
  const written = match[1] === undefined ? year : Number(match[1]);
  if (written === undefined || match[5] === undefined) return {};
  const day = toDay(written, match[2] ?? '', match[3] ?? '');
  const from = toClock(match[4], match[5], match[6]);
  if (day === undefined || from === undefined) return {};
  const startsAt = toMoment(day, from);
  if (match[11] === undefined) return { startsAt };
  const lastYear = match[7] === undefined ? written : Number(match[7]);
  const last = match[8] === undefined ? day : toDay(lastYear, match[8], match[9] ?? '');
  const to = toClock(match[10] ?? match[4], match[11], match[12]);
  if (last === undefined || to === undefined) return { startsAt };
  const endsAt = toMoment(last, to);
  return endsAt > startsAt ? { startsAt, endsAt } : { startsAt };
}
