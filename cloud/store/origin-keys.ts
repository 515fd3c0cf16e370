import { createHash } from 'node:crypto';
import { DAY_MS, toCivilTime, toEpochMs } from '../../rules/utc8.ts';
import type { ArticleDraft } from '../domain/drafts.ts';

/** What an article is recognised by. Hashed, since an index entry may have 2700 bytes only. */
export type OriginKey = string;

export type ArticleOrigin = Pick<ArticleDraft, 'site' | 'address' | 'title' | 'publishedAt'>;

const toKey = (kind: string, ...parts: string[]): OriginKey =>
  `${kind}:${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;

const toPlainWords = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The day in China: the same page read as text gives a date, and read as HTML a time of day as well. */
function toDay(publishedAt: string): string {
  const { dayNumber } = toCivilTime(toEpochMs(publishedAt));
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The keys of an article: its address where it has one, then site + title + day. Any of them finds the article
 * again; the first one gives a new article its id.
 */
export function toOriginKeys(origin: ArticleOrigin): [OriginKey, ...OriginKey[]] {
  const title = toKey(
    'title',
    toPlainWords(origin.site),
    toPlainWords(origin.title),
    toDay(origin.publishedAt),
  );
  return origin.address === undefined ? [title] : [toKey('address', origin.address), title];
}

export const toEventKey = (key: string): OriginKey => toKey('event', key);
