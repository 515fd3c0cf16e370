import type { Block, Span } from '../../../types/block.ts';
import { toOneLine } from '../trim-text.ts';

/** Characters, as the contract has it. */
const MAX_SUMMARY = 80;

const toText = (spans: readonly Span[]) => spans.map((span) => span.text).join('');

function toWords(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return toText(block.spans);
    case 'list':
      return block.items.map((item) => toText(item.spans)).join(' ');
    case 'unknown':
      return block.text;
    default:
      return '';
  }
}

/** The first words of the body, at most 80 characters (code points); ends with … where more follows. */
export function toSummary(blocks: readonly Block[]): string {
  const characters: string[] = [];
  for (const block of blocks) {
    const words = toOneLine(toWords(block));
    if (words === '') continue;
    if (characters.length > 0) characters.push(' ');
    characters.push(...[...words.slice(0, 4 * MAX_SUMMARY)]);
    if (characters.length > MAX_SUMMARY) break;
  }
  if (characters.length <= MAX_SUMMARY) return characters.join('');
  return `${characters
    .slice(0, MAX_SUMMARY - 1)
    .join('')
    .trimEnd()}…`;
}
