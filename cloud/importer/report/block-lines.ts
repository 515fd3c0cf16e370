import type { Block, Span } from '../../../types/block.ts';
import { cardWords } from '../words.ts';
import { toComparedLines } from './parse-expected.ts';

const toText = (spans: readonly Span[]) => spans.map((span) => span.text).join('');

const PLAYER = new RegExp(`^${cardWords.video('')}(?:（.*）)?$`, 'u');

/** A card for a film on another site, which the page shows in a frame without any words. */
const isPlayer = (block: Block) => block.kind === 'linkCard' && PLAYER.test(block.text);

/** `video` and `audio` for each film and recording, films in other sites' players among them. */
export function toMediaNames(blocks: readonly Block[]): string[] {
  const count = (isOne: (block: Block) => boolean) => blocks.filter(isOne).length;
  return [
    ...Array.from(
      { length: count((block) => block.kind === 'video' || isPlayer(block)) },
      () => 'video',
    ),
    ...Array.from({ length: count((block) => block.kind === 'audio') }, () => 'audio'),
  ];
}

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
    case 'linkCard':
      return isPlayer(block) ? [] : [block.text];
    // Their titles come from attributes: a reader of the page sees a player.
    case 'video':
    case 'audio':
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
