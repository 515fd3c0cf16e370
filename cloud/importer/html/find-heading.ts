import type { Site } from '../sites/site.ts';
import type { ElementIndex } from './element-index.ts';
import {
  type Finding,
  findBareDate,
  findLabelled,
  findLastLabelled,
  isBodyText,
  type Labelled,
} from './find-labelled.ts';
import { findTitle, type Title } from './find-title.ts';
import {
  acceptDate,
  acceptText,
  findBySelectors,
  findInMeta,
  findInScripts,
} from './find-values.ts';
import { LabelReader } from './label-reader.ts';
import type { PageMeta } from './page-meta.ts';
import { findSiteName } from './site-name.ts';
import { kindOf, type TextLine } from './text-lines.ts';
import { findAttribute, type TreeNode } from './tree.ts';

/** What stands above the body of a page. */
export interface PageHeading {
  siteName: string | undefined;
  title: Title | undefined;
  source: Finding | undefined;
  date: Finding | undefined;
  /** The lines that said it. */
  lines: TextLine[];
  /** The place of the last node of the heading: the body begins behind it. */
  above: number;
}

interface Parts {
  index: ElementIndex;
  meta: PageMeta;
  site: Site;
  lines: readonly TextLine[];
  address: string | undefined;
}

interface Page extends Parts {
  reader: LabelReader;
}

const toLetters = (text: string) => text.replace(/[\s\u3000]+/gu, '');

/** False where the standard meta names are those of another page: of a template, or of the site's first page. */
function isMetaOurs({ meta, site, address }: Page, title: string | undefined): boolean {
  const url = meta.find(['Url']);
  if (url !== undefined && address !== undefined && URL.canParse(url, address)) {
    const said = new URL(url, address);
    if (said.hostname !== new URL(address).hostname) return false;
  }
  const named = meta.find(site.meta.title);
  if (named === undefined || title === undefined) return true;
  const [a, b] = [toLetters(named), toLetters(title)];
  return a.includes(b) || b.includes(a);
}

function toSiteNames({ meta, site }: Page): ReadonlySet<string> {
  const names = [site.name, site.organisation, meta.find(['SiteName'])];
  return new Set(names.filter((name) => name !== undefined));
}

/** A line that says the source alone, below the body: `（来源：某某日报）`. */
function findSourceBelow({ lines, reader }: Page, from: number): Labelled {
  const found = findLastLabelled(reader, from, lines.length, 'label below');
  const isAlone = found.lines.every((line) => line.text.length <= 40);
  return isAlone ? { ...found, date: undefined } : { ...found, source: undefined, lines: [] };
}

/** The labels: below the title, else above it (tables of 索引号 and the like), else below the body. */
function findLabels(page: Page, titleAt: number): Labelled {
  const { lines, reader, site } = page;
  const below = findLabelled(reader, titleAt + 1);
  const bare = below.date ?? findBareDate(lines, titleAt + 1, site.labels);
  const near: Labelled =
    bare === undefined || !('lines' in bare)
      ? below
      : { ...bare, source: below.source ?? bare.source, lines: [...below.lines, ...bare.lines] };
  if (near.date !== undefined) return near;
  const above = findLastLabelled(reader, 0, Math.max(titleAt, 0), 'label above');
  // What stands below the title then is the body, which may say 来源 itself.
  if (above.date !== undefined && above.source !== undefined) return { ...above, lines: [] };
  if (above.date !== undefined)
    return { source: near.source ?? above.source, date: above.date, lines: near.lines };
  const under = findLastLabelled(reader, titleAt + 1, lines.length, 'label below');
  return { ...under, source: near.source ?? under.source };
}

/** True where the one main heading of a page stands above text that stands above a line: what it says ends the article. */
function isBelowText({ index, lines }: Page, at: number): boolean {
  const [heading, ...others] = index.select('h1');
  if (heading === undefined || others.length > 0) return false;
  const isIn = index.isWithin(heading);
  const headingAt = lines.findLastIndex((line) => line.nodes.some(isIn));
  return headingAt !== -1 && lines.slice(headingAt + 1, at).some(({ text }) => isBodyText(text));
}

function findLabelsAt(page: Page): number | undefined {
  const { lines, reader } = page;
  const dated = lines.findIndex((_, at) => reader.read(at)?.date !== undefined);
  if (dated === -1 || isBelowText(page, dated)) return undefined;
  // The source may stand above the date, its value on a line of its own.
  const countAt = (at: number) => (at < 0 ? 0 : (reader.read(at)?.count ?? 0));
  let first = dated;
  while (countAt(first - 1) > 0 || countAt(first - 2) === 2)
    first -= countAt(first - 1) > 0 ? 1 : 2;
  return first;
}

const MAX_WITH_SUBTITLE = 120;

const DASH = /^[—―─]{1,2}[^—―─]/u;

/** A heading of its own, or what its class calls a subtitle, between title and labels. */
function isSubtitle(line: TextLine): boolean {
  return line.nodes.every(({ parentNode }) => {
    for (let at = parentNode; at !== null && 'tagName' in at; at = at.parentNode) {
      const marks = `${findAttribute(at, 'class') ?? ''} ${findAttribute(at, 'id') ?? ''}`;
      if (/^h[1-4]$/.test(at.tagName) || /sub-?(?:title|head)|futitle|fubiaoti/i.test(marks))
        return true;
    }
    return false;
  });
}

/**
 * `——让法治之光照亮她的生活` below a title, or a second heading above the labels, is its second half: it is no part of the
 * body and would be lost.
 */
function withSubtitle(title: Title | undefined, at: number, reader: LabelReader) {
  const next = reader.lines[at + 1];
  if (title === undefined || next === undefined) return title;
  const isDashed = DASH.test(next.text);
  const isAboveLabels = reader.read(at + 1) === undefined && reader.read(at + 2) !== undefined;
  if (!isDashed && !(isAboveLabels && kindOf(next) === 'none' && isSubtitle(next))) return title;
  const gap = isDashed || /[—―─：:]$/u.test(title.text) ? '' : ' ';
  const text = `${title.text}${gap}${next.text}`;
  return text.length > MAX_WITH_SUBTITLE
    ? title
    : { ...title, text, nodes: [...title.nodes, ...next.nodes] };
}

/** Title, source and date: what the page shows first, what its head says only where that is this page's. */
export function findHeading(parts: Parts): PageHeading {
  const page: Page = { ...parts, reader: new LabelReader(parts.lines, parts.site.labels) };
  const { index, meta, site, lines } = page;
  const lineOf = new Map<TreeNode, number>();
  for (const [at, line] of lines.entries()) for (const node of line.nodes) lineOf.set(node, at);
  const found = findTitle({
    index,
    site,
    meta,
    lines,
    lineOf,
    labelsAt: findLabelsAt(page),
    siteNames: toSiteNames(page),
  });
  const foundAt = Math.max(-1, ...(found?.nodes ?? []).map((node) => lineOf.get(node) ?? -1));
  const title = foundAt === -1 ? found : withSubtitle(found, foundAt, page.reader);
  const titleAt = title === found ? foundAt : foundAt + 1;
  const labels = findLabels(page, titleAt);
  const ours = isMetaOurs(page, title?.nodes.length === 0 ? undefined : title?.text);
  const fromMeta = (names: readonly string[], accept: typeof acceptText) =>
    ours ? findInMeta(meta, names, accept) : undefined;
  const account = findBySelectors(index, site.source, acceptText);
  const shown = account ?? labels.source;
  const source = shown ?? fromMeta(site.meta.source, acceptText);
  const from = lines.indexOf(labels.lines.at(-1) as TextLine) + 1 || titleAt + 1;
  const below = source === undefined ? findSourceBelow(page, from) : undefined;
  const lastLine = labels.lines.at(-1);
  const isAbove = lastLine !== undefined && labels.date?.at !== 'label below';
  const last = isAbove ? lastLine.nodes.at(-1) : title?.nodes.at(-1);
  return {
    siteName:
      findSiteName({ site, meta, title: title?.text, isMetaOurs: ours, lines }) ?? account?.text,
    title,
    source: source ?? below?.source,
    date:
      findBySelectors(index, site.publishedAt, acceptDate) ??
      findInScripts(index, site) ??
      labels.date ??
      fromMeta(site.meta.publishedAt, acceptDate),
    lines: [...labels.lines, ...(below?.lines ?? [])],
    above: last === undefined ? -1 : index.placeOf(last),
  };
}
