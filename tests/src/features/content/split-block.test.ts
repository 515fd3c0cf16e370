import { describe, expect, it } from '@jest/globals';
import { splitBlock, toGroups } from '../../../../src/features/content/split-block.ts';
import type { Block } from '../../../../types/block.ts';

describe('splitBlock', () => {
  it.each<Block>([
    { kind: 'divider' },
    { kind: 'heading', level: 3, text: '二' },
    { kind: 'paragraph', spans: [{ text: '短' }, { text: '句', bold: true }] },
    { kind: 'paragraph', spans: [] },
    { kind: 'unknown', text: '' },
  ])('leaves an ordinary block as it is: %j', (block) => {
    expect(splitBlock(block)).toEqual([block]);
  });

  it('loses no character of a long paragraph, and cuts none in half', () => {
    const text = '妇女😀'.repeat(7_001);
    const parts = splitBlock({ kind: 'paragraph', spans: [{ text: '一' }, { text, bold: true }] });
    const texts = parts.flatMap((part) =>
      part.kind === 'paragraph' ? part.spans.map((span) => span.text) : [],
    );
    expect(parts.length).toBeGreaterThan(1);
    expect(texts.join('')).toBe(`一${text}`);
    for (const piece of texts) expect(piece).not.toMatch(/[\uD800-\uDFFF]/u);
  });

  it('goes on counting in the second part of a numbered list', () => {
    const items = Array.from({ length: 120 }, (_, index) => ({ spans: [{ text: String(index) }] }));
    const parts = splitBlock({ kind: 'list', ordered: true, items });
    expect(parts.map((part) => part.start)).toEqual([1, 51, 101]);
  });

  it('names the columns of a long table once', () => {
    const rows = Array.from({ length: 120 }, () => ({ cells: [{ spans: [] }] }));
    const parts = splitBlock({ kind: 'table', header: true, rows });
    expect(parts.map((part) => part.kind === 'table' && part.header)).toEqual([true, false, false]);
    expect(parts.flatMap((part) => (part.kind === 'table' ? part.rows : []))).toHaveLength(120);
  });
});

describe('toGroups', () => {
  it.each([
    [[], 2, [[]]],
    [[1], 2, [[1]]],
    [[1, 2, 3], 2, [[1, 2], [3]]],
  ])('%j by %s is %j', (members, size, groups) => {
    expect(toGroups<number>(members, size)).toEqual(groups);
  });
});
