import { type LabelledValues, readAttachmentsLabel, readLabels } from '../labels/read-labels.ts';
import type { Site } from '../sites/site.ts';
import { findSite } from '../sites/site-table.ts';
import { toOneLine } from '../trim-text.ts';
import { findBody } from './find-body.ts';
import { type PageMeta, readPageMeta } from './page-meta.ts';
import { selectAll } from './selector.ts';
import { type TextLine, toTextLines } from './text-lines.ts';
import { type Element, isText, type ParentNode, type TreeNode, walk } from './tree.ts';

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
  /** The nodes that follow 相关附件, in document order. */
  attached: TreeNode[];
}

interface Title {
  text: string;
  nodes: ReadonlySet<TreeNode>;
}

function findTitle(
  document: ParentNode,
  site: Site,
  documentTitle: string | undefined,
): Title | undefined {
  const found: Title[] = [];
  for (const selector of site.title) {
    for (const element of selectAll(document, selector)) {
      const nodes = [...walk(element, () => true)].filter(isText);
      const text = toOneLine(nodes.map((node) => node.value).join(''));
      if (text === '' || text === site.name) continue;
      // The document's own title tells the article's from that of a banner or a side column.
      if (documentTitle?.startsWith(text)) return { text, nodes: new Set(nodes) };
      found.push({ text, nodes: new Set(nodes) });
    }
  }
  return found[0];
}

const SEPARATORS = /^[\s\-_—–|｜·]+/u;

/** `文章标题-江门市妇女网`: what is left of the document's title without the article's. */
function toSiteName(
  documentTitle: string | undefined,
  title: string | undefined,
): string | undefined {
  if (documentTitle === undefined || title === undefined) return undefined;
  if (!documentTitle.startsWith(title)) return undefined;
  const rest = documentTitle.slice(title.length);
  return SEPARATORS.test(rest) ? rest.replace(SEPARATORS, '') || undefined : undefined;
}

interface Labelled {
  values: LabelledValues;
  lines: TextLine[];
}

/** The labelled lines below the title: the first group of them, so that a body which quotes a label keeps it. */
function findLabelled(lines: readonly TextLine[], from: number, site: Site): Labelled {
  const found: Labelled = { values: {}, lines: [] };
  for (const line of lines.slice(from)) {
    const values = readLabels(line.text, site.labels);
    if (values !== undefined) {
      found.values = { ...values, ...found.values };
      found.lines.push(line);
    } else if (found.values.publishedAt !== undefined) {
      break;
    }
  }
  return found;
}

function findAttached(document: ParentNode, lines: readonly TextLine[], site: Site): TreeNode[] {
  const label = lines.findLast(
    (line) => readAttachmentsLabel(line.text, site.labels) !== undefined,
  );
  const first = label?.nodes[0];
  if (first === undefined) return [];
  const nodes = [...walk(document, () => true)];
  return nodes.slice(nodes.indexOf(first));
}

/** The nodes after `first` and before `last`, in document order; from the begin, to the end, where one is missing. */
function listBetween(
  document: ParentNode,
  first: TreeNode | undefined,
  last: TreeNode | undefined,
): Set<TreeNode> {
  const nodes = [...walk(document, () => true)];
  const from = first === undefined ? 0 : nodes.indexOf(first) + 1;
  const to = last === undefined ? nodes.length : nodes.indexOf(last);
  return new Set(nodes.slice(from, to));
}

function toName(meta: PageMeta, site: Site, title: string | undefined): string | undefined {
  return site.name ?? toSiteName(meta.documentTitle, title) ?? meta.find(site.meta.siteName);
}

/** Finds the parts of a page by the rules of its site. Nothing is changed. */
export function selectPage(document: ParentNode, address: string | undefined): PageParts {
  const meta = readPageMeta(document);
  const hint = findTitle(document, findSite(address, undefined), meta.documentTitle)?.text;
  const named = toSiteName(meta.documentTitle, hint) ?? meta.find(['SiteName']);
  const site = findSite(address, named);
  const title = findTitle(document, site, meta.documentTitle);
  const lines = toTextLines(document);
  const titleAt = lines.findIndex((line) => line.nodes.some((node) => title?.nodes.has(node)));
  const labelled = findLabelled(lines, titleAt + 1, site);
  const attached = findAttached(document, lines, site);
  const cut = new Set<TreeNode>([
    ...(title?.nodes ?? []),
    ...labelled.lines.flatMap((line) => line.nodes),
    ...attached,
    ...site.cut.flatMap((selector) => [...selectAll(document, selector)]),
  ]);
  const head = labelled.lines.at(-1)?.nodes.at(-1) ?? [...(title?.nodes ?? [])].at(-1);
  const between = listBetween(document, head, attached[0]);
  return {
    site,
    siteName: toName(meta, site, title?.text),
    title: title?.text ?? meta.find(site.meta.title) ?? meta.documentTitle,
    source: labelled.values.source ?? meta.find(site.meta.source),
    date: labelled.values.publishedAt ?? meta.find(site.meta.publishedAt),
    baseHref: meta.baseHref,
    body: findBody(document, site, (node) => between.has(node) && !cut.has(node)),
    cut,
    attached,
  };
}
