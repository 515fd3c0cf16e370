import type { Block, Span } from '../../../types/block.ts';
import { toComparedLines } from './parse-expected.ts';

const toText = (spans: readonly Span[]) => spans.map((span) => span.text).join('');

function toLines(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return [toText(block.spans)];
    case 'heading':
    case 'unknown':
      return [block.text];
    case 'image':
      return [block.caption ?? ''];
    case 'gallery':
      return block.images.map((image) => image.caption ?? '');
    case 'list':
      return block.items.map((item) => toText(item.spans));
    case 'table':
      return block.rows.map((row) =>
        row.cells.map((cell) => toText(cell.spans).replaceAll('\n', ' ')).join(' | '),
      );
    case 'video':
    case 'audio':
    case 'linkCard':
      return [block.text];
    case 'attachment':
    case 'divider':
      return [];
  }
}

/** The words of a body as a reader sees them, a block or line break a line; a row of a table is `cell | cell`. */
export const toBlockLines = (blocks: readonly Block[]): string[] =>
  toComparedLines(blocks.flatMap(toLines));

/** The addresses of the pictures of a body, in order; `data` for those that the page carries itself. */
export function toImageNames(blocks: readonly Block[]): string[] {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'image') return [block.url];
      return block.kind === 'gallery' ? block.images.map((image) => image.url) : [];
    })
    .map((url) => (url.startsWith('data:') ? 'data' : url));
}
