import type { Block, Span } from '../../../types/block.ts';
import { toOneLine, trimText } from '../trim-text.ts';
import { mapSpans } from './map-spans.ts';
import { joinSpanLines, toSpanLines } from './span-lines.ts';

function trim(spans: Span[]): Span[] {
  return joinSpanLines(toSpanLines(spans).filter((line) => line.spans.length > 0));
}

/** Takes the white space from the ends of every line of text, and blank lines; nothing inside a line is touched. */
export function trimLines(blocks: readonly Block[]): Block[] {
  return blocks.map((block): Block => {
    if (block.kind === 'heading') return { ...block, text: toOneLine(block.text) };
    if (block.kind === 'unknown') return { ...block, text: trimText(block.text) };
    return mapSpans(block, trim);
  });
}
