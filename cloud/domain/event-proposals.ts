import type { Block, Span } from '../../types/block.ts';
import { type ProposedTime, readProposedTime } from './proposal-time.ts';

/** An activity that an article seems to announce, for an editor to confirm. Nothing in it is invented. */
export interface EventProposal extends ProposedTime {
  title: string;
  /** True when the article names no activity, and the title is its own: to be looked at. */
  assumesTitle: boolean;
  /** The time as it is written. */
  time: string;
  /** True when both moments could be read from the words. */
  certain: boolean;
  /** True when the year is that of the publication, not of the words: to be looked at. */
  assumesYear: boolean;
  venue?: string;
  organiser?: string;
  phone?: string;
  /** 报名方式 */
  registration?: string;
  /** The lines that it came from, as they stand. */
  lines: string[];
}

type Field = 'title' | 'time' | 'venue' | 'organiser' | 'phone' | 'registration';

const LABELS: readonly [Field, RegExp][] = [
  ['title', /^(?:活动名称|活动主题|活动项目|课程名称|课程|讲座主题|主题|名称|项目|活动)$/],
  ['time', /^(?:活动|举办|开展|开课|上课|比赛|讲座)?(?:时间|日期)$/],
  ['venue', /^(?:活动|举办|开展|上课|比赛|讲座|集合)?(?:地点|地址|场地|场所)$/],
  ['organiser', /^(?:主办单位|主办方|主办|组织单位|承办单位)$/],
  ['phone', /^(?:联系电话|咨询电话|报名电话|联系方式|电话|咨询热线)$/],
  ['registration', /^(?:报名方式|报名方法|参加方式|报名)$/],
];

/** 一、 1. （1） ★ before a label or a title. */
const MARK = /^[\s\u3000]*(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．]|[★●■◆▲•·※☆🌟📅📍])?\s*/u;
const LABELLED = /^([\p{Script=Han}\s]{2,8})\s*[：:]\s*(.*)$/su;

const toText = (spans: readonly Span[]) => spans.map(({ text }) => text).join('');

function readLabel(words: string): Field | undefined {
  const plain = words.replace(/[\s\u3000【】[\]]/g, '');
  return LABELS.find(([, pattern]) => pattern.test(plain))?.[0];
}

interface Line {
  text: string;
  field?: Field;
  value: string;
  isHeading: boolean;
}

function toLine(written: string, isHeading: boolean): Line {
  const text = written.trim();
  const plain = text.replace(MARK, '').replace(/^【([^】]{2,8})】\s*[：:]?/, '$1：');
  const match = LABELLED.exec(plain);
  const field = match === null ? undefined : readLabel(match[1] ?? '');
  if (field === undefined) return { text, value: plain, isHeading };
  // The line ends there, its value does not.
  const value = (match?.[2] ?? '').trim().replace(/[。；;]+$/u, '');
  return { text, field, value, isHeading };
}

function listLines(block: Block): Line[] {
  const split = (text: string, isHeading = false) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => toLine(line, isHeading));
  switch (block.kind) {
    case 'heading':
      return split(block.text, true);
    case 'paragraph':
    case 'quote': {
      const isBold = block.spans.every(({ text, bold }) => bold === true || text.trim() === '');
      return split(toText(block.spans), isBold);
    }
    case 'list':
      return block.items.flatMap(({ spans }) => split(toText(spans)));
    default:
      return [];
  }
}

type Found = Partial<Record<Field, string>> & { lines: string[] };

/** What of the article itself fills what its lines leave open. */
interface Announcement {
  title: string;
  year: number | undefined;
}

function toProposal(found: Found, article: Announcement): EventProposal[] {
  const { lines, title = '', time, venue, organiser, phone, registration } = found;
  // A time or a place alone is no activity: notices name both.
  if (time === undefined || (venue === undefined && title === '')) return [];
  const written = readProposedTime(time, undefined);
  const read = written.startsAt === undefined ? readProposedTime(time, article.year) : written;
  return [
    {
      ...{ title: title || article.title, assumesTitle: title === '' },
      ...{ time, ...read, lines },
      certain: read.startsAt !== undefined && read.endsAt !== undefined,
      assumesYear: read.startsAt !== undefined && written.startsAt === undefined,
      ...(venue && { venue }),
      ...(organiser && { organiser }),
      ...(phone && { phone }),
      ...(registration && { registration }),
    },
  ];
}

/** A heading names the activity below it unless it names a part of the notice. */
const PART =
  /^(?:活动|报名|注意|参加|联系|温馨|其他|有关|工作)?(?:安排|内容|对象|须知|事项|要求|时间|地点|方式|提示|介绍|详情|说明)$/;
const LONGEST_TITLE = 60;

function readLines(lines: readonly Line[], article: Announcement): EventProposal[] {
  const proposals: EventProposal[] = [];
  let found: Found = { lines: [] };
  let heading: Line | undefined;
  const close = () => {
    proposals.push(...toProposal(found, article));
    found = { lines: [] };
  };
  for (const line of lines) {
    const { field, value, text } = line;
    if (field === undefined) {
      const isTitle = line.isHeading && [...value].length <= LONGEST_TITLE && !PART.test(value);
      if (!isTitle) continue;
      close();
      heading = line;
      continue;
    }
    if (value === '') continue;
    if (found[field] !== undefined) close();
    if (found.lines.length === 0 && heading !== undefined && field !== 'title') {
      found.title = heading.value;
      found.lines.push(heading.text);
    }
    heading = undefined;
    found[field] = value;
    found.lines.push(text);
  }
  close();
  return proposals;
}

type Table = Extract<Block, { kind: 'table' }>;

/** A table whose first row names the columns; one with spans is left to the editor. */
function readTable({ rows }: Table, article: Announcement): EventProposal[] {
  const [head, ...body] = rows;
  if (head === undefined || rows.some(({ cells }) => cells.some((cell) => cell.rowSpan))) return [];
  const fields = head.cells.map(({ spans }) => readLabel(toText(spans)));
  if (!fields.includes('time')) return [];
  return body.flatMap(({ cells }) => {
    if (cells.length !== fields.length) return [];
    const texts = cells.map(({ spans }) => toText(spans).trim());
    const found: Found = { lines: [texts.join(' | ')] };
    fields.forEach((field, at) => {
      const text = texts[at] ?? '';
      if (field !== undefined && text !== '') found[field] ??= text;
    });
    return toProposal(found, article);
  });
}

/**
 * The activities that an article seems to announce, in its order: lines and table rows such as 活动时间：…, 地点：….
 * A time that is not complete (3月, 每周二) stays as its words, with `certain: false`.
 *
 * @param article its `publishedAt` gives the year of days that are written without one, its title names what has no name
 */
export function proposeEvents(
  blocks: readonly Block[],
  { title, publishedAt }: { title: string; publishedAt: string },
): EventProposal[] {
  const article = { title, year: Number(publishedAt.slice(0, 4)) || undefined };
  const proposals: EventProposal[] = [];
  let lines: Line[] = [];
  for (const block of blocks) {
    if (block.kind !== 'table') {
      lines.push(...listLines(block));
      continue;
    }
    proposals.push(...readLines(lines, article), ...readTable(block, article));
    lines = [];
  }
  return [...proposals, ...readLines(lines, article)];
}
