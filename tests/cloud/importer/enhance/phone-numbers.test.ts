import { describe, expect, it } from '@jest/globals';
import { linkPhoneNumbers } from '../../../../cloud/importer/enhance/callable-numbers.ts';
import { findPhoneNumbers } from '../../../../cloud/importer/enhance/phone-numbers.ts';

describe('telephone numbers of a text', () => {
  it.each([
    ['手机 13800138000。', ['13800138000']],
    ['138-0013-8000、138 0013 8001', ['13800138000', '13800138001']],
    ['（0750）5550100', ['0750-5550100']],
    ['0750—5550100/5550101', ['0750-5550100']],
    ['０７５０－５５５０１００', ['0750-5550100']],
    ['010-12345678转801', ['010-12345678']],
    ['0750-5550100-801', ['0750-5550100']],
    ['联系电话：07505550100', ['0750-5550100']],
    ['400-800-1234', ['4008001234']],
    ['客服4008001234', ['4008001234']],
    ['请拨打12338', ['12338']],
    ['12338妇女维权公益服务热线', ['12338']],
    ['拨打110、120 求助', ['110', '120']],
    ['咨询热线：12345；0750-5550100', ['12345', '0750-5550100']],
    ['热线（96138）', ['96138']],
  ])('%s', (text, expected) => {
    expect(findPhoneNumbers(text).map(({ number }) => number)).toEqual(expected);
  });

  it.each([
    '共有12338人参加',
    '110名志愿者',
    '身份证号440702199001011234',
    '编号：0750-5550100',
    '统一社会信用代码 13800138000',
    'QQ群：400-800-1234',
    '2024-03-05 09:30—11:30',
    '捐款 13800138000 元',
    '合计 12345.67 元',
    '江妇〔2024〕12338号',
    '电话里说了 110 万元的事',
    '邮箱 13800138000@example.com',
    '卡号 622202 13800138000 1234',
    '银行账号：07505550100',
    '07505550100',
    '第12345次',
    '热线开通。一共12338',
  ])('none in %s', (text) => {
    expect(findPhoneNumbers(text)).toEqual([]);
  });
});

describe('numbers as links', () => {
  it('keep their looks over several runs and lose no character', () => {
    const spans = [{ text: '电话0750-', bold: true }, { text: '5550100，' }];
    expect(linkPhoneNumbers([{ kind: 'quote', spans }])).toEqual([
      {
        kind: 'quote',
        spans: [
          { text: '电话', bold: true },
          { text: '0750-', bold: true, href: 'tel:0750-5550100' },
          { text: '5550100', href: 'tel:0750-5550100' },
          { text: '，' },
        ],
      },
    ]);
  });

  it('stay what they are inside of a link', () => {
    const spans = [{ text: '13800138000', href: 'https://a.example/' }];
    expect(linkPhoneNumbers([{ kind: 'paragraph', spans }])).toEqual([
      { kind: 'paragraph', spans },
    ]);
  });
});
