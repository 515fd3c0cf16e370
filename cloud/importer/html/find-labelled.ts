import { isOccasion, mayHoldLabel, readLabels } from '../labels/read-labels.ts';
import { findPublishDate, parsePublishDate } from '../publish-date.ts';
import type { Site, SiteLabels } from '../sites/site.ts';
import { trimText } from '../trim-text.ts';
import { toFurniture } from './furniture.ts';
import { toTagRole } from './tag-roles.ts';
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

/** A line that is the term of a list of terms, `<dt>`: what it names stands on the next one. */
function isTerm({ nodes }: TextLine): boolean {
  for (let at = nodes[0]?.parentNode; at && 'tagName' in at; at = at.parentNode) {
    if (at.tagName === 'dt') return true;
    if (toTagRole(at.tagName) !== 'inline') return false;
  }
  return false;
}

/** The line with a gap before each element that begins with a label, and a colon after a label alone in its element. */
function toMarked(line: TextLine, labels: SiteLabels): string {
  const words = [...labels.source, ...labels.publishedAt, ...labels.ignored];
  const pieces = line.nodes.map((node) => node.value.replace(/[ \t\r\n\f]+/g, ' '));
  return pieces
    .map((piece, at) => {
      const letters = piece.replace(/[\s\u3000]+/g, '');
      const next = pieces.slice(at + 1).find((text) => trimText(text) !== '');
      const hasValue = next !== undefined && !/^[\s\u3000]*[:：]/u.test(next);
      if ((hasValue || isTerm(line)) && words.includes(letters)) return ` ${letters}：`;
      return words.some((word) => letters.startsWith(word)) ? ` ${piece}` : piece;
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

/** `本网 2020-6-11 15:26`: a date without a label that follows the source. */
function splitSource(text: string): { source: string; date?: string } {
  const date = findPublishDate(text);
  const at = date === undefined ? -1 : text.search(/\d{4} ?[-/.年]/u);
  if (date === undefined || at <= 0) return { source: text };
  return { source: trimText(text.slice(0, at)).replace(/[\s|｜·,，]+$/u, ''), date };
}

function toRead(text: string, labels: SiteLabels): Omit<Read, 'count'> | undefined {
  const values = readLabels(text, labels);
  if (values === undefined) return undefined;
  const said = values.source === undefined ? undefined : splitSource(values.source);
  const date = (values.publishedAt && toDate(values.publishedAt)) || said?.date;
  return {
    ...(date === undefined ? {} : { date }),
    ...(said !== undefined && isSource(said.source) ? { source: said.source } : {}),
  };
}

/** A label stands at the begin of its line, or behind a date. */
const LABEL_WITHIN = 80;

interface Known {
  labels: SiteLabels;
  next: TextLine | undefined;
  read: Read | undefined;
}

/** A heading is looked for in several ways, each of which reads the same lines. */
const known = new WeakMap<TextLine, Known>();

/** One line of labels, and where its last label has no value the value on the line below. */
export function readLine(
  lines: readonly TextLine[],
  at: number,
  labels: SiteLabels,
): Read | undefined {
  const line = lines[at];
  if (line === undefined || line.text.length > MAX_LABELS) return undefined;
  if (!mayHoldLabel(line.text.slice(0, LABEL_WITHIN), labels)) return undefined;
  const next = lines[at + 1];
  const before = known.get(line);
  if (before?.labels === labels && before.next === next) return before.read;
  const read = readAnew(line, next, labels);
  known.set(line, { labels, next, read });
  return read;
}

function readAnew(
  line: TextLine,
  next: TextLine | undefined,
  labels: SiteLabels,
): Read | undefined {
  const text = toMarked(line, labels);
  const read = toRead(text, labels);
  if (read === undefined || next === undefined || !/[:：][\s\u3000]*$/u.test(text))
    return read && { ...read, count: 1 };
  const value = toMarked(next, labels);
  const isValue = next.text.length <= MAX_SOURCE && readLabels(value, labels) === undefined;
  const more = isValue ? toRead(`${text}${value}`, labels) : undefined;
  const isMore = more !== undefined && Object.keys(more).length > Object.keys(read).length;
  return isMore ? { ...more, count: 2 } : { ...read, count: 1 };
}

/** A sentence of the body: below it nothing tells of the article any more. */
export const isBodyText = (text: string) =>
  (text.length >= 40 && /[。；！？，]/u.test(text) && !/^[^。]{0,12}[:：]/u.test(text)) ||
  (text.length >= 12 && /[。！？]/u.test(text));

/**
 * The lines of labels from `from` on: the first group of them, so that a body which quotes a label keeps it. A line
 * counts when it says a source or a date; one that says neither only right below such a line.
 */
export function findLabelled(lines: readonly TextLine[], from: number, site: Site): Labelled {
  const found: Labelled = { source: undefined, date: undefined, lines: [] };
  let isNext = false;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    const read = readLine(lines, at, site.labels);
    const isNew =
      (read?.date !== undefined && found.date === undefined) ||
      (read?.source !== undefined && found.source === undefined);
    const saysNothing = read !== undefined && read.date === undefined && read.source === undefined;
    if (
      read !== undefined &&
      (isNew || (isNext && saysNothing && toFurniture(line.text) !== 'none'))
    ) {
      if (read.source !== undefined) found.source ??= { text: read.source, at: 'label' };
      if (read.date !== undefined) found.date ??= { text: read.date, at: 'label' };
      found.lines.push(...lines.slice(at, at + read.count));
      at += read.count - 1;
      isNext = true;
      continue;
    }
    isNext = false;
    if (found.date !== undefined || (read === undefined && isBodyText(line.text))) break;
  }
  return found;
}

/** A line that holds little more than a date with a year. */
const MAX_DATE_LINE = 60;

/** `来源 某某妇联` on such a line, where the label has no colon. */
function findUnmarkedSource(text: string, labels: SiteLabels): string | undefined {
  const words = labels.source.map((word) => word.replace(/[^\p{L}]/gu, '')).join('|');
  const pattern = new RegExp(
    `(?:^|[\\s\\u3000|｜·•])(?:${words})[\\s\\u3000:：]+([^\\s|｜·•]{2,30})`,
    'u',
  );
  return words === '' ? undefined : pattern.exec(text)?.[1];
}

/** The first line from `from` on, above the body, that holds a date without a label. */
export function findBareDate(
  lines: readonly TextLine[],
  from: number,
  labels: SiteLabels,
): Labelled | undefined {
  for (const line of lines.slice(from)) {
    if (isBodyText(line.text)) return undefined;
    if (line.text.length > MAX_DATE_LINE || isOccasion(line.text)) continue;
    const date = findPublishDate(line.text);
    if (date === undefined) continue;
    const source = findUnmarkedSource(line.text, labels);
    return {
      source: source === undefined ? undefined : { text: source, at: 'line' },
      date: { text: date, at: 'line' },
      lines: [line],
    };
  }
  return undefined;
}

/** The last lines of labels: pages show them above a table of 索引号, or below the body. */
export function findLastLabelled(lines: readonly TextLine[], site: Site, at: string): Labelled {
  const found: Labelled = { source: undefined, date: undefined, lines: [] };
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const read = readLine(lines, index, site.labels);
    if (read === undefined) continue;
    const isNew =
      (read.date !== undefined && found.date === undefined) ||
      (read.source !== undefined && found.source === undefined);
    if (!isNew) continue;
    if (read.date !== undefined) found.date ??= { text: read.date, at };
    if (read.source !== undefined) found.source ??= { text: read.source, at };
    found.lines.unshift(...lines.slice(index, index + read.count));
  }
  return found;
}
