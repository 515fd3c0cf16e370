import { describe, expect, it } from '@jest/globals';
import type { NoticeTemplate } from '../../../cloud/domain/notice-template.ts';
import { findTemplateProblems } from '../../../cloud/notices/template-problems.ts';

const value = { kind: 'value', name: 'title' } as const;
const template: NoticeTemplate = {
  kind: 'notice',
  id: 'T1',
  isLongTerm: false,
  fields: { thing1: value, thing2: value },
};
const info = { id: 'T1', title: '公告提醒', isLongTerm: false, fields: ['thing2', 'thing1'] };
const templates = new Map([['notice' as const, template]]);

describe('the account’s templates', () => {
  it('may stand in another order and be more', () => {
    const other = { ...info, id: 'T2', fields: ['time9'] };
    expect(findTemplateProblems(templates, [other, info])).toEqual([]);
    expect(findTemplateProblems(new Map(), [other])).toEqual([]);
  });

  it.each([
    [
      'have no such id',
      [{ ...info, id: 'T2' }],
      ['notice：账号里没有模板 T1，请到公众平台“订阅消息 → 我的模板”核对 id。'],
    ],
    [
      'have a field more',
      [{ ...info, fields: ['thing1', 'thing2', 'time3'] }],
      ['notice：模板“公告提醒”有字段 time3，配置里没有，请在 fields 里加上。'],
    ],
    [
      'have a field less',
      [{ ...info, fields: ['thing1'] }],
      ['notice：模板“公告提醒”没有字段 thing2，请从 fields 里去掉。'],
    ],
    [
      'are long-term',
      [{ ...info, isLongTerm: true }],
      ['notice：模板“公告提醒”是长期订阅，请把 longTerm 改为 true。'],
    ],
  ])('%s', (_, infos, problems) => {
    expect(findTemplateProblems(templates, infos)).toEqual(problems);
  });

  it('are compared for each kind, whatever is wrong', () => {
    const event = { ...template, kind: 'event' as const, isLongTerm: true };
    const problems = findTemplateProblems(new Map([...templates, ['event', event]]), [
      { ...info, fields: ['thing1', 'date2'] },
    ]);
    expect(problems).toHaveLength(5);
    expect(problems[4]).toBe('event：模板“公告提醒”是一次性订阅，请把 longTerm 改为 false。');
  });
});
