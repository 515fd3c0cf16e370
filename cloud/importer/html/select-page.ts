import type { FileLink, FoundAt } from '../page.ts';
import type { Site } from '../sites/site.ts';
import { findSite } from '../sites/site-table.ts';
import { readAttachedLinks, type Zone } from './attached-links.ts';
import { ElementIndex } from './element-index.ts';
import { findBody } from './find-body.ts';
import { findHeading } from './find-heading.ts';
import { findMorePages } from './find-more-pages.ts';
import { type Furniture, isContact, isFooter, isStaff } from './furniture.ts';
import { readPageMeta } from './page-meta.ts';
import { toLastPart } from './site-name.ts';
import { kindOf, type TextLine, toTextLines } from './text-lines.ts';
import { type Element, findAttribute, type ParentNode, type TreeNode } from './tree.ts';

/** The parts of a page. */
export interface PageParts {
  site: Site;
  siteName: string | undefined;
  title: string | undefined;
  source: string | undefined;
  date: string | undefined;
  baseHref: string | undefined;
  body: Element | undefined;
  /** Nodes of the body that are shown elsewhere or are no part of the article. */
  cut: Set<TreeNode>;
  files: FileLink[];
  morePages: string[];
  found: FoundAt;
}

/** Hosts and addresses around the line that only a footer has, without text between: an announcement ends with such lines too. */
function markContacts(lines: readonly TextLine[], kinds: Furniture[], foot: number): void {
  const isOfFooter = (at: number) =>
    kinds[at] !== 'none' || isContact((lines[at] as TextLine).text);
  for (let at = foot + 1; at < lines.length && isOfFooter(at); at += 1) kinds[at] = 'edge';
  for (let at = foot - 1; at >= 0 && isOfFooter(at); at -= 1)
    if (kinds[at] === 'none') kinds[at] = 'edge';
}

/** Lines and pictures of the body that belong to the template: anywhere, or above and below all its text. */
function findFurniture(index: ElementIndex, body: Element, lines: readonly TextLine[]): TreeNode[] {
  const kinds = lines.map(kindOf);
  const foot = lines.findLastIndex((line, at) => kinds[at] !== 'none' && isFooter(line.text));
  if (foot !== -1) markContacts(lines, kinds, foot);
  const isText = (at: number) => kinds[at] === 'none';
  const first = kinds.findIndex((_, at) => isText(at));
  const last = kinds.findLastIndex((_, at) => isText(at));
  const cut: TreeNode[] = [];
  lines.forEach((line, at) => {
    if (kinds[at] === 'always' || (kinds[at] === 'edge' && (at < first || at > last)))
      cut.push(...line.nodes, ...line.images);
  });
  // Below the last text: a QR code under 扫一扫 has no words of its own, a photo below 编辑 is the article's.
  const tail = lines.slice(last + 1).find((line) => !isStaff(line.text));
  const from = tail?.nodes[0];
  if (last !== -1 && from !== undefined) {
    const place = index.placeOf(from);
    for (const node of index.within(body)) if (index.placeOf(node) >= place) cut.push(node);
  }
  return cut;
}

/** The words of the lines that lead to further pages: `[1] [2] 下一页`. */
function listPageNumbers(
  index: ElementIndex,
  lines: readonly TextLine[],
  links: readonly Element[],
): TreeNode[] {
  if (links.length === 0) return [];
  const within = new Set<TreeNode>(links.flatMap((link) => index.within(link)));
  return lines
    .filter((line) => line.nodes.some((node) => within.has(node)) && kindOf(line) !== 'none')
    .flatMap((line) => line.nodes);
}

/** Finds the parts of a page by the rules of its site. Nothing is changed. */
export function selectPage(
  document: ParentNode,
  address: string | undefined,
  fileName: string,
): PageParts {
  const index = new ElementIndex(document);
  const meta = readPageMeta(index);
  const site = findSite({
    address,
    siteName: toLastPart(meta.documentTitle) ?? meta.find(['SiteName']),
    has: (selector) => index.has(selector),
  });
  const lines = toTextLines(document);
  const heading = findHeading({ index, meta, site, lines, address });
  const more = findMorePages(index, address ?? `https://localhost/${encodeURIComponent(fileName)}`);
  const cut = new Set<TreeNode>([
    ...(heading.title?.nodes ?? []),
    ...heading.lines.flatMap((line) => line.nodes),
    ...site.cut.flatMap((selector) => index.select(selector)),
    ...more.links,
    ...listPageNumbers(index, lines, more.links),
  ]);
  const isFurniture = new Set(
    lines.filter((line) => kindOf(line) !== 'none').flatMap(({ nodes }) => nodes as TreeNode[]),
  );
  const { above } = heading;
  const isBelow = (node: TreeNode) => index.placeOf(node) > above;
  const body = findBody(
    index,
    document,
    site,
    (node) => isBelow(node) && !cut.has(node) && !isFurniture.has(node),
  );
  const isInBody = body === undefined ? () => false : index.isWithin(body.element);
  // An element that begins above and ends below is no part of what stands above.
  for (const node of body === undefined ? [] : index.within(body.element)) {
    if (isBelow(node)) break;
    if (index.endOf(node) <= above) cut.add(node);
  }
  const attached = readAttachedLinks(
    lines,
    site.labels,
    toZones(lines, isInBody, (node) => !isBelow(node)),
  );
  for (const node of attached.nodes) cut.add(node);
  if (body !== undefined) {
    const own = lines.filter((line) => line.nodes.some((node) => isInBody(node) && !cut.has(node)));
    for (const node of findFurniture(index, body.element, own)) cut.add(node);
  }
  return {
    site,
    siteName: heading.siteName,
    title: heading.title?.text,
    source: heading.source?.text,
    date: heading.date?.text,
    baseHref: meta.baseHref,
    body: body?.element,
    cut,
    files: attached.files,
    morePages: more.references,
    found: {
      title: heading.title?.at ?? 'none',
      source: heading.source?.at ?? 'none',
      date: heading.date?.at ?? 'none',
      body: body?.at ?? 'none',
    },
  };
}

/** Where each line stands. */
function toZones(
  lines: readonly TextLine[],
  isInBody: (node: TreeNode) => boolean,
  isAbove: (node: TreeNode) => boolean,
): Zone[] {
  const last = lines.findLastIndex((line) => line.nodes.some(isInBody));
  let open = true;
  return lines.map((line, at) => {
    const [first] = line.nodes;
    if (first === undefined || isAbove(first)) return 'no';
    if (line.nodes.some(isInBody)) return 'body';
    if (at < last || !open) return 'no';
    open = !isEnd(line);
    return open ? 'below' : 'no';
  });
}

/** Below this line nothing belongs to the article any more. */
function isEnd(line: TextLine): boolean {
  if (/^[\s（(【[]*(?:上|下)一?(?:篇|条|则)/u.test(line.text)) return true;
  for (const node of line.nodes) {
    for (let at = node.parentNode; at !== null && 'tagName' in at; at = at.parentNode) {
      const marks = `${findAttribute(at, 'class') ?? ''} ${findAttribute(at, 'id') ?? ''}`;
      if (
        at.tagName === 'footer' ||
        /(?:^|[-_\s])(?:foot|footer|copyright|side|sidebar|related)/i.test(marks)
      )
        return true;
    }
  }
  return /版权所有|ICP备|网站标识码/u.test(line.text);
}
