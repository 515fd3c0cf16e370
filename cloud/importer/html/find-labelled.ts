import { readLabels } from '../labels/read-labels.ts';
import { findPublishDate, parsePublishDate } from '../publish-date.ts';
import type { Site, SiteLabels } from '../sites/site.ts';
import { toOneLine, trimText } from '../trim-text.ts';
import type { TextLine } from './text-lines.ts';

/** A value and where it was found. */
export interface Finding {
  text: string;
  at: string;
}

/** What the lines around the title say. */
export interface Labelled {
  source: Finding | undefined;
  date: Finding | undefined;
  /** The lines that said it, in document order. */
  lines: TextLine[];
}

/** A longer line is no line of labels. */
const MAX_LABELS = 200;
const MAX_SOURCE = 60;

/** The line with a colon after each label that stands in an element of its own. */
function toMarked(line: TextLine, labels: SiteLabels): string {
  const words = new Set([...labels.source, ...labels.publishedAt, ...labels.ignored]);
  const pieces = line.nodes.map((node) => node.value.replace(/[ \t\r\n\f]+/g, ' '));
  return pieces
    .map((piece, at) => {
      const word = trimText(piece).replace(/[\s\u3000]+/g, '');
      if (!words.has(word)) return piece;
      const next = pieces.slice(at + 1).find((text) => trimText(text) !== '');
      return next === undefined || /^[\s\u3000]*[:：]/u.test(next) ? piece : ` ${word}：`;
    })
    .join('');
}

const isSource = (text: string) => text.length <= MAX_SOURCE && !/[。！？]/u.test(text);

/** The value as a date: the whole of it, or the date it begins with. */
function toDate(text: string): string | undefined {
  if (parsePublishDate(text) !== undefined) return text;
  return findPublishDate(text.slice(0, 40));
}

interface Read {
  source?: string;
  date?: string;
  /** How many lines it took. */
  count: number;
}

/** One line of labels, and where its last label has no value the value on the line below. */
function readLine(lines: readonly TextLine[], at: number, labels: SiteLabels): Read | undefined {
  const line = lines[at];
  if (line === undefined || line.text.length > MAX_LABELS) return undefined;
  let text = toMarked(line, labels);
  let count = 1;
  const next = lines[at + 1];
  if (/[:：][\s\u3000]*$/u.test(text) && next !== undefined && readLabels(text, labels)) {
    const value = toMarked(next, labels);
    if (next.text.length <= MAX_SOURCE && readLabels(value, labels) === undefined) {
      text = `${text}${value}`;
      count = 2;
    }
  }
  const values = readLabels(text, labels);
  if (values === undefined) return undefined;
  const date = values.publishedAt === undefined ? undefined : toDate(values.publishedAt);
  const source = values.source !== undefined && isSource(values.source) ? values.source : undefined;
  if (count === 2 && date === undefined && source === undefined) count = 1;
  return {
    ...(date === undefined ? {} : { date }),
    ...(source === undefined ? {} : { source }),
    count,
  };
}

/** A sentence of the body: below it nothing tells of the article any more. */
export const isBodyText = (text: string) =>
  text.length >= 40 && /[。；！？，]/u.test(text) && !/^[^。]{0,12}[:：]/u.test(text);

/**
 * The lines of labels from `from` on: the first group of them, so that a body which quotes a label keeps it.
 */
export function findLabelled(lines: readonly TextLine[], from: number, site: Site): Labelled {
  const found: Labelled = { source: undefined, date: undefined, lines: [] };
  const { labels } = site;
  let at = from;
  while (at < lines.length) {
    const line = lines[at] as TextLine;
    const read = readLine(lines, at, labels);
    if (read !== undefined) {
      if (read.source !== undefined) found.source ??= { text: read.source, at: 'label' };
      if (read.date !== undefined) found.date ??= { text: read.date, at: 'label' };
      found.lines.push(...lines.slice(at, at + read.count));
      at += read.count;
      continue;
    }
    if (found.date !== undefined || isBodyText(line.text)) break;
    at += 1;
  }
  return found;
}

/** A line that holds little more than a date with a year. */
const MAX_DATE_LINE = 60;

/** The first line from `from` on, above the body, that is a date without a label; what stands before it may be the source. */
export function findBareDate(lines: readonly TextLine[], from: number): Labelled | undefined {
  for (const line of lines.slice(from)) {
    if (isBodyText(line.text)) return undefined;
    if (line.text.length > MAX_DATE_LINE) continue;
    const date = findPublishDate(line.text);
    if (date !== undefined)
      return { source: undefined, date: { text: date, at: 'line' }, lines: [line] };
  }
  return undefined;
}

/** Line of labels below everything else, for pages that show them there. */
export function findLabelledBelow(lines: readonly TextLine[], site: Site): Labelled {
  const found: Labelled = { source: undefined, date: undefined, lines: [] };
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const read = readLine(lines, at, site.labels);
    if (read === undefined || (read.date === undefined && read.source === undefined)) continue;
    if (read.date !== undefined) found.date ??= { text: read.date, at: 'label below' };
    if (read.source !== undefined) found.source ??= { text: read.source, at: 'label below' };
    found.lines.unshift(...lines.slice(at, at + read.count));
  }
  return found;
}

export const toLineText = (line: TextLine) => toOneLine(line.text);
