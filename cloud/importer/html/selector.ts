import { type Element, findAttribute, isElement, type ParentNode, walk } from './tree.ts';

/** `tag`, `#id`, `.class`, `[name=value]`, in one piece: `div.article[role=main]`. */
export interface Compound {
  tag: string | undefined;
  id: string | undefined;
  classes: string[];
  attributes: { name: string; value: string }[];
}

const PART = /([#.]?)([\w-]+)|\[([\w-]+)=([^\]]*)\]/g;

function parseCompound(text: string): Compound {
  const compound: Compound = { tag: undefined, id: undefined, classes: [], attributes: [] };
  for (const [, sign, word = '', name, value = ''] of text.matchAll(PART)) {
    if (name !== undefined) compound.attributes.push({ name, value });
    else if (sign === '#') compound.id = word;
    else if (sign === '.') compound.classes.push(word);
    else compound.tag = word.toLowerCase();
  }
  return compound;
}

function isMatch(element: Element, compound: Compound): boolean {
  const { tag, id, classes, attributes } = compound;
  if (tag !== undefined && element.tagName !== tag) return false;
  if (id !== undefined && findAttribute(element, 'id') !== id) return false;
  if (attributes.some(({ name, value }) => findAttribute(element, name) !== value)) return false;
  if (classes.length === 0) return true;
  const own = (findAttribute(element, 'class') ?? '').split(/\s+/);
  return classes.every((name) => own.includes(name));
}

/** True when the ancestors match the compounds before the last, innermost last, with gaps allowed. */
function hasAncestors(element: Element, compounds: readonly Compound[]): boolean {
  let left = compounds.length;
  let node: ParentNode | null = element.parentNode;
  while (left > 0 && node !== null) {
    if (!('tagName' in node)) return false;
    if (isMatch(node, compounds[left - 1] as Compound)) left -= 1;
    node = node.parentNode;
  }
  return left === 0;
}

/** A selector taken apart. */
export interface Selector {
  /** What an element itself must be. */
  last: Compound;
  /** What must stand around it, innermost last. */
  around: readonly Compound[];
}

const parsed = new Map<string, Selector>();

/** Takes a selector apart; the selectors of the table of sites are few, so each is kept. */
export function parseSelector(text: string): Selector {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const compounds = text.trim().split(/\s+/).map(parseCompound);
  const last = compounds.pop() as Compound;
  const selector = { last, around: compounds };
  parsed.set(text, selector);
  return selector;
}

export const selectorMatches = (element: Element, { last, around }: Selector): boolean =>
  isMatch(element, last) && hasAncestors(element, around);

/**
 * The elements below `root` that a selector of the table of sites finds, in document order. The language is small on
 * purpose: compounds of tag, id, classes and `[name=value]`, and a blank for "somewhere inside".
 */
export function* selectAll(root: ParentNode, text: string): Generator<Element> {
  const selector = parseSelector(text);
  for (const node of walk(root, () => true)) {
    if (isElement(node) && selectorMatches(node, selector)) yield node;
  }
}
