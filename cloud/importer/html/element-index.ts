import { parseSelector, type Selector, selectorMatches } from './selector.ts';
import {
  type Element,
  findAttribute,
  isElement,
  type ParentNode,
  type TreeNode,
  walk,
} from './tree.ts';

/** A document walked once: its elements by what selectors ask for, and the place of every node. */
export class ElementIndex {
  private readonly byTag = new Map<string, Element[]>();
  private readonly byId = new Map<string, Element[]>();
  private readonly byClass = new Map<string, Element[]>();
  private readonly places = new Map<TreeNode, number>();
  /** Every node in document order. */
  readonly nodes: readonly TreeNode[];

  constructor(document: ParentNode) {
    this.nodes = walk(document, () => true);
    for (const [place, node] of this.nodes.entries()) {
      this.places.set(node, place);
      if (!isElement(node)) continue;
      add(this.byTag, node.tagName, node);
      const id = findAttribute(node, 'id');
      if (id !== undefined) add(this.byId, id, node);
      const classes = findAttribute(node, 'class');
      if (classes === undefined) continue;
      for (const name of new Set(classes.split(/\s+/))) {
        if (name !== '') add(this.byClass, name, node);
      }
    }
  }

  /** Place of a node in document order. */
  placeOf(node: TreeNode): number {
    return this.places.get(node) ?? -1;
  }

  /** Place of the last node below a node; its own where nothing is. */
  endOf(node: TreeNode): number {
    let last = node;
    while ('childNodes' in last && last.childNodes.length > 0)
      last = last.childNodes[last.childNodes.length - 1] as TreeNode;
    return this.placeOf(last);
  }

  /** Tells what stands below an element, at any depth. */
  isWithin(element: Element): (node: TreeNode) => boolean {
    const [first, last] = [this.placeOf(element) + 1, this.endOf(element)];
    return (node) => {
      const place = this.placeOf(node);
      return place >= first && place <= last;
    };
  }

  /** Everything below an element in document order. */
  within(element: Element): TreeNode[] {
    return this.nodes.slice(this.placeOf(element) + 1, this.endOf(element) + 1);
  }

  /** The elements of a tag in document order. */
  withTag(tag: string): readonly Element[] {
    return this.byTag.get(tag) ?? [];
  }

  /** The elements that a selector of the table of sites finds, in document order. */
  select(text: string): Element[] {
    const selector = parseSelector(text);
    return this.listFor(selector).filter((element) => selectorMatches(element, selector));
  }

  has(text: string): boolean {
    const selector = parseSelector(text);
    return this.listFor(selector).some((element) => selectorMatches(element, selector));
  }

  private listFor({ last }: Selector): readonly Element[] {
    if (last.id !== undefined) return this.byId.get(last.id) ?? [];
    const [name] = last.classes;
    if (name !== undefined) return this.byClass.get(name) ?? [];
    if (last.tag !== undefined) return this.byTag.get(last.tag) ?? [];
    return this.nodes.filter(isElement);
  }
}

function add(lists: Map<string, Element[]>, key: string, element: Element): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [element]);
  else list.push(element);
}
