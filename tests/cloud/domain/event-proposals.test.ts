import { describe, expect, it } from '@jest/globals';
import { proposeEvents } from '../../../cloud/domain/event-proposals.ts';
import { readProposedTime } from '../../../cloud/domain/proposal-time.ts';
import type { Block } from '../../../types/block.ts';

const p = (text: string): Block => ({ kind: 'paragraph', spans: [{ text }] });
const h = (text: string): Block => ({ kind: 'heading', level: 2, text });
const table = (...rows: string[][]): Block => ({
  kind: 'table',
  header: true,
  rows: rows.map((cells) => ({ cells: cells.map((text) => ({ spans: [{ text }] })) })),
});
const at = (day: string, time: string) => `${day}T${time}:00+08:00`;

describe('the time of an activity', () => {
  it.each([
    ['2024年3月8日上午9:00—11:30', at('2024-03-08', '09:00'), at('2024-03-08', '11:30')],
    ['2024年3月8日（星期五）14:30-16:00', at('2024-03-08', '14:30'), at('2024-03-08', '16:00')],
    ['2024年3月8日下午2时30分至4时', at('2024-03-08', '14:30'), at('2024-03-08', '16:00')],
    ['2024年3月8日晚上7点半', at('2024-03-08', '19:30'), undefined],
    [
      '２０２４年３月８日９：００～１１：００',
      at('2024-03-08', '09:00'),
      at('2024-03-08', '11:00'),
    ],
    ['3月8日9:00-3月9日17:00', at('2025-03-08', '09:00'), at('2025-03-09', '17:00')],
    ['3月8日上午9:00', at('2025-03-08', '09:00'), undefined],
    ['2024年3月8日', undefined, undefined],
    ['3月', undefined, undefined],
    ['3月中旬', undefined, undefined],
    ['每周二上午9:00', undefined, undefined],
    ['2024年2月30日9:00', undefined, undefined],
    ['3月8日、15日上午9:00', undefined, undefined],
    ['2024年3月8日25:00', undefined, undefined],
    ['待定', undefined, undefined],
  ])('%s', (words, startsAt, endsAt) => {
    expect(readProposedTime(words, 2025)).toEqual({
      ...(startsAt && { startsAt }),
      ...(endsAt && { endsAt }),
    });
  });
});

describe('activities of an article', () => {
  it('several, each below its heading', () => {
    const blocks = [
      p('三月活动如下：'),
      h('一、亲子阅读'),
      p('活动时间：2024年3月9日上午9:00—11:00\n活动地点：示例图书馆'),
      p('报名方式：电话报名'),
      p('联系电话：0750-5550100'),
      h('二、巾帼健步走'),
      p('活动时间：3月'),
      p('活动地点：示例公园'),
    ];
    expect(proposeEvents(blocks, { title: '通知', publishedAt: '2024-03-01' })).toEqual([
      {
        ...{ title: '亲子阅读', time: '2024年3月9日上午9:00—11:00', venue: '示例图书馆' },
        ...{ startsAt: at('2024-03-09', '09:00'), endsAt: at('2024-03-09', '11:00') },
        ...{
          assumesTitle: false,
          certain: true,
          assumesYear: false,
          phone: '0750-5550100',
          registration: '电话报名',
        },
        lines: [
          ...['一、亲子阅读', '活动时间：2024年3月9日上午9:00—11:00', '活动地点：示例图书馆'],
          ...['报名方式：电话报名', '联系电话：0750-5550100'],
        ],
      },
      {
        ...{ title: '巾帼健步走', time: '3月', venue: '示例公园', certain: false },
        ...{ assumesTitle: false, assumesYear: false },
        lines: ['二、巾帼健步走', '活动时间：3月', '活动地点：示例公园'],
      },
    ]);
  });

  it.each<[string, Block[], object[]]>([
    [
      'labels in brackets and marks',
      [p('【活动主题】花艺课'), p('★ 时间：2024年3月8日9:00-10:00'), p('（2）地　点：三楼')],
      [{ title: '花艺课', assumesTitle: false, venue: '三楼', certain: true }],
    ],
    [
      'sentences: their full stops are no part of them',
      [p('时间：3月1日9:00。'), p('地点：三楼；'), p('报名电话：0750-3286888。')],
      [{ time: '3月1日9:00', venue: '三楼', phone: '0750-3286888' }],
    ],
    [
      'a title that repeats begins the next',
      [p('活动名称：甲'), p('时间：3月'), p('活动名称：乙'), p('时间：4月')],
      [
        { title: '甲', time: '3月' },
        { title: '乙', time: '4月' },
      ],
    ],
    [
      'a time that repeats begins the next',
      [p('时间：3月1日'), p('地点：甲地'), p('时间：3月2日'), p('地点：乙地')],
      [
        { title: '通知', assumesTitle: true, venue: '甲地' },
        { title: '通知', assumesTitle: true, venue: '乙地' },
      ],
    ],
    [
      'a year that is assumed is said',
      [p('时间：3月8日9:00-10:00'), p('地点：甲地'), p('主办单位：示例区妇联')],
      [{ startsAt: at('2024-03-08', '09:00'), assumesYear: true, organiser: '示例区妇联' }],
    ],
    [
      'rows of a table',
      [
        table(
          ['序号', '活动名称', '活动时间', '活动地点'],
          ['1', '剪纸', '2024年3月8日9:00-10:00', '甲地'],
          ['2', '画扇', '4月', '乙地'],
        ),
      ],
      [
        {
          title: '剪纸',
          venue: '甲地',
          certain: true,
          lines: ['1 | 剪纸 | 2024年3月8日9:00-10:00 | 甲地'],
        },
        { title: '画扇', time: '4月', certain: false },
      ],
    ],
    [
      'a list',
      [
        {
          kind: 'list',
          ordered: false,
          items: [{ spans: [{ text: '时间：3月' }] }, { spans: [{ text: '地点：甲地' }] }],
        },
      ],
      [{ time: '3月', venue: '甲地' }],
    ],
  ])('%s', (_name, blocks, expected) => {
    const found = proposeEvents(blocks, {
      ...{ title: '通知', publishedAt: '2024-02-20T09:00:00+08:00' },
    });
    expect(found).toMatchObject(expected);
    expect(found).toHaveLength(expected.length);
  });

  it.each<[string, Block[]]>([
    ['a report', [p('3月8日上午，示例区妇联在公园举办活动。'), p('发布时间还没有定')]],
    ['a time alone', [p('办公时间：周一至周五')]],
    ['a place alone', [p('地址：示例路1号')]],
    ['empty labels', [p('时间：'), p('地点：')]],
    ['a table of something else', [table(['姓名', '单位'], ['甲', '乙'])]],
  ])('none in %s', (_name, blocks) => {
    expect(proposeEvents(blocks, { title: '通知', publishedAt: '2024-03-01' })).toEqual([]);
  });
});
