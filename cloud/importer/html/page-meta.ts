import { toOneLine } from '../trim-text.ts';
import { findAttribute, isElement, type ParentNode, walk } from './tree.ts';

/** What stands in the head of a page. */
export interface PageMeta {
  /** `<title>` on one line. */
  documentTitle: string | undefined;
  /** `<base href>` */
  baseHref: string | undefined;
  /** The first of the names (whatever their case) that has a value; CMSs write `null` for none. */
  find: (names: readonly string[]) => string | undefined;
}

/** Reads `<title>`, `<base>` and `<meta name content>` (or `property`); the first of each counts. */
export function readPageMeta(document: ParentNode): PageMeta {
  const values = new Map<string, string>();
  let documentTitle: string | undefined;
  let baseHref: string | undefined;
  for (const node of walk(document, () => true)) {
    if (!isElement(node)) continue;
    if (node.tagName === 'meta') {
      const name = (findAttribute(node, 'name') ?? findAttribute(node, 'property'))?.toLowerCase();
      const content = toOneLine(findAttribute(node, 'content') ?? '');
      if (name !== undefined && !/^(?:|null|undefined|无)$/i.test(content) && !values.has(name)) {
        values.set(name, content);
      }
    }
    if (node.tagName === 'base') baseHref ??= findAttribute(node, 'href');
    if (node.tagName === 'title' && documentTitle === undefined) {
      const [text] = node.childNodes;
      documentTitle = text !== undefined && 'value' in text ? toOneLine(text.value) : undefined;
    }
  }
  return {
    documentTitle,
    baseHref,
    find: (names) =>
      names.map((name) => values.get(name.toLowerCase())).find((value) => value !== undefined),
  };
}
