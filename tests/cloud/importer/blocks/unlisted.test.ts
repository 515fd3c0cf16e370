import { describe, expect, it } from '@jest/globals';
import { warnings } from '../../../../cloud/importer/words.ts';
import { paragraph, read } from './fragment.ts';

describe('what is not on the list', () => {
  it.each(['script', 'style', 'noscript', 'template', 'select', 'textarea', 'button'])(
    '<%s> is gone',
    async (tag) => {
      const { blocks } = await read(`<p>一<${tag}>藏</${tag}></p>`);
      expect(blocks).toEqual([paragraph('一')]);
    },
  );

  it.each(['iframe', 'video', 'audio', 'object', 'svg'])(
    '<%s> is gone and reported',
    async (tag) => {
      const { blocks, warnings: left } = await read(`<p>一</p><${tag}>藏</${tag}><p>二</p>`);
      expect(blocks).toEqual([paragraph('一'), paragraph('二')]);
      expect(left).toEqual([warnings.droppedTag(tag, 1)]);
    },
  );

  it('keeps and counts the words of unknown tags', async () => {
    const { blocks, warnings: left } = await read(
      '<my-vote>投票：<b>甲</b></my-vote><p>一<my-vote>二</my-vote></p><my-box><p>三</p></my-box>',
    );
    expect(blocks).toEqual([
      { kind: 'unknown', text: '投票：甲' },
      paragraph('一二'),
      paragraph('三'),
    ]);
    expect(left).toEqual([warnings.unknownTag('my-vote', 2), warnings.unknownTag('my-box', 1)]);
  });
});
