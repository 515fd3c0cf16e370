import type { Block, Span } from '../../../types/block.ts';
import {
  CELL_BYTES,
  PART_BYTES,
  PART_FRAME_BYTES,
  ROW_BYTES,
  weighBlock,
  weighRow,
} from './part-weight.ts';
import { cutSpans } from './split-text.ts';
import { toTableGrid } from './table-grid.ts';
import { toGroups, toWeighedGroups } from './to-groups.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;
type Row = TableBlock['rows'][number];

/** A row of more cells goes on in the next one: their nodes alone would fill a part. */
const CELLS_OF_A_ROW = 120;
/** A row that names the columns is repeated unless it takes more than this of each part. */
const HEADER_BYTES = PART_BYTES / 4;

/**
 * A table as parts that each stay within PART_BYTES: one frame wherever it fits, else several that each begin with the row that
 * names the columns. A cell that is too long for a part goes on in the same column of a further row.
 */
export function splitTable(block: TableBlock): TableBlock[] {
  if (weighBlock(block) <= PART_BYTES) return [block];
  const rows = withoutRowSpans(block.rows);
  const [first] = rows;
  const isRepeated = block.header && first !== undefined && isRepeatable(first);
  const repeated = isRepeated ? [first] : [];
  const room =
    PART_BYTES - PART_FRAME_BYTES - repeated.reduce((sum, row) => sum + weighRow(row), 0);
  const pieces = rows
    .slice(repeated.length)
    .flatMap(({ cells }) => toGroups(cells, CELLS_OF_A_ROW))
    .flatMap((cells) => splitRow({ cells }, room));
  const groups = toWeighedGroups(pieces, { size: pieces.length, weight: room, weigh: weighRow });
  return groups.map((group, index) => ({
    ...block,
    rows: [...repeated, ...group],
    header: block.header && (isRepeated || index === 0),
  }));
}

const isRepeatable = (row: Row): boolean =>
  row.cells.length <= CELLS_OF_A_ROW && weighRow(row) <= HEADER_BYTES;

/** The rows with every cell in its own row alone, and an empty one where a cell from above kept others off. */
function withoutRowSpans(rows: readonly Row[]): Row[] {
  return toTableGrid({ rows: [...rows] }).rows.map((line) => {
    let reached = 0;
    const cells = line.flatMap(({ cell: { rowSpan, ...cell }, column }) => {
      const gap = column - reached;
      reached = column + (cell.colSpan ?? 1);
      const filler = { spans: [], ...(gap > 1 && { colSpan: gap }) };
      return gap > 0 ? [filler, cell] : [cell];
    });
    return { cells };
  });
}

/** A row as rows of at most `bytes` each: every cell goes on below itself, and what one leaves free the next may use. */
function splitRow(row: Row, bytes: number): Row[] {
  if (weighRow(row) <= bytes) return [row];
  const rows: Row[] = [];
  let rests: Span[][] = row.cells.map(({ spans }) => spans);
  while (rests.some((rest) => rest.length > 0)) {
    let free = bytes - ROW_BYTES - row.cells.length * CELL_BYTES;
    const next: Span[][] = [];
    const cells = row.cells.map((cell, index) => {
      const [spans, rest] = cutSpans(rests[index] ?? [], free / (row.cells.length - index));
      next.push(rest);
      free -= weighRow({ cells: [{ spans }] }) - ROW_BYTES - CELL_BYTES;
      return { ...cell, spans };
    });
    rows.push({ cells });
    rests = next;
  }
  return rows;
}
