import type { Site } from '../sites/site.ts';
import { toOneLine } from '../trim-text.ts';
import type { ElementIndex } from './element-index.ts';
import type { Finding } from './find-labelled.ts';
import { toFurniture } from './furniture.ts';
import type { PageMeta } from './page-meta.ts';
import { isName, toParts } from './site-name.ts';
import { toTagRole } from './tag-roles.ts';
import type { TextLine } from './text-lines.ts';
import {
  type Element,
  findAttribute,
  isElement,
  isText,
  type ParentNode,
  type TextNode,
  type TreeNode,
  walk,
} from './tree.ts';

/** A title and the text nodes that hold it (none where only the head of the page has it). */
export interface Title extends Finding {
  nodes: TextNode[];
}

interface Candidate extends Title {
  score: number;
}

const MIN_TITLE = 4;
const MAX_TITLE = 90;

/** The same letters, whatever blanks stand between them. */
const toLetters = (text: string) => text.replace(/[\s\u3000\u00a0\u200b-\u200d]+/gu, '');

/** How a document's title holds a text: as one of several parts, wholly, or not at all. */
function toMatch(documentTitle: string | undefined, text: string): 'part' | 'whole' | 'none' {
  if (documentTitle === undefined) return 'none';
  // Hardly any line of a page begins or ends as its title does.
  if (text[0] !== documentTitle[0] && text.at(-1) !== documentTitle.at(-1)) return 'none';
  const [whole, part] = [toLetters(documentTitle), toLetters(text)];
  if (part.length < MIN_TITLE) return 'none';
  if (whole === part) return 'whole';
  const rest = whole.startsWith(part)
    ? whole.slice(part.length)
    : whole.endsWith(part)
      ? whole.slice(0, -part.length)
      : '';
  if (rest === '') return 'none';
  return /^[-_—–|｜·>»]/u.test(rest) ||
    /[-_—–|｜·>»]$/u.test(rest) ||
    toParts(documentTitle).length > 1
    ? 'part'
    : 'none';
}

const ELSEWHERE =
  /(?:^|[-_\s])(?:nav|menu|foot|footer|side|sidebar|crumb|crumbs|related|hot|rank|list)(?:[-_\s]|$)/i;

function* around(node: Element | TextNode): Generator<Element> {
  for (let at = node.parentNode; at !== null && 'tagName' in at; at = at.parentNode) yield at;
}

function isElsewhere(node: TextNode): boolean {
  for (const element of around(node)) {
    if (['a', 'nav', 'footer', 'aside'].includes(element.tagName)) return true;
    const marks = `${findAttribute(element, 'class') ?? ''} ${findAttribute(element, 'id') ?? ''}`;
    if (ELSEWHERE.test(marks)) return true;
  }
  return false;
}

/** What is known of the page when its title is looked for. */
export interface TitleHints {
  index: ElementIndex;
  site: Site;
  meta: PageMeta;
  lines: readonly TextLine[];
  /** Index of the line of a text node. */
  lineOf: ReadonlyMap<TreeNode, number>;
  /** Index of the first line of labels. */
  labelsAt: number | undefined;
  /** What the page calls its site, in all the ways it does. */
  siteNames: ReadonlySet<string>;
}

function toScore(title: Title, rank: number, hints: TitleHints): number {
  const { meta, site, labelsAt } = hints;
  const first = title.nodes[0];
  let score = 3 - 0.1 * rank;
  const last = title.nodes.findLast((node) => hints.lineOf.has(node));
  const lineAt = last === undefined ? -1 : (hints.lineOf.get(last) ?? -1);
  const distance = labelsAt === undefined || lineAt === -1 ? undefined : labelsAt - lineAt;
  const match = toMatch(meta.documentTitle, title.text);
  if (match === 'part') score += 6;
  // A document's title that is all the same may be the site's name, shown in the banner too.
  if (match === 'whole') score += distance === undefined || distance <= 3 ? 6 : 2;
  const named = meta.find(site.meta.title);
  if (named !== undefined && toLetters(named) === toLetters(title.text)) score += 4;
  if (title.text.length < MIN_TITLE) score -= 2;
  if (title.text.length > MAX_TITLE) score -= 4;
  if (first !== undefined && isElsewhere(first)) score -= 5;
  if (distance !== undefined) {
    if (distance < 0) score -= 3;
    else if (distance <= 3) score += 5 - distance;
  }
  if (isName(title.text) && match !== 'none') score -= 10;
  if (/[:：]$/u.test(title.text) || toFurniture(title.text) !== 'none') score -= 6;
  return score;
}

/** The title of which a line is part: `关于开展<br>某某活动的通知` is one element of several lines. */
function toWhole(line: TextLine, { lineOf, labelsAt }: TitleHints): Title | undefined {
  let at: ParentNode | null | undefined = line.nodes[0]?.parentNode;
  while (at && 'tagName' in at && toTagRole(at.tagName) === 'inline') at = at.parentNode;
  if (!at || !('tagName' in at)) return undefined;
  const within = walk(at, () => true);
  const isOneLine = (node: TreeNode) =>
    !isElement(node) || /^(?:inline|break)$/.test(toTagRole(node.tagName));
  if (!within.every(isOneLine)) return undefined;
  const nodes = within.filter(isText).filter((node) => lineOf.has(node));
  const text = toOneLine(nodes.map((node) => node.value).join(''));
  const places = nodes.map((node) => lineOf.get(node) as number);
  const isTitle =
    text.length <= MAX_TITLE && new Set(places).size > 1 && Math.max(...places) < (labelsAt ?? 0);
  return isTitle ? { text, at: 'lines above the labels', nodes } : undefined;
}

function* listCandidates(hints: TitleHints): Generator<{ title: Title; rank: number }> {
  const { index, site, lines, labelsAt } = hints;
  for (const [rank, selector] of site.title.entries()) {
    for (const element of index.select(selector)) {
      const nodes = walk(element, ({ tagName }) => !/^(?:script|style)$/.test(tagName)).filter(
        isText,
      );
      const text = toOneLine(nodes.map((node) => node.value).join(''));
      yield { title: { text, at: `selector ${selector}`, nodes }, rank };
    }
  }
  const { documentTitle } = hints.meta;
  for (const line of lines) {
    if (toMatch(documentTitle, line.text) !== 'none')
      yield {
        title: { text: toOneLine(line.text), at: 'line of the <title>', nodes: line.nodes },
        rank: 8,
      };
  }
  const above = labelsAt === undefined ? [] : lines.slice(Math.max(labelsAt - 3, 0), labelsAt);
  for (const line of above) {
    const whole = toWhole(line, hints);
    if (whole !== undefined) yield { title: whole, rank: 19 };
    yield {
      title: { text: toOneLine(line.text), at: 'line above the labels', nodes: line.nodes },
      rank: 20,
    };
  }
}

/** A title of the head of the page, where the page itself shows none. */
function fromHead({ meta, site, siteNames }: TitleHints): Title | undefined {
  const named = meta.find(site.meta.title);
  if (named !== undefined && !siteNames.has(named))
    return { text: named, at: 'meta title', nodes: [] };
  const { documentTitle } = meta;
  if (documentTitle === undefined || documentTitle === '') return undefined;
  return { text: documentTitle, at: '<title>', nodes: [] };
}

/**
 * The title: what selectors of the site find, what the document's own title begins with, and what stands above the
 * labels are weighed against each other, since banners and side columns have headings too.
 */
export function findTitle(hints: TitleHints): Title | undefined {
  let best: Candidate | undefined;
  for (const { title, rank } of listCandidates(hints)) {
    if (title.text === '' || hints.siteNames.has(title.text)) continue;
    const score = toScore(title, rank, hints);
    if (best === undefined || score > best.score) best = { ...title, score };
  }
  return best !== undefined && best.score > 0 ? best : fromHead(hints);
}
