import type { PartElement } from './part.ts';

const parts = new WeakMap<Element, PartElement>();

/** Remembers which part an element of the document is. */
export function setPartAt(dom: Element, part: PartElement): void {
  parts.set(dom, part);
}

/** The part that an element is, if it is one. */
export function partAt(dom: Element): PartElement | undefined {
  return parts.get(dom);
}

/** The nearest part of one of these names that holds an element, or is it. */
export function partNear(dom: Element, ...names: string[]): PartElement | undefined {
  const found = dom.closest(names.map((name) => `wx-${name}`).join());
  return found ? parts.get(found) : undefined;
}

/** All parts of these names below an element, in the document's order. */
export function partsWithin(dom: Element, ...names: string[]): PartElement[] {
  const found = dom.querySelectorAll(names.map((name) => `wx-${name}`).join());
  return [...found].flatMap((one) => parts.get(one) ?? []);
}
