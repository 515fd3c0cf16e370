import { toOneLine } from '../trim-text.ts';
import type { ElementIndex } from './element-index.ts';
import { findAttribute } from './tree.ts';

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
export function readPageMeta(index: ElementIndex): PageMeta {
  const values = new Map<string, string>();
  for (const meta of index.withTag('meta')) {
    const name = (findAttribute(meta, 'name') ?? findAttribute(meta, 'property'))?.toLowerCase();
    const content = toOneLine(findAttribute(meta, 'content') ?? '');
    if (name !== undefined && !/^(?:|null|undefined|无)$/i.test(content) && !values.has(name)) {
      values.set(name, content);
    }
  }
  const titles = index.withTag('title').flatMap(({ childNodes: [text] }) => text ?? []);
  const title = titles.find((text) => 'value' in text);
  const bases = index.withTag('base').map((base) => findAttribute(base, 'href'));
  return {
    documentTitle: title && toOneLine(title.value),
    baseHref: bases.find((href) => href !== undefined),
    find: (names) =>
      names.map((name) => values.get(name.toLowerCase())).find((value) => value !== undefined),
  };
}
