import type { CleanElement, CleanNode } from '../html/clean-tree.ts';
import { toOneLine } from '../trim-text.ts';

/** All words of an element on one line. */
export function toCleanText(element: CleanElement): string {
  let text = '';
  const stack: CleanNode[] = [element];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') text += node;
    else
      for (let at = node.children.length - 1; at >= 0; at -= 1)
        stack.push(node.children[at] as CleanNode);
  }
  return toOneLine(text);
}
