import type { Attachment } from '../../types/attachment.ts';
import type { Block } from '../../types/block.ts';
import type { Cover } from '../../types/cover.ts';
import type { ArticleDraft } from './drafts.ts';

/** What goes together as the body. */
export interface ArticleBody {
  cover?: Cover;
  blocks: Block[];
  attachments: Attachment[];
}

/** What an article says, in the parts that an editor can correct one by one. */
export interface ArticleContent {
  title: string;
  source: string;
  /** A moment with offset, or a plain date. */
  publishedAt: string;
  channelId: string;
  summary: string;
  body: ArticleBody;
}

export type ContentField = keyof ArticleContent;

export const CONTENT_FIELDS = [
  'title',
  'source',
  'publishedAt',
  'channelId',
  'summary',
  'body',
] as const satisfies readonly ContentField[];

/** Some parts. As `siteValues` of an article: what its site says where an editor has corrected it, and nothing else. */
export type ContentValues = Partial<ArticleContent>;

export function toContent(draft: Omit<ArticleDraft, 'site' | 'address'>): ArticleContent {
  const { title, source, publishedAt, channelId, summary, cover, blocks, attachments } = draft;
  const body = { ...(cover && { cover }), blocks, attachments };
  return { title, source, publishedAt, channelId, summary, body };
}

/** The same value as JSON would have it: members in whatever order. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((member, index) => isSame(member, b[index]));
  }
  const [left, right] = [a, b].map((value) =>
    Object.entries(value).filter(([, member]) => member !== undefined),
  ) as [[string, unknown][], [string, unknown][]];
  if (left.length !== right.length) return false;
  const others = new Map(right);
  return left.every(([name, member]) => others.has(name) && isSame(member, others.get(name)));
}

/** The parts in which two contents differ. */
export function findChanges(from: ArticleContent, to: ArticleContent): ContentField[] {
  return CONTENT_FIELDS.filter((field) => !isSame(from[field], to[field]));
}

interface Stored {
  content: ArticleContent;
  siteValues: ContentValues;
}

/** What a part is where nobody has corrected it. */
const toSiteContent = ({ content, siteValues }: Stored): ArticleContent => ({
  ...content,
  ...siteValues,
});

/** The corrected parts in which the site says something else than the editor. */
export function findKept({ content, siteValues }: Stored): ContentField[] {
  return CONTENT_FIELDS.filter(
    (field) => field in siteValues && !isSame(content[field], siteValues[field]),
  );
}

const pick = (content: ArticleContent, fields: readonly ContentField[]): ContentValues =>
  Object.fromEntries(fields.map((field) => [field, content[field]]));

/** What an import makes of an article: corrected parts stay as the editor has them, the others follow the site. */
export function mergeImport(stored: Stored, incoming: ArticleContent): Stored {
  const corrected = CONTENT_FIELDS.filter((field) => field in stored.siteValues);
  return {
    content: { ...incoming, ...pick(stored.content, corrected) },
    siteValues: pick(incoming, corrected),
  };
}

/**
 * What an editor's correction makes of an article. A part that is given the words of the site counts as corrected no longer: it
 * follows the site again.
 */
export function mergeCorrection(stored: Stored, correction: ContentValues): Stored {
  const content = { ...stored.content, ...correction };
  const site = toSiteContent(stored);
  const isCorrected = (field: ContentField) =>
    field in correction ? !isSame(content[field], site[field]) : field in stored.siteValues;
  // The summary tells of the body, so it stays with an editor's.
  const corrected = CONTENT_FIELDS.filter(
    (field) => isCorrected(field) || (field === 'summary' && isCorrected('body')),
  );
  return { content, siteValues: pick(site, corrected) };
}
