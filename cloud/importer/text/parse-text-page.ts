import type { Block } from '../../../types/block.ts';
import { parseFileLine } from '../labels/parse-file-line.ts';
import { type LabelledValues, readAttachmentsLabel, readLabels } from '../labels/read-labels.ts';
import type { FileLink, PageBase, PageFacts } from '../page.ts';
import type { Site, SiteLabels } from '../sites/site.ts';
import { findSite } from '../sites/site-table.ts';
import { toOneLine, trimText } from '../trim-text.ts';
import { warnings } from '../words.ts';

interface Head {
  siteName: string | undefined;
  title: string | undefined;
  values: LabelledValues;
  /** Index of the first line of the body. */
  end: number;
}

/** Site name and title above the labelled lines; a title alone when there is only one line. */
function readHead(lines: readonly string[], labels: SiteLabels): Head {
  const first = lines.findIndex((line) => readLabels(line, labels) !== undefined);
  const above = lines.slice(0, Math.max(first, 0)).map(toOneLine);
  let values: LabelledValues = {};
  let end = Math.max(first, 0);
  for (; end < lines.length; end += 1) {
    const found = readLabels(lines[end] ?? '', labels);
    if (found === undefined) break;
    values = { ...found, ...values };
  }
  const siteName = above.length > 1 ? above[0] : undefined;
  return {
    siteName,
    title: above.slice(siteName === undefined ? 0 : 1).join('') || undefined,
    values,
    end,
  };
}

function readFiles(lines: readonly string[]): { files: FileLink[]; warnings: string[] } {
  const files: FileLink[] = [];
  const unread: string[] = [];
  for (const line of lines) {
    if (line === '' || line === '无') continue;
    const file = parseFileLine(line);
    if (file === undefined) unread.push(warnings.attachmentText(line));
    else files.push(file);
  }
  return { files, warnings: unread };
}

/**
 * An article as extracted text: the site's name, the title, labelled lines, one paragraph a line, and at the end
 * 相关附件 with one file a line. Blank lines mean nothing.
 */
export function parseTextPage(text: string, base: PageBase): PageFacts {
  const lines = text
    .split(/\r\n?|\n/)
    .map(trimText)
    .filter((line) => line !== '');
  const address = base.kind === 'web' ? base.address : undefined;
  const site: Site = findSite(address, lines[0] === undefined ? undefined : toOneLine(lines[0]));
  const head = readHead(lines, site.labels);
  const below = lines.slice(head.end);
  const labelAt = below.findLastIndex(
    (line) => readAttachmentsLabel(line, site.labels) !== undefined,
  );
  const body = labelAt === -1 ? below : below.slice(0, labelAt);
  const beside =
    labelAt === -1 ? '' : (readAttachmentsLabel(below[labelAt] ?? '', site.labels) ?? '');
  const attached = readFiles(labelAt === -1 ? [] : [beside, ...below.slice(labelAt + 1)]);
  return {
    siteName: head.siteName ?? site.name,
    title: head.title,
    source: head.values.source,
    date: head.values.publishedAt,
    blocks: body.map((line): Block => ({ kind: 'paragraph', spans: [{ text: line }] })),
    files: attached.files,
    base,
    warnings: attached.warnings,
  };
}
