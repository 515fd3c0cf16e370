import type { ValueType } from './notice-kinds.ts';

/**
 * What WeChat lets a field of a subscribe message hold (docs/wechat.md, Subscribe messages; its own table is
 * 订阅消息参数值内容限制说明 at https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html).
 * A field that breaks its rule costs the whole message (47003). WeChat does not say how it counts characters: here they
 * are UTF-16 units, the count that is never lower than any other.
 */
interface FieldRule {
  /** The values that may fill it; a field without any takes fixed words alone. */
  takes: readonly ValueType[];
  pattern: RegExp;
  /** UTF-16 units. */
  maxLength: number;
  /** The rule for people, as it follows 应为. */
  words: string;
  /** What stands there when a value has nothing to show: a message with an empty field is refused. */
  standIn: string;
}

const CLOCK = '(?:[01]?\\d|2[0-3]):[0-5]\\d';
const DAY = '\\d{4}年(?:0?[1-9]|1[0-2])月(?:0?[1-9]|[12]\\d|3[01])日';
const toRange = (point: string) => new RegExp(`^${point}(?:~${point})?$`);

/** `2026年11月25日 09:30~2026年11月26日 17:00`, the longest that a time or date can be. */
const LONGEST_RANGE = 35;
/** A name with a Chinese character in it counts as a Chinese name. */
const CHINESE_NAME_LENGTH = 10;
const LATIN_NAME_LENGTH = 20;

export const MESSAGE_FIELDS = {
  thing: {
    takes: ['text', 'phrase'],
    pattern: /^.+$/su,
    maxLength: 20,
    words: '20 个以内字符',
    standIn: '请点开查看',
  },
  number: {
    takes: [],
    pattern: /^\d+(?:\.\d+)?$/,
    maxLength: 32,
    words: '32 位以内数字，可带小数',
    standIn: '0',
  },
  letter: {
    takes: [],
    pattern: /^[A-Za-z]+$/,
    maxLength: 32,
    words: '32 位以内字母',
    standIn: 'A',
  },
  symbol: {
    takes: [],
    pattern: /^(?:(?!\p{Script=Han})[\p{P}\p{S}])+$/u,
    maxLength: 5,
    words: '5 位以内符号',
    standIn: '-',
  },
  character_string: {
    takes: [],
    pattern: /^[\x20-\x7e]+$/,
    maxLength: 32,
    words: '32 位以内数字、字母或符号，不含汉字',
    standIn: '-',
  },
  time: {
    takes: ['moment'],
    pattern: toRange(`(?:${DAY} )?${CLOCK}`),
    maxLength: LONGEST_RANGE,
    words: '24 小时制时间，可带年月日，如 15:01 或 2026年10月1日 15:01，时间段用 ~ 连接',
    standIn: '00:00',
  },
  date: {
    takes: ['moment'],
    pattern: toRange(`${DAY}(?: ${CLOCK})?`),
    maxLength: LONGEST_RANGE,
    words: '年月日，可带时间，如 2026年10月1日，时间段用 ~ 连接',
    standIn: '2000年1月1日',
  },
  amount: {
    takes: [],
    pattern: /^\p{Sc}?\d{1,10}(?:\.\d+)?元?$/u,
    maxLength: 32,
    words: '金额：可带一个币种符号，10 位以内数字，可带小数，结尾可带“元”',
    standIn: '0元',
  },
  phone_number: {
    takes: [],
    pattern: /^(?=.*\d)[\d+\-() ]+$/,
    maxLength: 17,
    words: '17 位以内电话号码',
    standIn: '0',
  },
  car_number: {
    takes: [],
    pattern: /^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]*[\p{Script=Han}A-Za-z0-9]$/u,
    maxLength: 8,
    words: '8 位以内车牌号码',
    standIn: 'A00000',
  },
  name: {
    takes: ['text', 'phrase'],
    // Numbers are named nowhere in WeChat's rule, so none are sent, whatever their script.
    pattern:
      /^(?=.*[\p{Unified_Ideograph}\p{Script=Latin}])(?:(?!\p{N})[\p{Unified_Ideograph}\p{Script=Latin}\p{P} ])+$/u,
    maxLength: LATIN_NAME_LENGTH,
    words: '名称：10 个以内汉字（与字母混合时也按 10 个算），或 20 个以内字母、符号',
    standIn: '见详情',
  },
  phrase: {
    takes: ['phrase'],
    // 〇 is a number to Unicode, and a character to a reader of 二〇二六.
    pattern: /^[\p{Unified_Ideograph}〇]+$/u,
    maxLength: 5,
    words: '5 个以内汉字',
    standIn: '通知',
  },
} as const satisfies Record<string, FieldRule>;

export type FieldType = keyof typeof MESSAGE_FIELDS;

const FIELD_NAME = /^([a-z_]+?)\d+$/;

/** The type of a field of a template: `thing12` is a thing. Undefined for one that is not known here. */
export function toFieldType(field: string): FieldType | undefined {
  const type = FIELD_NAME.exec(field)?.[1];
  return type !== undefined && Object.hasOwn(MESSAGE_FIELDS, type)
    ? (type as FieldType)
    : undefined;
}

/** Whether a value of a kind may fill a field. */
export function isFitting(type: FieldType, value: ValueType): boolean {
  const { takes }: FieldRule = MESSAGE_FIELDS[type];
  return takes.includes(value);
}

/** How many UTF-16 units a text may have in a field. */
export function toMaxLength(type: FieldType, text: string): number {
  return type === 'name' && /\p{Script=Han}/u.test(text)
    ? CHINESE_NAME_LENGTH
    : MESSAGE_FIELDS[type].maxLength;
}

/** Whether every day that a text names is in the calendar: 2月30日 is not. */
function hasRealDays(text: string): boolean {
  return [...text.matchAll(/(\d+)年(\d+)月(\d+)日/g)].every(([, year, month, day]) => {
    const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    return Number(day) <= daysInMonth;
  });
}

/** Says in a Chinese sentence what WeChat would refuse about a field's text; undefined when it would take it. */
export function checkFieldText(type: FieldType, text: string): string | undefined {
  if (text.trim() === '') return '不能为空。';
  if (/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text)) return '不能有换行或控制字符。';
  const { pattern, words, takes }: FieldRule = MESSAGE_FIELDS[type];
  const isRight =
    pattern.test(text) &&
    text.length <= toMaxLength(type, text) &&
    (!takes.includes('moment') || hasRealDays(text));
  return isRight ? undefined : `应为${words}。`;
}
