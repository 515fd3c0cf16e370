import { sql, type Transaction } from 'kysely';
import { retryConflict } from './retry-conflict.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** A message that somebody is to send now, and nobody else. */
export interface Claimed {
  id: string;
  noticeId: string;
  accountId: string;
  openidSealed: Buffer;
  templateId: string;
  page: string;
  data: Record<string, string>;
  /** Tries before this one. */
  attempts: number;
}

export interface ClaimRequest {
  /** At most so many. */
  limit: number;
  /** How long they are ours, in milliseconds. */
  leaseMs: number;
  /** Messages a second, over all processes. */
  rate: number;
  /** Only urgent ones. */
  isQuiet: boolean;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * Takes permits to send out of the bucket that all processes share; it fills at `rate` a second and holds one second's worth.
 *
 * @returns how many were left, at most `limit`
 */
async function takePermits(
  trx: Transaction<Tables>,
  { limit, rate, now }: ClaimRequest,
): Promise<number> {
  const at = new Date(now);
  const { rows } = await sql<{ taken: number }>`
    WITH filled AS (
      SELECT least(${rate}::float, permits + greatest(0, extract(epoch FROM ${at}::timestamptz - filled_at)) * ${rate}) AS permits
        FROM delivery_rate WHERE id = 1 FOR UPDATE
    ), taken AS (SELECT permits, least(${limit}, floor(permits)) AS taken FROM filled)
    UPDATE delivery_rate r SET permits = t.permits - t.taken, filled_at = greatest(r.filled_at, ${at}::timestamptz)
      FROM taken t WHERE r.id = 1 RETURNING t.taken::integer AS taken
  `.execute(trx);
  return rows[0]?.taken ?? 0;
}

async function givePermitsBack(trx: Transaction<Tables>, unused: number): Promise<void> {
  if (unused > 0)
    await sql`UPDATE delivery_rate SET permits = permits + ${unused} WHERE id = 1`.execute(trx);
}

interface ClaimedRow {
  id: string;
  notice_id: string;
  account_id: string;
  openid_sealed: Buffer;
  template_id: string;
  page: string;
  data: Record<string, string>;
  attempts: number;
}

/** One message a person: whoever has no lane gets one. Two processes at once can't both get it. */
async function takeLanes(
  trx: Transaction<Tables>,
  limit: number,
  { isQuiet, leaseMs, now }: ClaimRequest,
): Promise<ClaimedRow[]> {
  const at = new Date(now);
  const { rows } = await sql<ClaimedRow>`
    WITH due AS (
      SELECT d.id, d.account_id, d.urgent, d.due_at FROM deliveries d
        WHERE d.state = 'queued' AND d.due_at <= ${at} AND (d.urgent OR NOT ${isQuiet})
          AND NOT EXISTS (
            SELECT FROM delivery_stops s WHERE s.scope IN ('all', d.template_id) AND s.until > ${at}
          )
          AND NOT EXISTS (SELECT FROM delivery_lanes l WHERE l.account_id = d.account_id)
        ORDER BY d.urgent DESC, d.due_at, d.id LIMIT ${limit}
        FOR UPDATE OF d SKIP LOCKED
    ),
    lanes AS (
      INSERT INTO delivery_lanes (account_id, delivery_id, leased_until)
      SELECT DISTINCT ON (account_id) account_id, id, ${new Date(now + leaseMs)}::timestamptz
        FROM due ORDER BY account_id, urgent DESC, due_at, id
      ON CONFLICT (account_id) DO NOTHING
      RETURNING delivery_id
    )
    UPDATE deliveries d SET state = 'sending', updated_at = ${at}
      FROM lanes l, accounts a, notices n
      WHERE d.id = l.delivery_id AND a.id = d.account_id AND n.id = d.notice_id
      RETURNING d.id, d.notice_id, d.account_id, a.openid_sealed, d.template_id, n.page, n.data, d.attempts
  `.execute(trx);
  return rows;
}

/**
 * Claims messages that are due, at most one a person and never one to a person for whom another is under way. Each is marked as being
 * sent: should this process die, nobody sends it a second time.
 */
export async function claimDeliveries({ db }: Store, request: ClaimRequest): Promise<Claimed[]> {
  const at = new Date(request.now);
  const isDue = await db
    .selectFrom('deliveries')
    .select('id')
    .where('state', '=', 'queued')
    .where('due_at', '<=', at)
    .limit(1)
    .executeTakeFirst();
  if (isDue === undefined) return [];
  const rows = await retryConflict(() =>
    db.transaction().execute(async (trx) => {
      const permits = await takePermits(trx, request);
      const taken = permits > 0 ? await takeLanes(trx, permits, request) : [];
      await givePermitsBack(trx, permits - taken.length);
      return taken;
    }),
  );
  return rows.map((row) => ({
    ...{ id: row.id, noticeId: row.notice_id, accountId: row.account_id },
    ...{ openidSealed: row.openid_sealed, templateId: row.template_id },
    ...{ page: row.page, data: row.data, attempts: row.attempts },
  }));
}

/**
 * Ends what a process that died has left: nobody knows whether such a message was sent, so it is not sent again.
 *
 * @returns how many there were
 */
export async function recoverDeliveries({ db }: Store, now: number): Promise<number> {
  const at = new Date(now);
  // A message that is being sent always has its lane: both are written together.
  const { rows } = await retryConflict(() =>
    sql<{ id: string }>`
      WITH over AS (DELETE FROM delivery_lanes WHERE leased_until <= ${at} RETURNING delivery_id)
      UPDATE deliveries d SET state = 'unknown', code = NULL, updated_at = ${at}
        WHERE d.state = 'sending' AND (
          d.id IN (SELECT delivery_id FROM over)
          OR NOT EXISTS (SELECT FROM delivery_lanes l WHERE l.delivery_id = d.id)
        ) RETURNING d.id
    `.execute(db),
  );
  return rows.length;
}
