import type { Block, Span } from '../../../types/block.ts';

/** A piece of a body that is small enough to be sent to the screen with others. */
export type BodyPart = Block & {
  /** The number of a list's first item, where the list was split. */
  start?: number;
};

const PARAGRAPH_CHARACTERS = 8_000;
const LIST_ITEMS = 50;
const TABLE_ROWS = 50;
const TABLE_CELLS = 200;

/**
 * A block as parts that each stay far below one setData's 256 KB and 60 children (wechat-facts.md, Performance). Nearly every
 * block is one part; only a paragraph of thousands of characters, a list of over 50 items or a very long table is more.
 */
export function splitBlock(block: Block): BodyPart[] {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return splitSpans(block.spans).map((spans) => ({ ...block, spans }));
    case 'unknown':
      return splitText(block.text).map((text) => ({ ...block, text }));
    case 'list':
      return toGroups(block.items, LIST_ITEMS).map((items, index) => ({
        ...block,
        items,
        start: index * LIST_ITEMS + 1,
      }));
    case 'table': {
      const columns = Math.max(1, ...block.rows.map((row) => row.cells.length));
      const rowsAtOnce = Math.max(1, Math.min(TABLE_ROWS, Math.floor(TABLE_CELLS / columns)));
      return toGroups(block.rows, rowsAtOnce).map((rows, index) => ({
        ...block,
        rows,
        header: block.header && index === 0,
      }));
    }
    default:
      return [block];
  }
}

/** The members in groups of at most `size`, in order; one empty group when there are none. */
export function toGroups<T>(members: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let from = 0; from < members.length; from += size) {
    groups.push(members.slice(from, from + size));
  }
  return groups.length === 0 ? [[]] : groups;
}

function splitText(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + PARAGRAPH_CHARACTERS);
    // Never between the two halves of one character.
    if (to < text.length && /[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to -= 1;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces.length === 0 ? [''] : pieces;
}

function splitSpans(spans: readonly Span[]): Span[][] {
  const parts: Span[][] = [[]];
  let room = PARAGRAPH_CHARACTERS;
  for (const span of spans) {
    for (const text of splitText(span.text)) {
      if (text.length > room) {
        parts.push([]);
        room = PARAGRAPH_CHARACTERS;
      }
      parts[parts.length - 1]?.push({ ...span, text });
      room -= text.length;
    }
  }
  return parts;
}
