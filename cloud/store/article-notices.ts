import type { Transaction } from 'kysely';
import { markCancelled } from './notices.ts';
import type { Tables } from './tables.ts';

/** The notices of an article that are still to be sent to somebody, tests to one reader left out. */
async function listOpenNotices(trx: Transaction<Tables>, articleId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('notices')
    .select('id')
    .where('article_id', '=', articleId)
    .where('account_id', 'is', null)
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('state', 'in', ['scheduled', 'spreading']),
        // Spread to all its readers, and waiting: for the morning, or for a line that is stopped.
        eb('state', '=', 'published').and(
          exists(
            selectFrom('deliveries')
              .select('deliveries.id')
              .whereRef('notice_id', '=', 'notices.id')
              .where('deliveries.state', '=', 'queued'),
          ),
        ),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Cancels what is still to be sent of an article, in the transaction that withdraws it: a message about what can't be read any
 * more would be a broken promise, and no process may come between the two.
 *
 * @returns the notices that were cancelled; what is left of them in the line ends with `endStopped`
 */
export async function cancelNoticesOf(
  trx: Transaction<Tables>,
  articleId: string,
  now: number,
): Promise<string[]> {
  const cancelled: string[] = [];
  for (const id of await listOpenNotices(trx, articleId)) {
    if ((await markCancelled(trx, id, now)) === undefined) cancelled.push(id);
  }
  return cancelled;
}
