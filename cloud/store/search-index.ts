import type { Transaction } from 'kysely';
import { collectText } from '../../rules/collect-text.ts';
import { toSearchText } from '../domain/search/search-text.ts';
import { toSpanMarks } from './search/search-spans.ts';
import { SEARCH_VERSION } from './search/search-version.ts';
import { toTsVector } from './search/to-tsvector.ts';
import { getWordCutter } from './search/word-cutter.ts';
import type { Tables } from './tables.ts';

/** So much lies between title and body that no phrase reaches from one into the other. */
const GAP = 200;

/** Lines are joined: an excerpt is one line. */
function toBody(blocks: unknown, attachments: readonly { name: string }[]): string {
  const lines = [collectText(blocks), ...attachments.map(({ name }) => name)];
  return lines.join(' ').replace(/\s+/g, ' ').trim();
}

/**
 * Makes what an article is found by: call it in the transaction that saves the article, whenever its title, body, attachments,
 * channel or date has changed. The article's row stays locked against change until the transaction ends, so that the
 * words are always those of what is stored.
 */
export async function indexArticle(trx: Transaction<Tables>, id: string): Promise<void> {
  const article = await trx
    .selectFrom('articles')
    .select(['title', 'blocks', 'attachments', 'channel_id', 'sort_at'])
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst();
  if (article === undefined) return;
  const { index } = getWordCutter();
  const title = toSearchText(article.title);
  const body = toBody(article.blocks, article.attachments);
  const titleWords = index(title);
  const start = title.length + GAP;
  const bodyWords = index(toSearchText(body)).map(({ at, text }) => ({ at: at + start, text }));
  const marks = toSpanMarks(article.sort_at);
  const row = {
    channel_id: article.channel_id,
    sort_at: article.sort_at,
    title_words: toTsVector(titleWords, marks),
    words: toTsVector([...titleWords, ...bodyWords], marks),
    body,
    version: SEARCH_VERSION,
  };
  await trx
    .insertInto('article_search')
    .values({ article_id: id, ...row })
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet(row))
    .execute();
}
