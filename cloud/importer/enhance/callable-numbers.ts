import type { Block, Span } from '../../../types/block.ts';
import { mapSpans } from './map-spans.ts';
import { findPhoneNumbers } from './phone-numbers.ts';
import { sliceSpans } from './span-lines.ts';

function linkNumbers(spans: Span[]): Span[] {
  const text = spans.map((span) => span.text).join('');
  const linked: Span[] = [];
  let at = 0;
  for (const { from, to, number } of findPhoneNumbers(text)) {
    const inside = sliceSpans(spans, from, to);
    if (inside.some((span) => span.href !== undefined)) continue;
    linked.push(...sliceSpans(spans, at, from));
    linked.push(...inside.map((span) => ({ ...span, href: `tel:${number}` })));
    at = to;
  }
  return at === 0 ? spans : [...linked, ...sliceSpans(spans, at, text.length)];
}

/** Telephone numbers in the text become links that call them; what is a link already stays as it is. */
export function linkPhoneNumbers(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => mapSpans(block, linkNumbers));
}
