import type { Block } from '../../../types/block.ts';
import { joinSpanLines, type SpanLine, toSpanLines } from './span-lines.ts';

/** Two full-width blanks, or what looks the same, begin a Chinese paragraph. */
const INDENT = /\u3000{2}|[\u00a0\u2003]{2}/;

const isBlank = (line: SpanLine) => line.spans.length === 0;

function toGroups(lines: readonly SpanLine[]): SpanLine[][] {
  const groups: SpanLine[][] = [[]];
  for (const line of lines) {
    if (isBlank(line) || INDENT.test(line.indent)) groups.push([]);
    if (!isBlank(line)) groups.at(-1)?.push(line);
  }
  return groups.filter((group) => group.length > 0);
}

/** Paragraphs that a page separates by blank lines (`<br><br>`) or by indented lines become paragraphs. */
export function splitParagraphs(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] =>
    block.kind === 'paragraph'
      ? toGroups(toSpanLines(block.spans)).map((group) => ({
          kind: 'paragraph',
          spans: joinSpanLines(group),
        }))
      : [block],
  );
}
