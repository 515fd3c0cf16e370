import { sql, type Transaction } from 'kysely';
import { retryConflict } from './retry-conflict.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Readers of one batch: a transaction stays short. */
const BATCH = 1_000;

/**
 * Writes the deliveries of a notice for its next readers: `queued` with a credit spent for it, `no_credit` without one. Call it in a
 * transaction that holds the notice's row. Its readers are whoever asks for its topic by the time that their batch is written: moments of
 * different machines are not compared, so who asks while batches are still written may get it as well.
 *
 * @returns true when nobody is left; the notice is `published` then
 */
export async function spreadBatch(
  trx: Transaction<Tables>,
  noticeId: string,
  now: number,
): Promise<boolean> {
  const at = new Date(now);
  const { rows } = await sql<{ last: string | null; readers: string }>`
    WITH notice AS (SELECT * FROM notices WHERE id = ${noticeId}),
    -- Who leaves the topic at this moment is left out, or leaves it afterwards and stops what is written here.
    asked AS (
      SELECT s.account_id FROM subscriptions s, notice n
        WHERE n.account_id IS NULL AND s.topic = n.topic
          AND (n.spread_to IS NULL OR s.account_id > n.spread_to)
        ORDER BY s.account_id LIMIT ${BATCH} FOR KEY SHARE OF s
    ),
    audience AS (
      SELECT account_id FROM asked
      UNION ALL
      SELECT n.account_id FROM notice n WHERE n.account_id IS NOT NULL AND n.spread_to IS NULL
      ORDER BY 1 LIMIT ${BATCH}
    ),
    -- Who deletes their account at this moment is left out, or deletes it afterwards.
    here AS (
      SELECT id FROM accounts WHERE id IN (SELECT account_id FROM audience)
        ORDER BY id FOR KEY SHARE
    ),
    rich AS (
      SELECT b.account_id FROM credit_balances b, notice n
        WHERE b.account_id IN (SELECT id FROM here)
          AND b.topic = n.topic AND b.template_id = n.template_id AND b.balance > 0
        ORDER BY b.account_id FOR UPDATE OF b
    ),
    made AS (
      INSERT INTO deliveries
        (notice_id, account_id, template_id, urgent, state, due_at, created_at, updated_at)
      SELECT n.id, h.id, n.template_id, n.urgent,
          CASE WHEN r.account_id IS NULL THEN 'no_credit' ELSE 'queued' END, ${at}, ${at}, ${at}
        FROM notice n CROSS JOIN here h LEFT JOIN rich r ON r.account_id = h.id
        ORDER BY h.id
      ON CONFLICT (notice_id, account_id) DO NOTHING
      RETURNING id, account_id, state
    ),
    spent AS (
      INSERT INTO credit_entries (account_id, topic, template_id, kind, amount, cause, created_at)
      SELECT m.account_id, n.topic, n.template_id, 'spent', -1, 'spend:' || m.id, ${at}::timestamptz
        FROM made m, notice n WHERE m.state = 'queued' AND NOT n.is_long_term
        ORDER BY m.account_id
    )
    SELECT max(account_id::text) AS last, count(*) AS readers FROM audience
  `.execute(trx);
  const readers = Number(rows[0]?.readers ?? 0);
  const isDone = readers < BATCH;
  await trx
    .updateTable('notices')
    .set({
      // Whose account it was is nothing to keep once nobody follows.
      spread_to: isDone ? null : (rows[0]?.last ?? null),
      ...(isDone && { state: 'published' }),
    })
    .where('id', '=', noticeId)
    .execute();
  return isDone;
}

/**
 * Takes up one notice that is due or half spread, and spreads one batch of it. Any number of processes may: each takes another one.
 *
 * @returns false when there was nothing to do
 */
export function spreadDue({ db }: Store, now: number): Promise<boolean> {
  return retryConflict(() =>
    db.transaction().execute(async (trx) => {
      const due = await trx
        .selectFrom('notices')
        .select(['id', 'state'])
        .where('state', 'in', ['scheduled', 'spreading'])
        .where('publish_at', '<=', new Date(now))
        .orderBy('urgent', 'desc')
        .orderBy('publish_at')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (due === undefined) return false;
      if (due.state === 'scheduled') {
        await trx
          .updateTable('notices')
          .set({ state: 'spreading', published_at: new Date(now) })
          .where('id', '=', due.id)
          .execute();
      }
      const isDone = await spreadBatch(trx, due.id, now);
      // Thousands of rows more: without new statistics the next claims would read the whole line to sort it.
      if (isDone) await sql`ANALYZE deliveries`.execute(trx);
      return true;
    }),
  );
}
