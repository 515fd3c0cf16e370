import { beginsWithLabel, mayHoldLabel, readLabels } from '../labels/read-labels.ts';
import { findPublishDate, parsePublishDate } from '../publish-date.ts';
import type { SiteLabels } from '../sites/site.ts';
import { trimText } from '../trim-text.ts';
import { toTagRole } from './tag-roles.ts';
import type { TextLine } from './text-lines.ts';

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
  const pieces = line.nodes.map((node) => node.value.replace(/[ \t\r\n\f]+/g, ' '));
  return pieces
    .map((piece, at) => {
      const begin = beginsWithLabel(piece, labels);
      if (begin !== 'whole') return begin === 'part' ? ` ${piece}` : piece;
      const next = pieces.slice(at + 1).find((text) => trimText(text) !== '');
      const hasValue = next !== undefined && !/^[\s\u3000]*[:：]/u.test(next);
      return hasValue || isTerm(line) ? ` ${piece.replace(/[\s\u3000]+/g, '')}：` : ` ${piece}`;
    })
    .join('');
}

const isSource = (text: string) => text.length <= MAX_SOURCE && !/[。！？]/u.test(text);

/** The value as a date: the whole of it, or the date it begins with. */
function toDate(text: string): string | undefined {
  if (parsePublishDate(text) !== undefined) return text;
  return findPublishDate(text.slice(0, 40));
}

/** What one line of labels says. */
export interface ReadLabels {
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

function toRead(text: string, labels: SiteLabels): Omit<ReadLabels, 'count'> | undefined {
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

/** A label has a colon, or stands alone in an element of its line or of a list of terms. */
function mayBeLabelled(line: TextLine, labels: SiteLabels): boolean {
  if (line.text.length > MAX_LABELS) return false;
  const head = line.text.slice(0, LABEL_WITHIN);
  if (line.nodes.length === 1 && !/[:：]/.test(head) && !isTerm(line)) return false;
  return mayHoldLabel(head, labels);
}

function readLabelled(
  line: TextLine,
  next: TextLine | undefined,
  labels: SiteLabels,
): ReadLabels | undefined {
  const text = toMarked(line, labels);
  if (!/[:：]/.test(text)) return undefined;
  const read = toRead(text, labels);
  if (read === undefined || next === undefined || !/[:：][\s\u3000]*$/u.test(text))
    return read && { ...read, count: 1 };
  const value = toMarked(next, labels);
  const isValue = next.text.length <= MAX_SOURCE && readLabels(value, labels) === undefined;
  const more = isValue ? toRead(`${text}${value}`, labels) : undefined;
  const isMore = more !== undefined && Object.keys(more).length > Object.keys(read).length;
  return isMore ? { ...more, count: 2 } : { ...read, count: 1 };
}

/** The lines of a page, read as labels: a heading is looked for in several ways, each of which asks for the same lines. */
export class LabelReader {
  private readonly known: (ReadLabels | undefined)[] = [];

  constructor(
    readonly lines: readonly TextLine[],
    private readonly labels: SiteLabels,
  ) {}

  /** One line of labels, and where its last label has no value the value on the line below. */
  read(at: number): ReadLabels | undefined {
    if (!(at in this.known)) this.known[at] = this.readAnew(at, this.lines[at + 1]);
    return this.known[at];
  }

  /** The same where no line below counts: it is what the labels stand above of. */
  readAlone(at: number): ReadLabels | undefined {
    return this.readAnew(at, undefined);
  }

  private readAnew(at: number, next: TextLine | undefined): ReadLabels | undefined {
    const line = this.lines[at];
    if (line === undefined || !mayBeLabelled(line, this.labels)) return undefined;
    return readLabelled(line, next, this.labels);
  }
}
