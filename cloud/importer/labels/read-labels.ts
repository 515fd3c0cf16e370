import { parsePublishDate } from '../publish-date.ts';
import type { SiteLabels } from '../sites/site.ts';
import { toOneLine, trimText } from '../trim-text.ts';

/** What a line such as `• 文章出处：江门市妇联　发布时间：2023-11-15` says. */
export interface LabelledValues {
  source?: string;
  publishedAt?: string;
}

type LabelKind = 'source' | 'publishedAt' | 'ignored';

/** Bullets, and the brackets and bars that templates put around labels. */
const BULLETS = /^[•·●◆■▪○◇*\-–—‣∙・|｜[\]【】（(/\s\u3000]+/u;
/** Sites fill labels with blanks to make them equally wide: `来　源：`. */
const GAP = '[\\s\\u3000]*';
const COLON = `${GAP}[:：]`;

/** The line without its bullet and the white space around it. */
export function stripBullet(line: string): string {
  return trimText(trimText(line).replace(BULLETS, ''));
}

function toPattern(words: readonly string[]): string {
  // The longest first, or 来源 would be found inside of 信息来源.
  const sorted = [...words].sort((a, b) => b.length - a.length);
  return sorted.map((word) => [...word].join(GAP)).join('|');
}

function toKind(labels: SiteLabels, found: string): LabelKind {
  const word = found.replace(/[\s\u3000]+/g, '');
  if (labels.source.includes(word)) return 'source';
  return labels.publishedAt.includes(word) ? 'publishedAt' : 'ignored';
}

/** What stands between one label and the next. */
const EDGE = '[\\s\\u3000|｜•·/【\\[（(】\\]）)；;，,>]';
const FILL = /^[\s|｜•·/]+|[\s|｜•·/；;，,]+$/gu;

/** The value without what follows it in brackets (`【字体：大 中 小】`) or encloses the line. */
function toValue(text: string): string {
  const value = toOneLine(text).replace(FILL, '');
  const cut = value.replace(/\s*[【[][^]*$/u, '').replace(/[】\]]+$/u, '');
  const opened = (cut.match(/[（(]/gu) ?? []).length;
  const closed = (cut.match(/[）)]/gu) ?? []).length;
  return (closed > opened ? cut.replace(/[）)]$/u, '') : cut.replace(/[（(]$/u, '')).trim();
}

const patterns = new WeakMap<SiteLabels, RegExp>();

/** Any label of a site with its colon; undefined for a site without labels. */
function toLabelPattern(labels: SiteLabels): RegExp | undefined {
  const known = patterns.get(labels);
  if (known !== undefined) return known;
  if (labels.source.length + labels.publishedAt.length === 0) return undefined;
  const words = [...labels.source, ...labels.publishedAt, ...labels.ignored];
  const pattern = new RegExp(`(?<=^|${EDGE})(${toPattern(words)})${COLON}`, 'gu');
  patterns.set(labels, pattern);
  return pattern;
}

const isDateAlone = (text: string) => parsePublishDate(toValue(text)) !== undefined;

/**
 * The labelled values of one line; undefined when the line does not begin with a label, so that a sentence which
 * merely contains one is left alone.
 */
export function readLabels(line: string, labels: SiteLabels): LabelledValues | undefined {
  const label = toLabelPattern(labels);
  if (label === undefined) return undefined;
  const text = stripBullet(line);
  const found = [...text.matchAll(label)];
  const before = text.slice(0, found[0]?.index);
  // Some pages show the date first, without a label.
  if (found[0] === undefined || (before !== '' && !isDateAlone(before))) return undefined;
  const values: LabelledValues = before === '' ? {} : { publishedAt: toValue(before) };
  found.forEach((match, at) => {
    const kind = toKind(labels, match[1] ?? '');
    const value = toValue(text.slice(match.index + match[0].length, found[at + 1]?.index));
    if (kind !== 'ignored' && value !== '') values[kind] ??= value;
  });
  return values;
}

/**
 * What follows `相关附件:` at the begin of a line (often nothing); undefined when the line does not begin with it. The
 * colon may be missing when nothing else stands on the line.
 */
export function readAttachmentsLabel(line: string, labels: SiteLabels): string | undefined {
  const words = toPattern(labels.attachments);
  const match = new RegExp(`^(?:${words})(?:${COLON}([^]*)|)$`, 'u').exec(stripBullet(line));
  return match === null ? undefined : trimText(match[1] ?? '');
}
