import type { SiteLabels } from '../sites/site.ts';
import { toOneLine, trimText } from '../trim-text.ts';

/** What a line such as `• 文章出处：江门市妇联　发布时间：2023-11-15` says. */
export interface LabelledValues {
  source?: string;
  publishedAt?: string;
}

type LabelKind = 'source' | 'publishedAt' | 'ignored';

const BULLETS = /^[•·●◆■▪○◇*\-–—‣∙・]+/u;
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

/**
 * The labelled values of one line; undefined when the line does not begin with a label, so that a sentence which
 * merely contains one is left alone.
 */
export function readLabels(line: string, labels: SiteLabels): LabelledValues | undefined {
  const words = [...labels.source, ...labels.publishedAt, ...labels.ignored];
  const label = new RegExp(`(?<=^|[\\s\\u3000|｜•·])(${toPattern(words)})${COLON}`, 'gu');
  const text = stripBullet(line);
  const found = [...text.matchAll(label)];
  if (found[0] === undefined || found[0].index > 0) return undefined;
  const values: LabelledValues = {};
  found.forEach((match, at) => {
    const kind = toKind(labels, match[1] ?? '');
    const value = toOneLine(
      text.slice(match.index + match[0].length, found[at + 1]?.index),
    ).replace(/[\s|｜•·]+$/u, '');
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
