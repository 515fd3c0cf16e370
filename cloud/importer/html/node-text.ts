import { toOneLine } from '../trim-text.ts';
import { type Element, isText, walk } from './tree.ts';

/** All words of an element on one line. */
export function toText(element: Element): string {
  let text = '';
  for (const node of walk(element, ({ tagName }) => !/^(?:script|style)$/.test(tagName))) {
    if (isText(node)) text += node.value;
  }
  return toOneLine(text);
}
