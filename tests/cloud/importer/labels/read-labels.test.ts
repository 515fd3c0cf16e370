import { describe, expect, it } from '@jest/globals';
import { readAttachmentsLabel, readLabels } from '../../../../cloud/importer/labels/read-labels.ts';
import { flJiangmen } from '../../../../cloud/importer/sites/fl-jiangmen.ts';
import { generic } from '../../../../cloud/importer/sites/generic.ts';

const own = flJiangmen.labels;

describe('labelled lines', () => {
  it.each([
    ['  • 文章出处:江门市妇联', { source: '江门市妇联' }],
    ['· 文章出处：江门市妇联', { source: '江门市妇联' }],
    ['●发布时间：2023-11-15', { publishedAt: '2023-11-15' }],
    ['◆ 发布时间: 2023-11-15', { publishedAt: '2023-11-15' }],
    ['- 发布时间:2023-11-15', { publishedAt: '2023-11-15' }],
    ['* 发布时间 ： 2023-11-15', { publishedAt: '2023-11-15' }],
    ['　　发布时间：２０２３－１１－１５　', { publishedAt: '２０２３－１１－１５' }],
    ['文章出处：', {}],
    ['文章出处：甲 发布时间：2023-11-15 09:30', { source: '甲', publishedAt: '2023-11-15 09:30' }],
    ['文章出处：甲　|　发布时间：2023-11-15', { source: '甲', publishedAt: '2023-11-15' }],
  ])('reads %j', (line, expected) => {
    expect(readLabels(line, own)).toEqual(expected);
  });

  it('reads the labels of other sites, with their gaps and neighbours', () => {
    expect(
      readLabels(
        '来　源：新会区妇联　日期：2024-01-02　浏览次数：12　字体：大 中 小',
        generic.labels,
      ),
    ).toEqual({
      source: '新会区妇联',
      publishedAt: '2024-01-02',
    });
    expect(readLabels('信息来源：本网', generic.labels)).toEqual({ source: '本网' });
  });

  it.each(['正文', '我们谈谈文章出处：它在页首', '发布时间未定', '关于发布时间：说明', ''])(
    'leaves %j alone',
    (line) => {
      expect(readLabels(line, own)).toBeUndefined();
    },
  );
});

describe('相关附件', () => {
  it.each([
    ['相关附件:', ''],
    ['  • 相关附件：', ''],
    ['相关附件', ''],
    ['相关附件： 报名表.docx', '报名表.docx'],
  ])('is found in %j', (line, rest) => {
    expect(readAttachmentsLabel(line, own)).toBe(rest);
  });

  it.each(['详见相关附件：', '相关附件很多', ''])('is not found in %j', (line) => {
    expect(readAttachmentsLabel(line, own)).toBeUndefined();
  });
});
