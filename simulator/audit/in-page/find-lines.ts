import type { LineHeight } from '../measures.ts';
import { isNode, nameOf, type Scope, topPage } from './top-page.ts';

/** The line heights of all texts on the page on top that run over several lines, each block of text once. */
export function findLines(scope: Scope): LineHeight[] {
  const found = new Map<Element, number>();
  const walker = document.createTreeWalker(topPage(), NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const parent = text.parentElement;
    if (!parent || found.has(parent) || (text.textContent ?? '').trim() === '') continue;
    if (!scope(parent)) continue;
    const ratio = lineRatio(text, parent);
    if (ratio !== null) found.set(parent, ratio);
  }
  return [...found].map(([element, ratio]) => ({ at: nameOf(nodeOf(element)), ratio }));
}

/** Null where the text has one line. Where the style says `normal`, the lines themselves are measured. */
function lineRatio(text: Node, parent: Element): number | null {
  const range = document.createRange();
  range.selectNodeContents(text);
  const tops = [...new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))];
  const [first = 0, second] = tops.sort((one, other) => one - other);
  if (second === undefined) return null;
  const { fontSize, lineHeight } = getComputedStyle(parent);
  const height = lineHeight === 'normal' ? second - first : Number.parseFloat(lineHeight);
  return height / Number.parseFloat(fontSize);
}

function nodeOf(element: Element): Element {
  let above: Element | null = element;
  while (above && !isNode(above)) above = above.parentElement;
  return above ?? element;
}
