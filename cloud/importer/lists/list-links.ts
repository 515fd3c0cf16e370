import {
  type Element,
  findAttribute,
  isElement,
  isText,
  type ParentNode,
  walk,
} from '../html/tree.ts';
import { MAX_LINK_LENGTH } from '../limits.ts';
import { toOneLine } from '../trim-text.ts';

/** A link of a list page that stays on the same site. */
export interface ListLink {
  /** Absolute, without a fragment. */
  address: string;
  text: string;
  /** `2024-03-05`, where one stands beside it. */
  date: string | undefined;
}

const DATE = /(20\d{2})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})(?!\d)/;

const pad = (digits: string | undefined) => (digits ?? '').padStart(2, '0');

function findDate(text: string): string | undefined {
  const [, year, month, day] = DATE.exec(text) ?? [];
  return year === undefined ? undefined : `${year}-${pad(month)}-${pad(day)}`;
}

function toText(node: ParentNode): string {
  const texts = [...walk(node, () => true)].filter(isText).map(({ value }) => value);
  return toOneLine(texts.join(' '));
}

/** A row holds one article and its date, and hardly more: a list of many is no row. */
const ROW_TEXT = 400;
const ROW_LEVELS = 4;

/** The date in the nearest element around a link that holds one, if that element is about this link alone. */
function findDateBeside(link: Element, links: ReadonlyMap<ParentNode, number>): string | undefined {
  let at: ParentNode | null = link;
  for (let up = 0; up <= ROW_LEVELS && at !== null; up += 1) {
    if ((links.get(at) ?? 1) > 2) return undefined;
    const text = toText(at);
    if (text.length > ROW_TEXT) return undefined;
    const date = findDate(text);
    if (date !== undefined) return date;
    at = 'parentNode' in at ? at.parentNode : null;
  }
  return undefined;
}

/** How many different addresses each element links to. */
function countLinks(anchors: readonly Element[]): Map<ParentNode, number> {
  const targets = new Map<ParentNode, Set<string>>();
  for (const anchor of anchors) {
    const href = findAttribute(anchor, 'href') ?? '';
    let at: ParentNode | null = anchor;
    for (let up = 0; up <= ROW_LEVELS && at !== null; up += 1) {
      targets.set(at, (targets.get(at) ?? new Set()).add(href));
      at = 'parentNode' in at ? at.parentNode : null;
    }
  }
  return new Map([...targets].map(([node, hrefs]) => [node, hrefs.size]));
}

/** Whether two addresses are of the same site, http or https. */
export const isSameSite = (one: string, other: string): boolean =>
  new URL(one).host === new URL(other).host;

/** Absolute, without fragment; undefined for what leads to another site or to no page. */
export function toSiteAddress(
  reference: string,
  base: string,
  address: string,
): string | undefined {
  const written = reference.trim();
  if (written === '' || written.startsWith('#') || !URL.canParse(written, base)) return undefined;
  const url = new URL(written, base);
  url.hash = '';
  const isUsable = /^https?:$/.test(url.protocol) && url.href.length <= MAX_LINK_LENGTH;
  return isUsable && isSameSite(url.href, address) ? url.href : undefined;
}

/** Every link of a page to its own site with the date beside it, in document order, each address once. */
export function readListLinks(document: ParentNode, base: string, address: string): ListLink[] {
  const anchors = [...walk(document, () => true)].filter(
    (node): node is Element => isElement(node) && node.tagName === 'a',
  );
  const counts = countLinks(anchors);
  const found = new Map<string, ListLink>();
  for (const anchor of anchors) {
    const target = toSiteAddress(findAttribute(anchor, 'href') ?? '', base, address);
    if (target === undefined || target === address) continue;
    const shown = toText(anchor);
    const title = toOneLine(findAttribute(anchor, 'title') ?? '');
    const text = title.length > shown.length ? title : shown;
    const known = found.get(target);
    const date = known?.date ?? findDateBeside(anchor, counts);
    const longest = known !== undefined && known.text.length > text.length ? known.text : text;
    found.set(target, { address: target, text: longest, date });
  }
  return [...found.values()];
}
