import type { Block } from '../../../types/block.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;
type Cell = TableBlock['rows'][number]['cells'][number];

export interface GridCell {
  cell: Cell;
  /** The first column that it takes, from 0. */
  column: number;
  /** CSS `grid-area`: row / column / rows / columns. */
  area: string;
}

export interface TableGrid {
  columns: number;
  rows: GridCell[][];
}

/**
 * Where each cell of a table stands. A mini-program has no table element, so cells are placed on a grid by HTML's own rule: each
 * takes the first column of its row that no cell above or before reaches into. Spans that reach beyond the last row end there.
 */
export function toTableGrid(block: Pick<TableBlock, 'rows'>): TableGrid {
  const taken: boolean[][] = block.rows.map(() => []);
  let columns = 1;
  const rows = block.rows.map((row, rowIndex) =>
    row.cells.map((cell): GridCell => {
      const line = taken[rowIndex] ?? [];
      let column = 0;
      while (line[column]) column += 1;
      const colSpan = cell.colSpan ?? 1;
      const rowSpan = Math.min(cell.rowSpan ?? 1, block.rows.length - rowIndex);
      for (const covered of taken.slice(rowIndex, rowIndex + rowSpan)) {
        covered.length = Math.max(covered.length, column);
        for (let step = 0; step < colSpan; step += 1) covered[column + step] = true;
      }
      columns = Math.max(columns, column + colSpan);
      return {
        cell,
        column,
        area: `${rowIndex + 1}/${column + 1}/span ${rowSpan}/span ${colSpan}`,
      };
    }),
  );
  return { columns, rows };
}
