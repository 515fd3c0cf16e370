import type { Site } from '../sites/site.ts';
import { trimText } from '../trim-text.ts';
import { selectAll } from './selector.ts';
import { toTagRole } from './tag-roles.ts';
import { type Element, isElement, isText, type ParentNode, type TreeNode, walk } from './tree.ts';

const isRead = (element: Element) => !['silent', 'dropped'].includes(toTagRole(element.tagName));

/** Where a paragraph's text counts: the container around it. Inline mark-up and the paragraph itself are none. */
function toContainer(node: ParentNode | null): Element | undefined {
  let at = node;
  while (at !== null && 'tagName' in at) {
    const role = toTagRole(at.tagName);
    if (role === 'block' && at.tagName !== 'p') return at;
    at = at.parentNode;
  }
  return undefined;
}

/** A picture counts as much as a short sentence: some articles are one poster. */
const IMAGE_WEIGHT = 20;

function toWeight(node: TreeNode): number {
  if (isText(node)) return trimText(node.value).length;
  return isElement(node) && node.tagName === 'img' ? IMAGE_WEIGHT : 0;
}

/** A parent holds the article rather than its densest part when it has this much more of its text. */
const CLIMB = 1.3;

/**
 * The element whose own paragraphs hold most of the text, or the one around it while that one holds clearly more:
 * editors such as 秀米 give every paragraph a section of its own. Text in links counts for nothing.
 */
function findDensest(
  document: ParentNode,
  isCandidate: (node: TreeNode) => boolean,
): Element | undefined {
  const own = new Map<Element, number>();
  const total = new Map<Element, number>();
  for (const node of walk(document, (element) => isRead(element) && element.tagName !== 'a')) {
    const length = isCandidate(node) ? toWeight(node) : 0;
    const container = toContainer(node.parentNode);
    if (container === undefined || length === 0) continue;
    own.set(container, (own.get(container) ?? 0) + length);
    for (let at = toContainer(node.parentNode); at; at = toContainer(at.parentNode)) {
      total.set(at, (total.get(at) ?? 0) + length);
    }
  }
  let best: Element | undefined;
  for (const [element, weight] of own) {
    if (best === undefined || weight > (own.get(best) ?? 0)) best = element;
  }
  for (let at = best && toContainer(best.parentNode); at; at = toContainer(at.parentNode)) {
    if ((total.get(at) ?? 0) >= CLIMB * (total.get(best as Element) ?? 0)) best = at;
  }
  return best;
}

function hasContent(element: Element): boolean {
  for (const node of walk(element, isRead)) {
    if (isText(node) && trimText(node.value) !== '') return true;
    if (isElement(node) && node.tagName === 'img') return true;
  }
  return false;
}

/**
 * The element that holds the article: the first of the site's selectors that finds one, else the densest.
 *
 * @param isCandidate which text and pictures may be the article's
 */
export function findBody(
  document: ParentNode,
  site: Site,
  isCandidate: (node: TreeNode) => boolean,
): Element | undefined {
  for (const selector of site.body) {
    for (const element of selectAll(document, selector)) {
      if (hasContent(element)) return element;
    }
  }
  return findDensest(document, isCandidate);
}
