import type { NodeMeasures } from '../measures.ts';
import { isNode, nameOf, pageNodes, topPage } from './top-page.ts';

/** Counts the page's nodes; a child of the page stands on level 1. */
export function countNodes(): NodeMeasures {
  const nodes = pageNodes();
  const levels = new Map<Element, number>();
  const counts = new Map<Element, number>();
  let depth = 0;
  for (const node of nodes) {
    const parent = parentNode(node);
    const level = (levels.get(parent) ?? 0) + 1;
    levels.set(node, level);
    counts.set(parent, (counts.get(parent) ?? 0) + 1);
    depth = Math.max(depth, level);
  }
  const [at, most] = [...counts].reduce(
    (one, other) => (other[1] > one[1] ? other : one),
    [topPage() as Element, 0],
  );
  return { count: nodes.length, depth, children: { most, at: isNode(at) ? nameOf(at) : 'page' } };
}

/** The nearest node above; the frame around the page where there is none. */
function parentNode(node: Element): Element {
  let above = node.parentElement;
  while (above && !isNode(above) && above !== topPage()) above = above.parentElement;
  return above ?? topPage();
}
