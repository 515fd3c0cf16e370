import { describe, expect, it } from '@jest/globals';
import { findFieldFault, isKnownField } from '../support/wechat-server/field-rules.ts';

const LONG_TITLE = '家庭教育指导服务进社区活动第二期讲座预告';

const RIGHT: [string, string][] = [
  ['thing1', LONG_TITLE],
  ['thing12', 'a 1 家，！😀'],
  ['number1', '12'],
  ['number1', '3.50'],
  ['number1', '9'.repeat(32)],
  ['letter1', 'abcXYZ'],
  ['symbol1', '+-*/!'],
  ['character_string1', 'JM-2026/11 #7'],
  ['time1', '15:01'],
  ['time1', '15:01:59'],
  ['time1', '2019年10月1日 15:01'],
  ['time1', '2019-10-01 15:01'],
  ['time1', '15:01~16:00'],
  ['time1', '2019年10月1日 15:01 ~ 2019年10月2日 16:00'],
  ['date1', '2019年10月1日'],
  ['date1', '2019年10月'],
  ['date1', '10月1日'],
  ['date1', '2019/01/01'],
  ['date1', '2019.01.01'],
  ['date1', '2018-01'],
  ['date1', '01-01'],
  ['date1', '2月29日'],
  ['date1', '2024-02-29 08:00'],
  ['date1', '2019年10月1日~2019年10月7日'],
  ['amount1', '¥1234567890.50元'],
  ['amount1', '100'],
  ['phone_number1', '+86-0766-66888866'],
  ['car_number1', '粤A8Z888挂'],
  ['name1', '欧阳娜娜'],
  ['name1', 'Anna-Maria O’Neill'],
  ['phrase1', '报名成功啦'],
];

const WRONG: [string, string][] = [
  ['thing1', `${LONG_TITLE}！`],
  ['thing1', '第一行\n第二行'],
  ['thing1', 'tab\there'],
  ['number1', '9'.repeat(33)],
  ['number1', '12个'],
  ['number1', '1.'],
  ['letter1', 'a'.repeat(33)],
  ['letter1', 'a1'],
  ['symbol1', '++++++'],
  ['symbol1', '家'],
  ['symbol1', 'a'],
  ['character_string1', '编号7'],
  ['character_string1', 'a'.repeat(33)],
  ['time1', '24:00'],
  ['time1', '15:60'],
  ['time1', '2019年10月1日'],
  ['time1', '下午三点'],
  ['time1', '15:01~16:00~17:00'],
  ['time1', '15:01~'],
  ['date1', '15:01'],
  ['date1', '2019年'],
  ['date1', '2019年13月1日'],
  ['date1', '2023-02-29'],
  ['date1', '2019-01/01'],
  ['date1', '2019年4月31日'],
  ['date1', '2019-10-01T15:01'],
  ['amount1', '12345678901'],
  ['amount1', '一百元'],
  ['phone_number1', '+86-0766-668888666'],
  ['phone_number1', '电话66888866'],
  ['car_number1', '粤A8Z8888挂'],
  ['car_number1', '粤A江Z88'],
  ['name1', '一二三四五六七八九十一'],
  ['name1', 'a'.repeat(21)],
  ['name1', 'Anna 王 Maria'],
  ['name1', '张3'],
  ['phrase1', '报名已经成功'],
  ['phrase1', '成功!'],
];

describe('fields of a message', () => {
  it.each(RIGHT)('%s takes %j', (field, value) => {
    expect(findFieldFault(field, value)).toBeUndefined();
  });

  it.each(WRONG)('%s refuses %j', (field, value) => {
    expect(findFieldFault(field, value)).toBe('invalid');
  });

  it.each(['', ' ', '　', undefined, null])('%j is empty', (value) => {
    expect(findFieldFault('thing1', value)).toBe('is empty');
  });

  it.each([5, {}, ['a']])('%j is no text', (value) => {
    expect(findFieldFault('thing1', value)).toBe('invalid');
  });

  it.each(['thing', 'thing123', 'title1', 'constructor1', 'enum_string1', ''])(
    '%j is no field',
    (field) => {
      expect(isKnownField(field)).toBe(false);
      expect(findFieldFault(field, 'a')).toBe('invalid');
    },
  );
});
