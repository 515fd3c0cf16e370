import { describe, expect, it } from '@jest/globals';
import {
  checkFieldText,
  type FieldType,
  isFitting,
  MESSAGE_FIELDS,
  toFieldType,
} from '../../../cloud/domain/message-fields.ts';

const TYPES = Object.keys(MESSAGE_FIELDS) as FieldType[];

describe('the type of a field', () => {
  it.each([
    ['thing12', 'thing'],
    ['character_string3', 'character_string'],
    ['phone_number01', 'phone_number'],
    ['time2', 'time'],
  ])('%s is a %s', (field, type) => expect(toFieldType(field)).toBe(type));

  it.each([
    'thing',
    'things1',
    'Thing1',
    'thing1 ',
    '1',
    '',
    'constructor1',
    'thing1.DATA',
    '__proto__1',
  ])('%j is none', (field) => expect(toFieldType(field)).toBeUndefined());
});

describe('what a field takes', () => {
  it.each<[FieldType, string[]]>([
    ['thing', ['text', 'phrase']],
    ['name', ['text', 'phrase']],
    ['phrase', ['phrase']],
    ['time', ['moment']],
    ['date', ['moment']],
    ['number', []],
    ['character_string', []],
  ])('%s: %j', (type, values) => {
    const fitting = (['text', 'moment', 'phrase'] as const).filter((v) => isFitting(type, v));
    expect(fitting).toEqual(values);
  });

  const RIGHT: Record<FieldType, string[]> = {
    thing: ['关于活动的通知，No.1', '一'.repeat(20), '👩‍👧来'],
    number: ['1', '1.50', '9'.repeat(32)],
    letter: ['Ab', 'a'.repeat(32)],
    symbol: ['*', '+-*/~'],
    character_string: ['No. 2026-11', 'x'.repeat(32)],
    time: [
      '15:01',
      '2026年11月5日 09:30',
      '09:30~11:30',
      '2026年11月25日 09:30~2026年11月26日 17:00',
      '2026年11月25日 00:00~23:59',
    ],
    date: [
      '2026年11月25日',
      '2028年2月29日',
      '2026年11月25日 09:30',
      '2026年11月25日~2026年11月26日',
    ],
    amount: ['￥100.5元', '0元', '1234567890'],
    phone_number: ['+86-0766-66888866', '0750-1234567'],
    car_number: ['粤A8Z888挂', '粤A8Z888', '粤A'],
    name: ['一二三四五六七八九十', 'a'.repeat(20), 'Anna-Maria', '李·Anna'],
    phrase: ['通知', '妇联动态群', '二〇二六年'],
  };
  const right = TYPES.flatMap((type) =>
    RIGHT[type].map((text): [FieldType, string] => [type, text]),
  );
  it.each(right)('%s takes %j', (type, text) => {
    expect(checkFieldText(type, text)).toBeUndefined();
  });

  const WRONG: Record<FieldType, string[]> = {
    thing: ['一'.repeat(21), '😀'.repeat(11)],
    number: ['1,000', '-1', '一', '9'.repeat(33), '1.'],
    letter: ['a1', '字', 'a'.repeat(33)],
    symbol: ['a', '******', '⺀'],
    character_string: ['编号1', 'x'.repeat(33)],
    time: [
      '24:00',
      '2026年11月25日',
      '2026-11-25 09:30',
      '09:30～11:30',
      '2026年13月1日 09:30',
      '9点',
      '2026年2月30日 09:30',
    ],
    date: [
      '2026-11-25',
      '09:30',
      '11月25日',
      '2026年11月32日',
      '2026年2月29日',
      '2026年2月1日~2026年2月30日',
    ],
    amount: ['￥', '12345678901', '百元'],
    phone_number: ['1'.repeat(18), '----', '电话1'],
    car_number: ['粤A8Z888888', '粤A-8', '粤'],
    name: [
      '一二三四五六七八九十一',
      'a'.repeat(21),
      '一23',
      '一aaaaaaaaaa',
      '--',
      '李😀',
      '李〇',
      'Ⅷ',
    ],
    phrase: ['通知公告栏目', 'abc', '通知1', '通 知', '⺀'],
  };
  const wrong = TYPES.flatMap((type) =>
    WRONG[type].map((text): [FieldType, string] => [type, text]),
  );
  it.each(wrong)('%s refuses %j', (type, text) => {
    expect(checkFieldText(type, text)).toMatch(/^应为.*。$/);
  });

  it.each(TYPES)('%s is never empty, and on one line', (type) => {
    expect(checkFieldText(type, '')).toBe('不能为空。');
    expect(checkFieldText(type, ' \u3000')).toBe('不能为空。');
    for (const bad of ['\n', '\r', '\t', '\u2028', '\ud83d']) {
      expect(checkFieldText(type, `${MESSAGE_FIELDS[type].standIn}${bad}x`)).toMatch(/换行/);
    }
  });

  it.each(TYPES)('the stand-in of %s is right', (type) => {
    expect(checkFieldText(type, MESSAGE_FIELDS[type].standIn)).toBeUndefined();
  });
});
