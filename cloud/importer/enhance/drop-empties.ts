import type { Block } from '../../../types/block.ts';

function hasContent(block: Block): boolean {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return block.spans.length > 0;
    case 'heading':
    case 'unknown':
    case 'linkCard':
      return block.text !== '';
    case 'list':
      return block.items.length > 0;
    case 'table':
      return block.rows.some((row) => row.cells.some((cell) => cell.spans.length > 0));
    default:
      return true;
  }
}

function withoutEmptyItems(block: Block): Block {
  if (block.kind !== 'list') return block;
  return { ...block, items: block.items.filter((item) => item.spans.length > 0) };
}

/** Leaves out blocks and list items that show nothing, and dividers at the ends or one after the other. */
export function dropEmpties(blocks: readonly Block[]): Block[] {
  const full = blocks.map(withoutEmptyItems).filter(hasContent);
  const last = full.findLastIndex((block) => block.kind !== 'divider');
  return full.filter((block, at) => {
    if (block.kind !== 'divider') return true;
    return at > 0 && at < last && full[at - 1]?.kind !== 'divider';
  });
}
