/**
 * WeChat's rules for the fields of a subscribe message (订阅消息参数值内容限制说明), written out here apart from the product's
 * own, in the strictest reading: characters are UTF-16 units.
 */
const RULES: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => value.length <= 20,
  number: (value) => value.length <= 32 && /^\d+(\.\d+)?$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => /^[^\p{Script=Han}\p{L}\p{N}\s]{1,5}$/u.test(value) && value.length <= 5,
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => isOneOrRange(value, isTimeWithOptionalDate),
  date: (value) => isOneOrRange(value, isDateWithOptionalTime),
  amount: (value) => /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value) => /^[\d+\-() ]{1,17}$/.test(value),
  car_number: (value) =>
    /^[\p{Script=Han}A-Za-z\d][A-Za-z\d]{0,6}[\p{Script=Han}A-Za-z\d]$/u.test(value),
  name: isName,
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
};

/** Whether a template may have this field: `thing1`, `character_string12`. */
export function isKnownField(field: string): boolean {
  return findRule(field) !== undefined;
}

/** What WeChat says about a value: `undefined` when it's right, else the rest of `data.thing1.value …`. */
export function findFieldFault(field: string, value: unknown): 'is empty' | 'invalid' | undefined {
  if (value === undefined || value === null || value === '') return 'is empty';
  if (typeof value !== 'string') return 'invalid';
  if (value.trim() === '') return 'is empty';
  if (/\p{Cc}/u.test(value)) return 'invalid';
  return findRule(field)?.(value) ? undefined : 'invalid';
}

function findRule(field: string) {
  const type = /^([a-z_]+)\d{1,2}$/.exec(field)?.[1] ?? '';
  return Object.hasOwn(RULES, type) ? RULES[type] : undefined;
}

function isName(value: string): boolean {
  if (/\p{N}/u.test(value)) return false;
  return value.length <= (/\p{Script=Han}/u.test(value) ? 10 : 20);
}

function isOneOrRange(value: string, isMoment: (moment: string) => boolean): boolean {
  const moments = value.split('~');
  return moments.length <= 2 && moments.every((moment) => isMoment(moment.trim()));
}

/** `15:01` · `2019年10月1日 15:01` */
function isTimeWithOptionalDate(moment: string): boolean {
  const [first = '', second, ...rest] = moment.split(/ +/);
  if (rest.length > 0) return false;
  return second === undefined ? isTime(first) : isDate(first) && isTime(second);
}

/** `2019年10月1日` · `2019年10月1日 15:01` */
function isDateWithOptionalTime(moment: string): boolean {
  const [first = '', second, ...rest] = moment.split(/ +/);
  if (rest.length > 0 || !isDate(first)) return false;
  return second === undefined || isTime(second);
}

function isTime(text: string): boolean {
  return /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text);
}

/** Year, month and day, or two of them in order; written with 年月日 or with one of `-` `/` `.` between. */
function isDate(text: string): boolean {
  const match =
    /^(?:(?<y>\d{4})年)?(?<m>\d{1,2})月(?:(?<d>\d{1,2})日)?$/.exec(text) ??
    /^(?<y>\d{4})([-/.])(?<m>\d{1,2})\2(?<d>\d{1,2})$/.exec(text) ??
    /^(?<y>\d{4})[-/.](?<m>\d{1,2})$/.exec(text) ??
    /^(?<m>\d{1,2})[-/.](?<d>\d{1,2})$/.exec(text);
  if (!match?.groups) return false;
  const { y, m, d } = match.groups;
  if (y === undefined && d === undefined) return false;
  const month = Number(m);
  const day = Number(d ?? 1);
  if (month < 1 || month > 12 || day < 1) return false;
  // The year 2000 has a 29 February, as a date without year may.
  return day <= new Date(Date.UTC(Number(y ?? 2000), month, 0)).getUTCDate();
}
