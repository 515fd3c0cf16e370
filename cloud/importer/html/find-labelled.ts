import { isOccasion } from '../labels/read-labels.ts';
import { findPublishDate } from '../publish-date.ts';
import type { SiteLabels } from '../sites/site.ts';
import type { LabelReader } from './label-reader.ts';
import { kindOf, type TextLine } from './text-lines.ts';

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

/** A sentence of the body: below it nothing tells of the article any more. */
export const isBodyText = (text: string) =>
  (text.length >= 40 && /[。；！？，]/u.test(text) && !/^[^。]{0,12}[:：]/u.test(text)) ||
  (text.length >= 12 && /[。！？]/u.test(text));

/**
 * The lines of labels from `from` on: the first group of them, so that a body which quotes a label keeps it. A line
 * counts when it says a source or a date; one that says neither only right below such a line.
 */
export function findLabelled(reader: LabelReader, from: number): Labelled {
  const { lines } = reader;
  const found: Labelled = { source: undefined, date: undefined, lines: [] };
  let isNext = false;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    const read = reader.read(at);
    const isNew =
      (read?.date !== undefined && found.date === undefined) ||
      (read?.source !== undefined && found.source === undefined);
    const saysNothing = read !== undefined && read.date === undefined && read.source === undefined;
    if (
      read !== undefined &&
      (isNew || (isNext && saysNothing && !line.isBelowPicture && kindOf(line) !== 'none'))
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
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
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

/** The last lines of labels from `from` up to `to`: pages show them above a table of 索引号, or below the body. */
export function findLastLabelled(
  reader: LabelReader,
  from: number,
  to: number,
  at: string,
): Labelled {
  const { lines } = reader;
  const found: Labelled = { source: undefined, date: undefined, lines: [] };
  for (let index = to - 1; index >= from; index -= 1) {
    const read = index === to - 1 ? reader.readAlone(index) : reader.read(index);
    if (read === undefined) continue;
    const isNew =
      (read.date !== undefined && found.date === undefined) ||
      (read.source !== undefined && found.source === undefined);
    if (!isNew) continue;
    if (read.date !== undefined) found.date ??= { text: read.date, at };
    if (read.source !== undefined) found.source ??= { text: read.source, at };
    found.lines.unshift(...lines.slice(index, Math.min(index + read.count, to)));
  }
  return found;
}
