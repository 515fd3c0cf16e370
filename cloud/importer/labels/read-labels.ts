import { findPublishDate, parsePublishDate } from '../publish-date.ts';
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

/** Counters that follow a source without a label of their own: `评论 0`, `阅读 5.2千`. */
const COUNTERS =
  /[\s|｜·]*(?:评论|阅读|已读|浏览|点击|访问|人气|点赞|收藏)(?:量|数|次数)?[\s:：]*\d[\d.,]*[万千次+]*$/u;

/** The value without what follows it in brackets (`【字体：大 中 小】`) or encloses the line. */
function toValue(text: string): string {
  const value = toOneLine(text).replace(FILL, '');
  const cut = value.replace(/\s*[【[][\s\S]*$/u, '').replace(/[】\]]+$/u, '');
  const opened = (cut.match(/[（(]/gu) ?? []).length;
  const closed = (cut.match(/[）)]/gu) ?? []).length;
  return without(closed > opened ? cut.replace(/[）)]$/u, '') : cut.replace(/[（(]$/u, ''));
}

/** Without the counters at its end. */
function without(text: string): string {
  let value = text.trim();
  for (let next = value.replace(COUNTERS, ''); next !== value; next = value.replace(COUNTERS, ''))
    value = next.trim();
  return value;
}

/** More than the moment at which something is published: an hour until an hour, a day until a day, a note after it. */
const SPAN =
  /[\d日号]\s*[—–~～至到-]+\s*(?:\d{1,2}\s*[:：点时月日号]|\d{4}\s*[-/.年]|[上下]午|次日)|[（(](?:周|星期).{1,4}[)）].{0,4}[上下]午/u;
const OCCASION =
  /(?:活动|举办|举行|开展|报名|开班|讲座|会议|培训|比赛|开始|截止|演出|上课|集合)(?:时间|日期)[\s\u3000]*[:：]/u;

/** When something takes place, told to readers of the article: no date of publication. */
export const isOccasion = (text: string): boolean =>
  OCCASION.test(text) ||
  (SPAN.test(text) && parsePublishDate(toOneLine(text).replace(/^.{1,4}[:：]/u, '')) === undefined);

interface LabelPatterns {
  /** Any label with its colon. */
  label: RegExp;
  /** Any label's letters, with or without blanks between them. */
  hint: RegExp;
  /** A text that begins with a label; the second group is what follows it. */
  begin: RegExp;
}

const patterns = new WeakMap<SiteLabels, LabelPatterns>();

/** The patterns of a site's labels; for a site without labels they match nothing. */
function toPatterns(labels: SiteLabels): LabelPatterns {
  const known = patterns.get(labels);
  if (known !== undefined) return known;
  const isUnlabelled = labels.source.length + labels.publishedAt.length === 0;
  const words = isUnlabelled
    ? '(?!)'
    : toPattern([...labels.source, ...labels.publishedAt, ...labels.ignored]);
  const made: LabelPatterns = {
    label: new RegExp(`(?<=^|${EDGE})(${words})${COLON}`, 'gu'),
    hint: new RegExp(words, 'u'),
    begin: new RegExp(`^${GAP}(?:${words})${GAP}([^]?)`, 'u'),
  };
  patterns.set(labels, made);
  return made;
}

/** False for a line that holds no word of any label: most lines need no second look. */
export const mayHoldLabel = (line: string, labels: SiteLabels): boolean =>
  toPatterns(labels).hint.test(line);

/** Whether a text is a label, begins with one, or neither. */
export function beginsWithLabel(text: string, labels: SiteLabels): 'whole' | 'part' | 'none' {
  const match = toPatterns(labels).begin.exec(text);
  if (match === null) return 'none';
  return match[1] === '' ? 'whole' : 'part';
}

/** The date in it, as it is written where it stands alone. */
function toDate(text: string): string {
  const value = toValue(text);
  return parsePublishDate(value) === undefined ? (findPublishDate(value) ?? '') : value;
}

/** A date with a short word before it at most: `某县妇联　2008-06-21 14:03　`. */
function isDateOnly(text: string): boolean {
  const date = findPublishDate(text);
  return (
    date !== undefined && toOneLine(text).length <= date.length + 16 && !/[。，；]/u.test(text)
  );
}

/**
 * The labelled values of one line; undefined when the line does not begin with a label, so that a sentence which
 * merely contains one is left alone.
 */
export function readLabels(line: string, labels: SiteLabels): LabelledValues | undefined {
  const text = stripBullet(line);
  const found = [...text.matchAll(toPatterns(labels).label)];
  const before = text.slice(0, found[0]?.index);
  // Some pages show the date first, without a label, and what publishes the site before it.
  if (found[0] === undefined || (before !== '' && !isDateOnly(before))) return undefined;
  if (found.length === 1 && /^(?:时间|日期)$/u.test(found[0][1] ?? '') && isOccasion(text))
    return undefined;
  const values: LabelledValues = before === '' ? {} : { publishedAt: toDate(before) };
  found.forEach((match, at) => {
    const kind = toKind(labels, match[1] ?? '');
    const value = toValue(text.slice(match.index + match[0].length, found[at + 1]?.index));
    if (kind !== 'ignored' && value !== '') values[kind] ??= value;
  });
  return values;
}

const attachmentPatterns = new WeakMap<SiteLabels, RegExp>();

/**
 * What follows `相关附件:` at the begin of a line (often nothing); undefined when the line does not begin with it. The
 * colon may be missing when nothing else stands on the line.
 */
export function readAttachmentsLabel(line: string, labels: SiteLabels): string | undefined {
  let pattern = attachmentPatterns.get(labels);
  if (pattern === undefined) {
    pattern = new RegExp(`^(?:${toPattern(labels.attachments)})(?:${COLON}([^]*)|)$`, 'u');
    attachmentPatterns.set(labels, pattern);
  }
  const match = pattern.exec(stripBullet(line));
  return match === null ? undefined : trimText(match[1] ?? '');
}
