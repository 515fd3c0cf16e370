import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type TextNode = DefaultTreeAdapterTypes.TextNode;
export type ParentNode = DefaultTreeAdapterTypes.ParentNode;
export type TreeNode = DefaultTreeAdapterTypes.ChildNode;

export const { isElementNode: isElement, isTextNode: isText } = defaultTreeAdapter;

export function findAttribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** Everything below a node in document order, without recursion. `enter` decides whether to go into an element. */
export function walk(root: ParentNode, enter: (element: Element) => boolean): TreeNode[] {
  const walked: TreeNode[] = [];
  const stack: TreeNode[] = [...root.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    walked.push(node);
    if (!isElement(node) || !enter(node)) continue;
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      stack.push(node.childNodes[at] as TreeNode);
    }
  }
  return walked;
}
