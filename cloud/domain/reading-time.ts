import type { Block, Span } from '../../types/block.ts';

/** Chinese characters that a reader takes in a minute, and words of other scripts. */
const CHARACTERS_A_MINUTE = 400;
const WORDS_A_MINUTE = 200;
const PICTURES_A_MINUTE = 12;

const toText = (spans: readonly Span[]) => spans.map(({ text }) => text).join('');

function toWords(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return toText(block.spans);
    case 'list':
      return block.items.map(({ spans }) => toText(spans)).join('\n');
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.map(({ spans }) => toText(spans))).join('\n');
    case 'heading':
    case 'unknown':
    case 'linkCard':
      return block.text;
    case 'image':
      return block.caption ?? '';
    case 'gallery':
      return block.images.map(({ caption = '' }) => caption).join('\n');
    default:
      return '';
  }
}

function countPictures(block: Block): number {
  if (block.kind === 'gallery') return block.images.length;
  return block.kind === 'image' ? 1 : 0;
}

/** Whole minutes that a body takes to read, at least 1; undefined for a body without words and pictures. */
export function toReadingMinutes(blocks: readonly Block[]): number | undefined {
  let minutes = 0;
  for (const block of blocks) {
    const words = toWords(block);
    minutes += (words.match(/\p{Script=Han}/gu)?.length ?? 0) / CHARACTERS_A_MINUTE;
    minutes += (words.match(/[\p{Script=Latin}\d]+/gu)?.length ?? 0) / WORDS_A_MINUTE;
    minutes += countPictures(block) / PICTURES_A_MINUTE;
  }
  return minutes === 0 ? undefined : Math.max(1, Math.round(minutes));
}
