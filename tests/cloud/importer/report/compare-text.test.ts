import { describe, expect, it } from '@jest/globals';
import { compareText } from '../../../../cloud/importer/report/compare-text.ts';
import { parseExpected } from '../../../../cloud/importer/report/parse-expected.ts';

describe('two texts', () => {
  it.each([
    ['equal', ['一二', '三'], ['一二', '三'], { isEqual: true, kept: 3, added: 0 }],
    ['split elsewhere', ['一二', '三'], ['一', '二三'], { isEqual: false, kept: 3, added: 0 }],
    ['one line short', ['一二', '三'], ['一二'], { isEqual: false, kept: 2, added: 0 }],
    ['one line more', ['一二'], ['一二', '尾'], { isEqual: false, kept: 2, added: 1 }],
    ['a line in between', ['一二', '三四'], ['一二', '页脚', '三四'], { kept: 4, added: 2 }],
    ['another order', ['甲乙', '丙丁'], ['丙丁', '甲乙'], { kept: 2, added: 2 }],
    ['nothing found', ['甲乙'], [], { kept: 0, added: 0 }],
  ])('%s', (_name, expected, found, result) => {
    expect(compareText(expected, found)).toMatchObject(result);
  });

  it('names the first line that differs', () => {
    expect(compareText(['一', '二', '三'], ['一', '贰', '三']).difference).toEqual({
      line: 2,
      expected: '二',
      found: '贰',
    });
    expect(compareText(['一'], ['一', '二']).difference).toEqual({
      line: 2,
      expected: '',
      found: '二',
    });
  });
});

describe('an expectation', () => {
  it('is read', () => {
    const text =
      'address: https://a.example/1\ntitle: 题\nsource: 甲\ndate: 2024-03-05\nimages: https://a.example/1.png, data\nattachments: 表.doc | 附件2：单\nmedia: video 1, audio 2\n---\n　　一　二 \n\n三';
    expect(parseExpected(text)).toEqual({
      ok: true,
      value: {
        address: 'https://a.example/1',
        charset: undefined,
        title: '题',
        source: '甲',
        date: '2024-03-05',
        images: ['https://a.example/1.png', 'data'],
        attachments: ['表.doc', '附件2：单'],
        videos: 1,
        audios: 2,
        pages: 1,
        lines: ['一 二', '三'],
      },
    });
  });

  it.each([['title: 题\n一'], ['titel: 题\n---\n一'], ['没有冒号\n---\n一']])(
    'is refused where it is mistyped: %j',
    (text) => {
      expect(parseExpected(text).ok).toBe(false);
    },
  );
});
