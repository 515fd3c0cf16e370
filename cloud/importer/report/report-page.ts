import type { Block } from '../../../types/block.ts';
import { enhanceBlocks } from '../enhance/enhance-blocks.ts';
import { type FetchMore, joinPages } from '../join-pages.ts';
import { type FoundAt, NOT_FOUND, type RawPage } from '../page.ts';
import { readPage } from '../read-page.ts';
import { toHeading } from '../to-heading.ts';
import { reasons } from '../words.ts';
import { toBlockLines, toImageNames } from './block-lines.ts';
import { compareText, type TextComparison } from './compare-text.ts';
import type { ExpectedPage } from './parse-expected.ts';

/** One field of a page beside what was expected; `expected` is absent where nothing was. */
export interface ReportedField {
  found: string;
  /** Where it was found. */
  at: string;
  expected?: string;
  isRight: boolean;
}

/** Things counted one by one: pictures, attachments, films. */
export interface ReportedList {
  found: string[];
  expected?: string[];
  isRight: boolean;
}

/** What the importer made of a page. */
export interface PageReport {
  name: string;
  /** Why it could not be imported. */
  failure: string | undefined;
  title: ReportedField;
  source: ReportedField;
  date: ReportedField;
  bodyAt: string;
  /** How many blocks of each kind. */
  kinds: Record<string, number>;
  /** Characters of the text. */
  characters: number;
  /** Present where an expectation lies beside the page. */
  text: TextComparison | undefined;
  /** Lines that were not expected. */
  added: string[];
  images: ReportedList;
  attachments: ReportedList;
  media: ReportedList;
  pages: ReportedList;
  warnings: string[];
  /** True when all is as expected; without an expectation, when the page could be imported. */
  isRight: boolean;
}

/** What is read: a page, its further pages, and what is expected of it. */
export interface ReportInput {
  name: string;
  page: RawPage;
  fetchMore: FetchMore;
  expected: ExpectedPage | undefined;
}

const toField = (found: string, at: string, expected: string | undefined): ReportedField => ({
  found,
  at,
  ...(expected === undefined ? {} : { expected }),
  isRight: expected === undefined ? found !== '' : found === expected,
});

const toList = (found: string[], expected: string[] | undefined): ReportedList => ({
  found,
  ...(expected === undefined ? {} : { expected }),
  isRight:
    expected === undefined ||
    (found.length === expected.length && found.every((name, at) => name === expected[at])),
});

const toMedia = (videos: number, audios: number) => [
  ...Array.from({ length: videos }, () => 'video'),
  ...Array.from({ length: audios }, () => 'audio'),
];

function countKinds(blocks: readonly Block[]): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { kind } of blocks) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

interface Read {
  failure: string | undefined;
  title: string;
  source: string;
  date: string;
  found: FoundAt;
  blocks: Block[];
  attachments: string[];
  pages: number;
  warnings: string[];
}

const NOTHING: Read = {
  failure: undefined,
  title: '',
  source: '',
  date: '',
  found: NOT_FOUND,
  blocks: [],
  attachments: [],
  pages: 0,
  warnings: [],
};

/** The steps of an import up to the blocks; nothing is kept. */
async function read({ page, fetchMore }: ReportInput): Promise<Read> {
  const facts = await readPage(page);
  if (!facts.ok) return { ...NOTHING, failure: facts.reason };
  const heading = toHeading(facts.value, {});
  const whole = await joinPages(facts.value, page.base, fetchMore, readPage);
  const blocks = enhanceBlocks(whole.blocks);
  const isEmpty = blocks.length === 0 && whole.attachments.length === 0;
  const noBody = isEmpty ? reasons.noBody : undefined;
  const { title = '', source = '', date = '' } = facts.value;
  const fields = heading.ok
    ? { title: heading.value.title, source: heading.value.source, date: heading.value.publishedAt }
    : { title, source, date };
  return {
    ...fields,
    failure: heading.ok ? noBody : heading.reason,
    found: facts.value.found,
    blocks,
    attachments: whole.attachments.map(({ name }) => name),
    pages: whole.pages,
    warnings: [...(heading.ok ? heading.value.warnings : []), ...whole.warnings],
  };
}

/** Reports on one page: what was found, where, and what differs from what was expected. */
export async function reportPage(input: ReportInput): Promise<PageReport> {
  const { name, expected } = input;
  const result = await read(input);
  const lines = toBlockLines(result.blocks);
  const kinds = countKinds(result.blocks);
  const text = expected && compareText(expected.lines, lines);
  const parts = {
    title: toField(result.title, result.found.title, expected?.title),
    source: toField(result.source, result.found.source, expected?.source),
    date: toField(result.date, result.found.date, expected?.date),
    images: toList(toImageNames(result.blocks), expected?.images),
    attachments: toList(result.attachments, expected?.attachments),
    media: toList(
      toMedia(kinds.video ?? 0, kinds.audio ?? 0),
      expected && toMedia(expected.videos, expected.audios),
    ),
    pages: toList([`${result.pages}`], expected && [`${expected.pages}`]),
  };
  return {
    name,
    failure: result.failure,
    ...parts,
    bodyAt: result.found.body,
    kinds,
    characters: [...lines.join('')].length,
    text,
    added: expected === undefined ? [] : lines.filter((line) => !expected.lines.includes(line)),
    warnings: [...new Set(result.warnings)],
    isRight:
      result.failure === undefined &&
      (text?.isEqual ?? true) &&
      Object.values(parts).every((part) => part.isRight),
  };
}

/** A page that could not even be read. */
export function toFailedReport(name: string, reason: string): PageReport {
  const none = toField('', 'none', undefined);
  const empty = toList([], undefined);
  return {
    name,
    failure: reason,
    ...{ title: none, source: none, date: none, bodyAt: 'none', kinds: {}, characters: 0 },
    ...{
      text: undefined,
      added: [],
      images: empty,
      attachments: empty,
      media: empty,
      pages: empty,
    },
    warnings: [],
    isRight: false,
  };
}
