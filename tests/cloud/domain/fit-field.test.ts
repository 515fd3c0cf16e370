import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitField } from '../../../cloud/domain/fit-field.ts';
import {
  checkFieldText,
  type FieldType,
  MESSAGE_FIELDS,
} from '../../../cloud/domain/message-fields.ts';

const TYPES = Object.keys(MESSAGE_FIELDS) as FieldType[];
const FAMILY = '👩‍👩‍👧‍👦';
const ZALGO = `e${'\u0301'.repeat(30)}`;

describe('a value in a field', () => {
  it.each<[FieldType, string, string]>([
    ['thing', '关于开展巾帼志愿服务活动的通知', '关于开展巾帼志愿服务活动的通知'],
    ['thing', '一'.repeat(20), '一'.repeat(20)],
    ['thing', '一'.repeat(21), `${'一'.repeat(19)}…`],
    ['thing', '关于开展\n活动\u200b的  通知 ', '关于开展 活动的 通知'],
    ['thing', `${'一'.repeat(18)} 二三四`, `${'一'.repeat(18)}…`],
    // A family is 11 UTF-16 units and one grapheme: whole or not at all.
    ['thing', `${'一'.repeat(8)}${FAMILY}二`, `${'一'.repeat(8)}${FAMILY}二`],
    ['thing', `${'一'.repeat(9)}${FAMILY}二`, `${'一'.repeat(9)}…`],
    ['thing', '👍🏽'.repeat(6), `${'👍🏽'.repeat(4)}…`],
    ['thing', '🇨🇳'.repeat(6), `${'🇨🇳'.repeat(4)}…`],
    ['thing', '𠮷'.repeat(11), `${'𠮷'.repeat(9)}…`],
    ['thing', `${'a'.repeat(18)}e\u0301bc`, `${'a'.repeat(18)}…`],
    ['thing', `${ZALGO}字`, '请点开查看'],
    ['thing', '\ud83d一\ude00', '一'],
    ['thing', '\u202eسلام عليكم', 'سلام عليكم'],
    ['thing', '', '请点开查看'],
    ['thing', ' \u200b\n\u202e', '请点开查看'],
    ['name', '江门市蓬江区妇女联合会', '江门市蓬江区妇女联合'],
    ['name', '江门市妇联😀2026', '江门市妇联'],
    ['name', "Jiangmen Women's Federation", "Jiangmen Women's Fed"],
    ['name', 'Women 妇女联合会办公室', 'Women 妇女联合'],
    ['name', '𠮷𠮷𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷𠮷'],
    ['name', '12345', '见详情'],
    ['name', '李〇Ⅷ', '李'],
    ['name', '——', '见详情'],
    ['name', 'سلام', '见详情'],
    ['phrase', '妇联动态', '妇联动态'],
    ['phrase', '家庭、家教与家风', '家庭家教与'],
    ['phrase', 'News 动态 1', '动态'],
    ['phrase', '𠮷𠮷𠮷', '𠮷𠮷'],
    ['phrase', 'News', '通知'],
    ['time', '2026-11-25T09:30:00+08:00', '2026年11月25日 09:30'],
    ['time', '2026-11-24T16:05:09.123Z', '2026年11月25日 00:05'],
    ['time', '2026-12-31T23:59:59-05:00', '2027年1月1日 12:59'],
    ['time', '2026-11-25', '2026年11月25日 00:00~23:59'],
    ['time', '', '00:00'],
    ['time', '下周', '00:00'],
    ['date', '2026-11-24T16:05:00Z', '2026年11月25日'],
    ['date', '2026-01-05', '2026年1月5日'],
    ['date', '2026-13-01', '2000年1月1日'],
    ['date', '+012026-01-05T00:00:00Z', '2000年1月1日'],
    ['number', '12', '12'],
    ['number', '十二', '0'],
  ])('%s of %j is %j', (type, value, fitted) => expect(fitField(type, value)).toBe(fitted));

  const parts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit))),
    fc.constantFrom(
      FAMILY,
      '👍🏽',
      '🇨🇳',
      '\u0301',
      '\u200d',
      '\ufe0f',
      '\n',
      '\u3000',
      '妇',
      'ﷺ',
      '…',
    ),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom('2026-11-25', '9999-12-31', '0001-01-01', '2026-02-30'),
  );
  const anything = fc.array(parts, { maxLength: 8 }).map((list) => list.flat().join(''));

  it.each(TYPES)('is always one that %s takes', (type) => {
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          parts.map((part) => [part].flat().join('')),
        ),
        (value) => {
          const fitted = fitField(type, value);
          expect(checkFieldText(type, fitted)).toBeUndefined();
          expect(fitted.length).toBeLessThanOrEqual(MESSAGE_FIELDS[type].maxLength);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is cut between graphemes', () => {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
    const split = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(FAMILY, '👍🏽', '🇨🇳', 'e\u0301', '妇', '𠮷')),
        (list) => {
          const text = list.join('');
          const fitted = fitField('thing', text);
          if (!fitted.endsWith('…')) return;
          const kept = split(fitted.slice(0, -1));
          expect(split(text).slice(0, kept.length)).toEqual(kept);
        },
      ),
    );
  });
});
