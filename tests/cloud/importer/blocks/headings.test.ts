import { describe, expect, it } from '@jest/globals';
import { paragraph, read } from './fragment.ts';

describe('headings, quotes, dividers', () => {
  it.each([
    [
      'levels',
      [1, 2, 3, 4, 5, 6].map((n) => `<h${n}>${n}</h${n}>`).join(''),
      [2, 2, 3, 3, 3, 3].map((level, at) => ({ kind: 'heading', level, text: `${at + 1}` })),
    ],
    [
      'mark-up in a heading',
      '<h2> 一<br><b>二</b>　</h2>',
      [{ kind: 'heading', level: 2, text: '一 二' }],
    ],
    ['an empty heading', '<h2> </h2>一', [paragraph('一')]],
    [
      'a heading that was never closed',
      `<h2><p>${'长'.repeat(100)}</p><p>${'文'.repeat(100)}</p>`,
      [paragraph(`${'长'.repeat(100)}\n${'文'.repeat(100)}`)],
    ],
    [
      'a quote',
      '<blockquote><p>一</p><p>二</p></blockquote>',
      [{ kind: 'quote', spans: [{ text: '一\n二' }] }],
    ],
    [
      'a quote used to indent',
      '<blockquote><h3>一</h3><p>二</p></blockquote>',
      [{ kind: 'heading', level: 3, text: '一' }, paragraph('二')],
    ],
    ['dividers', '<hr>一<hr><hr>二<hr>', [paragraph('一'), { kind: 'divider' }, paragraph('二')]],
  ])('%s', async (_name, html, expected) => {
    expect((await read(html)).blocks).toEqual(expected);
  });
});
