import type { Host } from '../host/host.ts';
import { type Answer, type ApiGroup, async, type Options, Refusal } from './api.ts';
import { DEVICE_WORDS } from './device-words.ts';
import { askPermission } from './permissions.ts';
import { typeName, wrongType } from './refusals.ts';
import { say } from './say.ts';

/** Unix seconds from here on are milliseconds that somebody forgot to divide: the year 5138. */
const TOO_LATE = 1e11;
const INTERVALS = ['day', 'week', 'month', 'year'];

export const calendarApis: ApiGroup = (host) => ({
  addPhoneCalendar: async((options) => add(host, options, findFault(options))),
  addPhoneRepeatCalendar: async((options) => {
    const { repeatInterval = 'month', repeatEndTime } = options;
    const fault =
      findFault(options) ??
      (INTERVALS.includes(String(repeatInterval))
        ? wrongSeconds('repeatEndTime', repeatEndTime, 'number')
        : `repeatInterval ${JSON.stringify(repeatInterval)} is none of ${INTERVALS.join(', ')}`);
    return add(host, { ...options, repeatInterval }, fault);
  }),
});

async function add(host: Host, options: Options, fault: string | null): Promise<Answer> {
  if (fault) {
    host.ledger.breakRule('calendar.times', fault);
    return new Refusal(`parameter error: ${fault}`);
  }
  const { title, success: _, fail: __, complete: ___, ...entry } = options;
  if (typeof title !== 'string' || title === '') return wrongType('title', 'String', title);
  const refused = await askPermission(host, 'scope.addPhoneCalendar');
  if (refused) return refused;
  host.ledger.addEffect('calendar', { title, ...entry });
  say(host, DEVICE_WORDS.calendar(title));
  return {};
}

/** What is wrong with the times of an entry; null when nothing is. */
function findFault({ startTime, endTime, alarmOffset }: Options): string | null {
  if (startTime === undefined) return 'startTime is missing';
  const wrong =
    wrongSeconds('startTime', startTime, 'number') ?? wrongSeconds('endTime', endTime, 'text');
  if (wrong || alarmOffset === undefined) return wrong;
  const fits = typeof alarmOffset === 'number' && alarmOffset >= 0;
  return fits ? null : `alarmOffset ${JSON.stringify(alarmOffset)} is no number of seconds`;
}

function wrongSeconds(name: string, value: unknown, as: 'number' | 'text'): string | null {
  if (value === undefined) return null;
  const wanted = as === 'number' ? 'Number' : 'String';
  if (typeName(value) !== wanted) {
    return `parameter.${name} should be ${wanted} instead of ${typeName(value)}`;
  }
  const seconds = as === 'text' && !/^\d+$/.test(String(value)) ? Number.NaN : Number(value);
  if (!(seconds >= 0)) return `${name} ${JSON.stringify(value)} is no time in unix seconds`;
  return seconds < TOO_LATE ? null : `${name} ${seconds} is in milliseconds, not in seconds`;
}
