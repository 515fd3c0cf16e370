import { describe, expect, it } from '@jest/globals';
import { collectText } from '../../rules/collect-text.ts';

describe('collectText', () => {
  it.each([
    [{ kind: 'callout', text: '温馨提示' }, '温馨提示'],
    [
      {
        kind: 'poll',
        title: { text: '您更想听哪一场？' },
        options: [{ text: '上午' }, { text: '下午' }],
      },
      '您更想听哪一场？\n上午\n下午',
    ],
    [
      {
        kind: 'fancy',
        spans: [{ text: '请于' }, { text: '周五', bold: true }, { text: '前报名' }],
      },
      '请于周五前报名',
    ],
    [{ kind: 'map', latitude: 22.5, name: '不是 text 的成员' }, ''],
    [{ kind: 'odd', text: 42, more: [null, true, 'x'] }, ''],
    [null, ''],
    ['text', ''],
    [[], ''],
  ])('of %j is %j', (value, words) => {
    expect(collectText(value)).toBe(words);
  });
});
