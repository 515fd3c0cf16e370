import type { Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Called inside the transaction of every change of an article, of its content or of its life: what is derived from articles is
 * brought up to date here, or not at all when the change is taken back.
 */
export async function afterContentChange(_trx: Transaction<Tables>, _id: string): Promise<void> {}
