import type { Block, Span } from '../../../types/block.ts';

type TableRow = Extract<Block, { kind: 'table' }>['rows'][number];

/**
 * What a part may weigh in bytes of one setData. WeChat asks for at most 256 KB in one (docs/wechat.md, Performance);
 * this leaves room for the neighbours of a part and for what an estimate can't know.
 */
export const PART_BYTES = 112 * 1024;

/** What the nodes around the words cost, rather more than fewer: a node takes 55 to 150 bytes as Taro sends it. */
export const PART_FRAME_BYTES = 400;
/** Of a span that has a look or a link, and so a node around its words. */
export const SPAN_BYTES = 150;
const PLAIN_SPAN_BYTES = 50;
export const ITEM_BYTES = 280;
export const ROW_BYTES = 100;
export const CELL_BYTES = 220;
const PICTURE_BYTES = 700;
/** Of a line with a title, a note and a sign; the title is said as well. */
const ROW_BLOCK_BYTES = 900;

/** Bytes of one character as JSON in UTF-8; what JSON escapes takes up to six. */
export function weighCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  const isEscaped = code < 0x20 || code === 0x22 || code === 0x5c;
  if (isEscaped || (code >= 0xd800 && code <= 0xdfff)) return 6;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** Bytes of a text as JSON in UTF-8. */
export function weighText(text: string): number {
  let bytes = 0;
  for (const character of text) bytes += weighCharacter(character);
  return bytes;
}

/** Bytes of the nodes around a span's words. */
export function weighFrame({ bold, italic, underline, href }: Span): number {
  return bold || italic || underline || href ? SPAN_BYTES : PLAIN_SPAN_BYTES;
}

/** Bytes of runs of text with their nodes; where a link leads is never sent. */
export function weighSpans(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + weighFrame(span) + weighText(span.text), 0);
}

/** Bytes of a table's row with its nodes. */
export function weighRow(row: TableRow): number {
  return row.cells.reduce((sum, { spans }) => sum + CELL_BYTES + weighSpans(spans), ROW_BYTES);
}

/** About as many bytes as a block takes when it is sent to the screen, rather more than fewer. */
export function weighBlock(block: Block): number {
  return PART_FRAME_BYTES + weighContent(block);
}

function weighContent(block: Block): number {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return weighSpans(block.spans);
    case 'heading':
    case 'unknown':
      return weighText(block.text);
    case 'list':
      return block.items.reduce((sum, { spans }) => sum + ITEM_BYTES + weighSpans(spans), 0);
    case 'table':
      return block.rows.reduce((sum, row) => sum + weighRow(row), 0);
    case 'image':
      // The caption is shown, and said where the picture has no other words.
      return (
        PICTURE_BYTES +
        weighText(block.url) +
        weighText(block.alt) +
        2 * weighText(block.caption ?? '')
      );
    case 'gallery':
      return block.images.reduce(
        (sum, { url, alt, caption = '' }) =>
          sum + PICTURE_BYTES + weighText(url) + weighText(alt) + 2 * weighText(caption),
        0,
      );
    case 'video':
    case 'audio':
    case 'attachment':
      return ROW_BLOCK_BYTES + weighText(block.url) + 3 * weighText(block.text);
    case 'linkCard':
      return ROW_BLOCK_BYTES + 2 * weighText(block.text);
    case 'divider':
      return 0;
  }
}
