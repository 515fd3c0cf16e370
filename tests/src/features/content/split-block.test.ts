import { describe, expect, it } from '@jest/globals';
import { splitBlock } from '../../../../src/features/content/split-block.ts';
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
    const text = '妇女😀'.repeat(20_001);
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

  it('gives the second part of a long item no number of its own', () => {
    const items = ['短', '长'.repeat(90_000), '末'].map((text) => ({ spans: [{ text }] }));
    const parts = splitBlock({ kind: 'list', ordered: true, items });
    expect(parts.map(({ start, continued }) => [start, continued ?? false])).toEqual([
      [1, false],
      [2, false],
      [2, true],
      [2, true],
    ]);
    expect(parts.at(-1)).toMatchObject({ items: [{}, { spans: [{ text: '末' }] }] });
  });
});

describe('splitBlock of a table', () => {
  const row = (...texts: string[]) => ({ cells: texts.map((text) => ({ spans: [{ text }] })) });
  const tablesOf = (rows: Extract<Block, { kind: 'table' }>['rows']) =>
    splitBlock({ kind: 'table', header: true, rows }).flatMap((part) =>
      part.kind === 'table' ? [part] : [],
    );

  it.each([
    ['long', Array.from({ length: 120 }, () => row('一', '二'))],
    ['wide', Array.from({ length: 10 }, () => row(...'一二三四五六七八九十'.repeat(2)))],
  ])('keeps a %s one in one frame', (_name, rows) => {
    expect(tablesOf(rows)).toEqual([{ kind: 'table', header: true, rows }]);
  });

  it('names the columns again in each part of a very long one', () => {
    const header = row('姓名', '单位');
    const rows = Array.from({ length: 1_000 }, (_, index) => row(String(index), '妇联'));
    const tables = tablesOf([header, ...rows]);
    expect(tables.length).toBeGreaterThan(1);
    for (const table of tables) expect([table.header, table.rows[0]]).toEqual([true, header]);
    expect(tables.flatMap((table) => table.rows.slice(1))).toEqual(rows);
  });

  it('goes on with a long cell in its own column', () => {
    const tables = tablesOf([row('姓名', '事迹'), row('甲', '事'.repeat(60_000))]);
    const rows = tables.flatMap((table) => table.rows.slice(1));
    const columns = [0, 1].map((column) =>
      rows.flatMap(({ cells }) => cells[column]?.spans.map(({ text }) => text) ?? []).join(''),
    );
    expect(columns).toEqual(['甲', '事'.repeat(60_000)]);
  });

  it('keeps the columns below a cell that reaches down', () => {
    const tall = { cells: [{ spans: [{ text: '组' }], rowSpan: 2 }, { spans: [{ text: '甲' }] }] };
    const long = row('乙'.repeat(40_000));
    const rows = tablesOf([row('组别', '姓名'), tall, long]).flatMap((table) => table.rows);
    for (const { cells } of rows) expect(cells).toHaveLength(2);
  });
});
