import { describe, expect, it } from '@jest/globals';
import { toTableGrid } from '../../../../src/features/content/table-grid.ts';

type Rows = Parameters<typeof toTableGrid>[0]['rows'];
const cell = (colSpan?: number, rowSpan?: number): Rows[number]['cells'][number] => ({
  spans: [],
  ...(colSpan && { colSpan }),
  ...(rowSpan && { rowSpan }),
});
const areasOf = (rows: Rows) =>
  toTableGrid({ rows }).rows.map((row) => row.map(({ area }) => area));

describe('toTableGrid', () => {
  it('places plain cells one after another', () => {
    expect(areasOf([{ cells: [cell(), cell()] }, { cells: [cell(), cell()] }])).toEqual([
      ['1/1/span 1/span 1', '1/2/span 1/span 1'],
      ['2/1/span 1/span 1', '2/2/span 1/span 1'],
    ]);
  });

  it('steps over what a cell above reaches into', () => {
    const rows = [{ cells: [cell(undefined, 2), cell(2)] }, { cells: [cell(), cell()] }];
    expect(areasOf(rows)).toEqual([
      ['1/1/span 2/span 1', '1/2/span 1/span 2'],
      ['2/2/span 1/span 1', '2/3/span 1/span 1'],
    ]);
    expect(toTableGrid({ rows }).columns).toBe(3);
  });

  it('ends a span at the last row', () => {
    expect(areasOf([{ cells: [cell(undefined, 900)] }])).toEqual([['1/1/span 1/span 1']]);
  });

  it('gives a table without cells one column', () => {
    expect(toTableGrid({ rows: [] })).toEqual({ columns: 1, rows: [] });
  });
});
