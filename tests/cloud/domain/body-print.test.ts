import { describe, expect, it } from '@jest/globals';
import { isNearlySame, toBodyPrint, toPrintDistance } from '../../../cloud/domain/body-print.ts';
import type { Block } from '../../../types/block.ts';

const NOTICE =
  '为进一步提升妇女儿童的安全意识，市妇联定于本周六上午九时在妇女儿童活动中心三楼多功能厅举办家庭急救知识讲座，邀请市中心医院急诊科医生主讲，内容包括心肺复苏、气道异物梗阻的处理和夏季防溺水知识。';
const OTHER =
  '全市巾帼志愿者在过去一个月里走访了四百多户困难家庭，送去米油和学习用品，为孤寡老人打扫卫生、理发、量血压，陪孩子们做作业、读绘本，累计服务时长超过三千小时，受到居民的欢迎。';
const FORM = (place: string, day: string) =>
  `兹定于${day}在${place}开展维权法律咨询活动，请有需要的群众携带身份证及相关材料前往，咨询热线一二三三八，逾期不候，特此通知。`;

const toBlocks = (...lines: string[]): Block[] =>
  lines.map((text) => ({ kind: 'paragraph', spans: [{ text }] }));
const distance = (a: string, b: string) =>
  toPrintDistance(toBodyPrint(toBlocks(a)), toBodyPrint(toBlocks(b)));

describe('the print of a body', () => {
  it('is that of its words: spaces, paragraphs, punctuation and pictures do not count', () => {
    const plain = toBodyPrint(toBlocks(NOTICE));
    expect(plain).toMatch(/^[0-9a-f]{16}$/);
    const [first = '', ...rest] = NOTICE.split('，');
    const pieces = toBlocks(`　　${first}`, ...rest);
    const picture: Block = { kind: 'image', url: '/media/a.png', alt: '合影' };
    expect(toBodyPrint([...pieces, picture])).toBe(plain);
  });

  it('is empty for a phrase', () => {
    expect(toBodyPrint(toBlocks('图片新闻：详见附件。'))).toBe('');
    expect(isNearlySame('', '')).toBe(false);
  });

  it.each<[string, string, string, boolean]>([
    ['a typing error mended', NOTICE, NOTICE.replace('周六', '周日'), true],
    ['a name put in', NOTICE, NOTICE.replace('市妇联', '江门市妇联'), true],
    ['another article', NOTICE, OTHER, false],
    [
      'one form filled in twice',
      FORM('蓬江区环市街道妇女之家', '十一月二十五日上午'),
      FORM('新会区会城街道办事处一楼大厅', '十二月三日下午三时'),
      false,
    ],
  ])('%s', (_name, a, b, near) => {
    const prints = [toBodyPrint(toBlocks(a)), toBodyPrint(toBlocks(b))] as const;
    expect([distance(a, b), isNearlySame(...prints)]).toEqual([expect.any(Number), near]);
  });

  it('tells unrelated texts far apart', () => {
    expect(distance(NOTICE, OTHER)).toBeGreaterThan(20);
  });
});
