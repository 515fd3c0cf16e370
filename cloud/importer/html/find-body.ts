import type { Site } from '../sites/site.ts';
import { trimText } from '../trim-text.ts';
import type { ElementIndex } from './element-index.ts';
import { toTagRole } from './tag-roles.ts';
import {
  type Element,
  findAttribute,
  isElement,
  isText,
  type ParentNode,
  type TreeNode,
  walk,
} from './tree.ts';

const isRead = (element: Element) => !['silent', 'dropped'].includes(toTagRole(element.tagName));

/** Where a paragraph's text counts: the container around it. Inline mark-up and the paragraph itself are none. */
function toContainer(node: ParentNode | null): Element | undefined {
  let at = node;
  while (at !== null && 'tagName' in at) {
    const role = toTagRole(at.tagName);
    if ((role === 'block' && at.tagName !== 'p') || role === 'cell') return at;
    at = at.parentNode;
  }
  return undefined;
}

/** A picture counts as much as a short sentence: some articles are one poster. */
const IMAGE_WEIGHT = 20;
/** Words without any punctuation are rather a menu or a list of titles. */
const BARE_WEIGHT = 0.5;

function toWeight(node: TreeNode): number {
  if (isText(node)) {
    const { length } = trimText(node.value);
    return /[，。；！？、：]/u.test(node.value) ? length : length * BARE_WEIGHT;
  }
  return isElement(node) && node.tagName === 'img' ? IMAGE_WEIGHT : 0;
}

const AROUND =
  /(?:^|[-_\s])(?:foot|footer|ft|nav|menu|crumbs?|breadcrumb|side|sidebar|aside|copyright|related|recommend|share|comments?|hot|rank|toolbar)(?:[-_\s\d]|$)/i;
const ARTICLE =
  /(?:^|[-_\s])(?:article|content|con|text|txt|detail|zoom|body|entry|main|news|editor|neirong|nr)(?:[-_\s\d]|$)|content|article|zoom|editor/i;

const toMarks = (element: Element) =>
  `${findAttribute(element, 'class') ?? ''} ${findAttribute(element, 'id') ?? ''}`;

/** What the class and id of an element say for it being the body. */
const toFactor = (element: Element) => (ARTICLE.test(toMarks(element)) ? 1.2 : 1);

/** How much less text in and around footers, menus and side columns counts. */
const AROUND_WEIGHT = 0.2;

/** Tells what stands in such a part of the page; each container is looked at once. */
function toPlaceWeight(): (container: Element) => number {
  const known = new Map<Element, number>();
  const weigh = (container: Element): number => {
    const chain: Element[] = [];
    let at: Element | undefined = container;
    while (at !== undefined && !known.has(at)) {
      chain.push(at);
      at = toContainer(at.parentNode);
    }
    let weight = at === undefined ? 1 : (known.get(at) as number);
    for (const element of chain.reverse()) {
      const isAround =
        AROUND.test(toMarks(element)) || /^(?:nav|footer|aside)$/.test(element.tagName);
      if (isAround) weight = AROUND_WEIGHT;
      known.set(element, weight);
    }
    return weight;
  };
  return weigh;
}

/** A parent holds the article rather than its densest part when it has this much more of its text. */
const CLIMB = 1.2;

interface Weights {
  own: Map<Element, number>;
  total: Map<Element, number>;
}

/** The weight of every container: of its own paragraphs, and of everything in it. Text in links counts for nothing. */
function weigh(document: ParentNode, isCandidate: (node: TreeNode) => boolean): Weights {
  const own = new Map<Element, number>();
  const total = new Map<Element, number>();
  const placeWeight = toPlaceWeight();
  for (const node of walk(document, (element) => isRead(element) && element.tagName !== 'a')) {
    const written = isCandidate(node) ? toWeight(node) : 0;
    const container = written === 0 ? undefined : toContainer(node.parentNode);
    if (container === undefined) continue;
    const length = written * placeWeight(container);
    own.set(container, (own.get(container) ?? 0) + length);
  }
  for (const [container, length] of own) {
    for (let at: Element | undefined = container; at; at = toContainer(at.parentNode)) {
      total.set(at, (total.get(at) ?? 0) + length);
    }
  }
  return { own, total };
}

/**
 * The element whose own paragraphs hold most of the text, or the one around it while that one holds clearly more:
 * editors such as 秀米 give every paragraph a section of its own.
 */
function findDensest({ own, total }: Weights): Element | undefined {
  let best: Element | undefined;
  let most = 0;
  for (const [element, weight] of own) {
    const score = weight * toFactor(element);
    if (score > most) [best, most] = [element, score];
  }
  for (let at = best && toContainer(best.parentNode); at; at = toContainer(at.parentNode)) {
    if ((total.get(at) ?? 0) >= CLIMB * (total.get(best as Element) ?? 0)) best = at;
  }
  return best;
}

/** What a selector finds must hold at least this share of what the densest element holds. */
const LEAST_SHARE = 0.3;

export interface Body {
  element: Element;
  /** `selector …` or `scored`. */
  at: string;
}

function hasContent(element: Element): boolean {
  for (const node of walk(element, isRead)) {
    if (isText(node) && trimText(node.value) !== '') return true;
    if (isElement(node) && node.tagName === 'img') return true;
  }
  return false;
}

/**
 * The element that holds the article: the first of the site's selectors that finds one with a fair share of the
 * page's text, else the densest.
 *
 * @param isCandidate which text and pictures may be the article's
 */
export function findBody(
  index: ElementIndex,
  document: ParentNode,
  site: Site,
  isCandidate: (node: TreeNode) => boolean,
): Body | undefined {
  const weights = weigh(document, isCandidate);
  const densest = findDensest(weights);
  const least = densest === undefined ? 0 : LEAST_SHARE * (weights.total.get(densest) ?? 0);
  for (const selector of site.body) {
    let best: Element | undefined;
    for (const element of index.select(selector)) {
      const weight = weights.total.get(element) ?? 0;
      if (weight < least || !hasContent(element)) continue;
      if (best === undefined || weight > (weights.total.get(best) ?? 0)) best = element;
    }
    if (best !== undefined) return { element: best, at: `selector ${selector}` };
  }
  return densest && { element: densest, at: 'scored' };
}
