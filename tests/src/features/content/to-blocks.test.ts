import { describe, expect, it } from '@jest/globals';
import { toBlocks } from '../../../../src/features/content/to-blocks.ts';

describe('toBlocks', () => {
  it('keeps what it knows, in order', () => {
    const blocks = [
      { kind: 'heading', level: 2, text: '一、时间' },
      { kind: 'paragraph', spans: [{ text: '周六上午' }] },
      { kind: 'divider' },
    ];
    expect(toBlocks(blocks)).toEqual(blocks);
  });

  it('shows the words of a kind that a newer endpoint invented', () => {
    expect(toBlocks([{ kind: 'accordion', head: { text: '问' }, body: { text: '答' } }])).toEqual([
      { kind: 'unknown', text: '问\n答' },
    ]);
  });

  it('shows the words of what is no block', () => {
    expect(toBlocks(['须知', { text: '带身份证' }])).toEqual([
      { kind: 'unknown', text: '须知' },
      { kind: 'unknown', text: '带身份证' },
    ]);
  });

  it('shows the words of a broken block, and leaves out one without any', () => {
    const broken = [
      { kind: 'list', ordered: 'yes', items: [{ spans: [{ text: '带身份证' }] }] },
      { kind: 'image', url: 7 },
      null,
      7,
      ' ',
      { kind: 'divider' },
    ];
    expect(toBlocks(broken)).toEqual([{ kind: 'unknown', text: '带身份证' }, { kind: 'divider' }]);
  });
});
