import type { Site } from '../sites/site.ts';
import type { ElementIndex } from './element-index.ts';
import {
  type Finding,
  findBareDate,
  findLabelled,
  findLabelledBelow,
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
import type { PageMeta } from './page-meta.ts';
import { toSiteName } from './site-name.ts';
import type { TextLine } from './text-lines.ts';
import type { TreeNode } from './tree.ts';

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

interface Page {
  index: ElementIndex;
  meta: PageMeta;
  site: Site;
  lines: readonly TextLine[];
  address: string | undefined;
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

/** The labels: below the title, else above it (tables of 索引号 and the like), else below the body. */
function findLabels(page: Page, titleAt: number): Labelled {
  const { lines, site } = page;
  const below = findLabelled(lines, titleAt + 1, site);
  if (below.date !== undefined) return below;
  const bare = findBareDate(lines, titleAt + 1);
  if (bare !== undefined)
    return { ...bare, source: below.source, lines: [...below.lines, ...bare.lines] };
  const above = findLabelledBelow(lines.slice(0, Math.max(titleAt, 0)), site);
  if (above.date !== undefined)
    return { source: below.source ?? above.source, date: above.date, lines: below.lines };
  const under = findLabelledBelow(lines.slice(titleAt + 1), site);
  return {
    source: below.source ?? under.source,
    date: under.date,
    lines: [...new Set([...below.lines, ...under.lines])],
  };
}

/** Title, source and date: what the page shows first, what its head says only where that is this page's. */
export function findHeading(page: Page): PageHeading {
  const { index, meta, site, lines } = page;
  const labelsAt = lines.findIndex((_, at) => findLabelled(lines.slice(at, at + 2), 0, site).date);
  const title = findTitle({
    index,
    site,
    meta,
    lines,
    labelsAt: labelsAt === -1 ? undefined : labelsAt,
    siteNames: toSiteNames(page),
  });
  const titleNodes = new Set<TreeNode>(title?.nodes);
  const titleAt = lines.findLastIndex((line) => line.nodes.some((node) => titleNodes.has(node)));
  const labels = findLabels(page, titleAt);
  const ours = isMetaOurs(page, title?.nodes.length === 0 ? undefined : title?.text);
  const fromMeta = (names: readonly string[], accept: typeof acceptText) =>
    ours ? findInMeta(meta, names, accept) : undefined;
  const lastLine = labels.lines.at(-1);
  const isAbove = lastLine !== undefined && !labels.date?.at.endsWith('below');
  const last = isAbove ? lastLine.nodes.at(-1) : title?.nodes.at(-1);
  return {
    siteName: toSiteName(site, meta, title?.text, ours),
    title,
    source:
      findBySelectors(index, site.source, acceptText) ??
      labels.source ??
      fromMeta(site.meta.source, acceptText),
    date:
      findBySelectors(index, site.publishedAt, acceptDate) ??
      findInScripts(index, site) ??
      labels.date ??
      fromMeta(site.meta.publishedAt, acceptDate),
    lines: labels.lines,
    above: last === undefined ? -1 : index.placeOf(last),
  };
}
