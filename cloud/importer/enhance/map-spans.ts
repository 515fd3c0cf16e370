import type { Block, Span } from '../../../types/block.ts';

/** The block with its paragraphs of text changed; a block without any comes back as it is. */
export function mapSpans(block: Block, change: (spans: Span[]) => Span[]): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return { ...block, spans: change(block.spans) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, spans: change(item.spans) })),
      };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, spans: change(cell.spans) })),
        })),
      };
    default:
      return block;
  }
}
