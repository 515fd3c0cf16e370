import type { Transaction } from 'kysely';
import { indexArticle } from './search-index.ts';
import type { Tables } from './tables.ts';

/**
 * Called inside the transaction of every change of an article, of its content or of its life: what is derived from articles is
 * brought up to date here, or not at all when the change is taken back.
 */
export function afterContentChange(trx: Transaction<Tables>, id: string): Promise<void> {
  return indexArticle(trx, id);
}
