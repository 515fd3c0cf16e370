import type { Block } from '../../../types/block.ts';
import { parseFileLine } from '../labels/parse-file-line.ts';
import { type LabelledValues, readAttachmentsLabel, readLabels } from '../labels/read-labels.ts';
import { type FileLink, NOT_FOUND, type PageBase, type PageFacts } from '../page.ts';
import type { Site, SiteLabels } from '../sites/site.ts';
import { findSite } from '../sites/site-table.ts';
import { toOneLine, trimText } from '../trim-text.ts';
import { warnings } from '../words.ts';

/** What sites write where there are no attachments. */
const NO_FILES = '无';

interface Head {
  siteName: string | undefined;
  title: string | undefined;
  values: LabelledValues;
  /** Index of the first line of the body. */
  end: number;
}

/**
 * Site name and title above the labelled lines; a title alone when there is only one line. The head ends where a body
 * may quote labels: at a blank line once the date is known, at a line that says again what is known.
 */
function readHead(lines: readonly string[], labels: SiteLabels): Head {
  const first = lines.findIndex((line) => readLabels(line, labels) !== undefined);
  const above = lines
    .slice(0, Math.max(first, 0))
    .filter((line) => line !== '')
    .map(toOneLine);
  let values: LabelledValues = {};
  let end = Math.max(first, 0);
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    if (line === '' && values.publishedAt === undefined) continue;
    const found = readLabels(line, labels);
    if (found === undefined || Object.keys(found).some((kind) => kind in values)) break;
    values = { ...values, ...found };
  }
  const siteName = above.length > 1 ? above[0] : undefined;
  return {
    siteName,
    title: above.slice(siteName === undefined ? 0 : 1).join('') || undefined,
    values,
    end,
  };
}

interface Parts {
  body: readonly string[];
  /** What stands beside 相关附件 and below it. */
  attached: readonly string[];
}

/** Lines below 相关附件 none of which names a file are body: there the words are a heading or a reminder. */
function splitAttached(lines: readonly string[], labels: SiteLabels): Parts {
  const at = lines.findLastIndex((line) => readAttachmentsLabel(line, labels) !== undefined);
  if (at === -1) return { body: lines, attached: [] };
  const beside = readAttachmentsLabel(lines[at] ?? '', labels) ?? '';
  const below = lines.slice(at + 1);
  const attached = [beside, ...below];
  const isBody =
    below.some((line) => line !== NO_FILES) &&
    attached.every((line) => parseFileLine(line) === undefined);
  return isBody ? { body: lines, attached: [] } : { body: lines.slice(0, at), attached };
}

function readFiles(lines: readonly string[]): { files: FileLink[]; warnings: string[] } {
  const files: FileLink[] = [];
  const unread: string[] = [];
  for (const line of lines) {
    if (line === '' || line === NO_FILES) continue;
    const file = parseFileLine(line);
    if (file === undefined) unread.push(warnings.attachmentText(line));
    else files.push(file);
  }
  return { files, warnings: unread };
}

/**
 * An article as extracted text: the site's name, the title, labelled lines, one paragraph a line, and at the end
 * 相关附件 with one file a line. A blank line ends the head and means nothing elsewhere.
 */
export function parseTextPage(text: string, base: PageBase): PageFacts {
  const lines = text.split(/\r\n?|\n/).map(trimText);
  const top = lines.find((line) => line !== '');
  const address = base.kind === 'web' ? base.address : undefined;
  const site: Site = findSite({
    address,
    siteName: top === undefined ? undefined : toOneLine(top),
    has: () => false,
  });
  const head = readHead(lines, site.labels);
  const below = lines.slice(head.end).filter((line) => line !== '');
  const parts = splitAttached(below, site.labels);
  const attached = readFiles(parts.attached);
  return {
    siteName: head.siteName ?? site.name,
    organisation: site.organisation,
    title: head.title,
    source: head.values.source,
    date: head.values.publishedAt,
    blocks: parts.body.map((line): Block => ({ kind: 'paragraph', spans: [{ text: line }] })),
    files: attached.files,
    morePages: [],
    found: {
      title: head.title === undefined ? NOT_FOUND.title : 'line',
      source: head.values.source === undefined ? NOT_FOUND.source : 'label',
      date: head.values.publishedAt === undefined ? NOT_FOUND.date : 'label',
      body: 'lines',
    },
    base,
    warnings: attached.warnings,
  };
}
