import { sql } from 'kysely';

import { retryConflict } from './retry-conflict.ts';
import { SENDABLE } from './sendable.ts';
import type { Store } from './store.ts';

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

/**
 * How far into the line a claim looks. Those before it may be locked by other processes, belong to a person for whom another message is under
 * way, or to a notice that was stopped a moment ago; all of that passes in seconds.
 */
const CANDIDATES = 200;

/** Clocks that are kept in step differ by less. */
const CLOCK_SKEW_MS = 1_000;

/**
 * One statement, so that the bucket's row, for which all processes wait, is held for one round trip and no longer; prepared, as planning
 * it would cost more than running it. The bucket fills at the rate and holds one second's worth. One message a person: whoever has no lane
 * gets one, and two processes at once can't both get it. Processes' clocks differ: a bucket filled in the future, by one that was ahead,
 * counts as filled now, or it would stay empty.
 */
const CLAIM = `
  WITH filled AS (
    SELECT least($3::float, permits + greatest(0, extract(epoch FROM $1::timestamptz - filled_at)) * $3::float) AS permits,
        CASE WHEN filled_at > $4 THEN $1::timestamptz ELSE greatest(filled_at, $1::timestamptz) END AS filled_at
      FROM delivery_rate WHERE id = 1 FOR UPDATE
  ),
  -- First in the order of its index, and no more than are wanted: whatever else has to hold is looked at for these alone.
  first AS MATERIALIZED (
    SELECT id FROM deliveries
      WHERE state = 'queued' AND due_at <= $1 AND (urgent OR NOT $2)
        AND template_id <> ALL (ARRAY(SELECT scope FROM delivery_stops WHERE until > $1))
        AND NOT EXISTS (SELECT FROM delivery_stops WHERE scope = 'all' AND until > $1)
      ORDER BY urgent DESC, due_at, id LIMIT ${CANDIDATES}
  ),
  due AS (
    SELECT d.id, d.account_id, d.urgent, d.due_at FROM deliveries d
      WHERE d.id IN (SELECT id FROM first) AND ${SENDABLE}
      ORDER BY d.urgent DESC, d.due_at, d.id
      LIMIT (SELECT least($5, floor(permits))::bigint FROM filled)
      FOR UPDATE OF d SKIP LOCKED
  ),
  lanes AS (
    INSERT INTO delivery_lanes (account_id, delivery_id, leased_until)
    SELECT DISTINCT ON (account_id) account_id, id, $6::timestamptz
      FROM due ORDER BY account_id, urgent DESC, due_at, id
    ON CONFLICT (account_id) DO NOTHING
    RETURNING delivery_id
  ),
  paid AS (
    UPDATE delivery_rate r
      SET permits = f.permits - (SELECT count(*) FROM lanes), filled_at = f.filled_at
      FROM filled f WHERE r.id = 1
  )
  UPDATE deliveries d SET state = 'sending', updated_at = $1
    FROM lanes l, accounts a, notices n
    WHERE d.id = l.delivery_id AND a.id = d.account_id AND n.id = d.notice_id
    RETURNING d.id, d.notice_id, d.account_id, a.openid_sealed, d.template_id, n.page, n.data, d.attempts`;

async function takeLanes(
  { pool }: Store,
  { limit, rate, isQuiet, leaseMs, now }: ClaimRequest,
): Promise<ClaimedRow[]> {
  const [at, skewed, leasedUntil] = [now, now + CLOCK_SKEW_MS, now + leaseMs].map(
    (moment) => new Date(moment),
  );
  const values = [at, isQuiet, rate, skewed, limit, leasedUntil];
  return (await pool.query<ClaimedRow>({ name: 'claim', text: CLAIM, values })).rows;
}

/**
 * Claims messages that are due, at most one a person and never one to a person for whom another is under way. Each is marked as being
 * sent: should this process die, nobody sends it a second time.
 */
export async function claimDeliveries(store: Store, request: ClaimRequest): Promise<Claimed[]> {
  // Whoever only looks whether there is anything writes nothing.
  const isDue = await store.db
    .selectFrom('deliveries')
    .select('id')
    .where('state', '=', 'queued')
    .where('due_at', '<=', new Date(request.now))
    .limit(1)
    .executeTakeFirst();
  if (isDue === undefined) return [];
  const rows = await retryConflict(() => takeLanes(store, request));
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
