import { padTwo, toCivilTime, toEpochMs } from '../../rules/utc8.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function toTime(epochMs: number): string {
  const { hour, minute } = toCivilTime(epochMs);
  return `${padTwo(hour)}:${padTwo(minute)}:${padTwo(new Date(epochMs).getUTCSeconds())}`;
}

/** RFC 822 as RSS wants it, in China: `Wed, 15 Nov 2023 09:30:00 +0800`. A plain date is the midnight that begins it. */
export function toRfc822(momentOrDate: string): string {
  const at = toEpochMs(momentOrDate);
  const { weekday, day, month, year } = toCivilTime(at);
  return `${WEEKDAYS[weekday]}, ${padTwo(day)} ${MONTHS[month - 1]} ${year} ${toTime(at)} +0800`;
}

/** RFC 3339 in China: `2023-11-15T09:30:00+08:00`. */
export function toRfc3339(momentOrDate: string): string {
  const at = toEpochMs(momentOrDate);
  const { day, month, year } = toCivilTime(at);
  return `${year}-${padTwo(month)}-${padTwo(day)}T${toTime(at)}+08:00`;
}
