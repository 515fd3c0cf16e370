import type { Span } from '../../../types/block.ts';
import { findTrimmed } from '../trim-text.ts';

/** The part of a paragraph between two offsets of its text. */
export function sliceSpans(spans: readonly Span[], from: number, to: number): Span[] {
  const part: Span[] = [];
  let at = 0;
  for (const span of spans) {
    const text = span.text.slice(Math.max(from - at, 0), Math.max(to - at, 0));
    if (text !== '') part.push({ ...span, text });
    at += span.text.length;
    if (at >= to) break;
  }
  return part;
}

/** One line of a paragraph without the white space at its ends. */
export interface SpanLine {
  spans: Span[];
  /** The white space before it. */
  indent: string;
}

function toLine(spans: readonly Span[]): SpanLine {
  const text = spans.map((span) => span.text).join('');
  const { from, to } = findTrimmed(text);
  return { spans: sliceSpans(spans, from, to), indent: text.slice(0, from) };
}

/** The lines of a paragraph, blank ones among them. */
export function toSpanLines(spans: readonly Span[]): SpanLine[] {
  const lines: SpanLine[] = [];
  let line: Span[] = [];
  for (const span of spans) {
    const [first = '', ...more] = span.text.split('\n');
    if (first !== '') line.push({ ...span, text: first });
    for (const text of more) {
      lines.push(toLine(line));
      line = text === '' ? [] : [{ ...span, text }];
    }
  }
  return [...lines, toLine(line)];
}

/** Lines as one paragraph again. */
export function joinSpanLines(lines: readonly SpanLine[]): Span[] {
  return lines.flatMap((line, at) => (at === 0 ? line.spans : [{ text: '\n' }, ...line.spans]));
}
