import type { Block, Span } from '../../../types/block.ts';
import { mapSpans } from './map-spans.ts';

const isSameStyle = (a: Span, b: Span) =>
  a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.href === b.href;

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (span.text === '') continue;
    if (last !== undefined && isSameStyle(last, span)) last.text += span.text;
    else merged.push({ ...span });
  }
  return merged;
}

/** Neighbouring runs of the same style become one. */
export function mergeRuns(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => mapSpans(block, merge));
}
