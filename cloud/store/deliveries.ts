<<<<<<< HEAD

import { sql, type Transaction } from 'kysely';

=======

import { type Kysely, sql, type Transaction } from 'kysely';
import type { SendOutcome } from '../domain/send-outcome.ts';
import { returnCredits, voidCredits } from './credits.ts';
import { stopLine } from './delivery-stops.ts';
import { haltNotice } from './notices.ts';

>>>>>>> main

import { retryConflict } from './retry-conflict.ts';
import { whereSendable } from './sendable.ts';
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
 * One statement, so that the bucket's row, for which all processes wait, is held for one round trip and no longer. The bucket fills at
 * `rate` a second and holds one second's worth. One message a person: whoever has no lane gets one, and two processes at once can't both
 * get it.
 */
async function takeLanes(
  { db }: Store,
  { limit, rate, isQuiet, leaseMs, now }: ClaimRequest,
): Promise<ClaimedRow[]> {
  const at = new Date(now);
  const { rows } = await sql<ClaimedRow>`
<<<<<<< HEAD
    WITH due AS (
      SELECT d.id, d.account_id, d.urgent, d.due_at FROM deliveries d
        WHERE d.state = 'queued' AND d.due_at <= ${at} AND (d.urgent OR NOT ${isQuiet})
          AND NOT EXISTS (
            SELECT FROM delivery_stops s WHERE s.scope IN ('all', d.template_id) AND s.until > ${at}
          )
          AND NOT EXISTS (SELECT FROM delivery_lanes l WHERE l.account_id = d.account_id)
        ORDER BY d.urgent DESC, d.due_at, d.id LIMIT ${limit}
=======
    WITH filled AS (
      SELECT least(${rate}::float, permits + greatest(0, extract(epoch FROM ${at}::timestamptz - filled_at)) * ${rate}) AS permits
        FROM delivery_rate WHERE id = 1 FOR UPDATE
    ),
    due AS (
      SELECT d.id, d.account_id FROM deliveries d
        WHERE ${whereSendable({ isQuiet, now })}
        ORDER BY d.urgent DESC, d.due_at, d.id
        LIMIT (SELECT least(${limit}, floor(permits))::bigint FROM filled)
>>>>>>> main
        FOR UPDATE OF d SKIP LOCKED
    ),
    lanes AS (
      INSERT INTO delivery_lanes (account_id, delivery_id, leased_until)
      SELECT DISTINCT ON (account_id) account_id, id, ${new Date(now + leaseMs)}::timestamptz
        FROM due ORDER BY account_id, urgent DESC, due_at, id
      ON CONFLICT (account_id) DO NOTHING
      RETURNING delivery_id
    ),
    paid AS (
      UPDATE delivery_rate r
        SET permits = f.permits - (SELECT count(*) FROM lanes), filled_at = greatest(r.filled_at, ${at}::timestamptz)
        FROM filled f WHERE r.id = 1
    )
    UPDATE deliveries d SET state = 'sending', updated_at = ${at}
      FROM lanes l, accounts a, notices n
      WHERE d.id = l.delivery_id AND a.id = d.account_id AND n.id = d.notice_id
      RETURNING d.id, d.notice_id, d.account_id, a.openid_sealed, d.template_id, n.page, n.data, d.attempts
  `.execute(db);
  return rows;
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

<<<<<<< HEAD
=======
export interface Settled {
  delivery: Pick<Claimed, 'id' | 'noticeId' | 'accountId' | 'templateId'>;
  outcome: SendOutcome;
}

type Sent = { id: string; messageId: string | null };

/** Most messages arrive: those are settled together, in one statement. */
async function settleSent(db: Kysely<Tables>, sent: readonly Sent[], at: Date): Promise<void> {
  if (sent.length === 0) return;
  await sql`
    WITH given AS (
      SELECT * FROM unnest(${sent.map(({ id }) => id)}::uuid[], ${sent.map(({ messageId }) => messageId)}::text[])
        AS s (id, message_id)
    ),
    freed AS (DELETE FROM delivery_lanes l USING given s WHERE l.delivery_id = s.id)
    UPDATE deliveries d SET state = 'sent', code = NULL, message_id = s.message_id, updated_at = ${at}
      FROM given s WHERE d.id = s.id AND d.state IN ('sending', 'unknown')
  `.execute(db);
}

/** Puts a delivery that is under way into another state. @returns false when it is not under way any more */
async function move(
  trx: Transaction<Tables>,
  id: string,
  change: { state: DeliveryState; code: number | null; due_at?: Date; isTry?: boolean },
  at: Date,
): Promise<boolean> {
  const { isTry, ...columns } = change;
  const moved = await trx
    .updateTable('deliveries')
    .set((build) => ({
      ...columns,
      updated_at: at,
      ...(isTry && { attempts: build('attempts', '+', 1) }),
    }))
    .where('id', '=', id)
    // A lease may have ended meanwhile: what we know now is still the truth.
    .where('state', 'in', ['sending', 'unknown'])
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

async function settleOther(
  trx: Transaction<Tables>,
  { delivery, outcome }: Settled,
  at: Date,
): Promise<void> {
  const { id, accountId, templateId } = delivery;
  switch (outcome.kind) {
    case 'sent':
      return;
    case 'unknown':
      await move(trx, id, { state: 'unknown', code: null }, at);
      return;
    case 'again': {
      const { dueAt, code, stop } = outcome;
      const due_at = new Date(dueAt);
      await move(trx, id, { state: 'queued', code, due_at, isTry: stop === undefined }, at);
      if (stop) await stopLine(trx, stop.scope === 'all' ? 'all' : templateId, stop, at);
      return;
    }
    case 'failed':
      if (await move(trx, id, { state: 'failed', code: outcome.code }, at)) {
        await returnCredits(trx, [id], at);
      }
      return;
    case 'refused':
      if (await move(trx, id, { state: 'refused', code: outcome.code }, at)) {
        await returnCredits(trx, [id], at);
        await voidCredits(trx, { accountId, templateId, cause: id }, at);
      }
      return;
    case 'halted':
      if (await move(trx, id, { state: 'failed', code: outcome.code }, at)) {
        await returnCredits(trx, [id], at);
      }
      await haltNotice(trx, delivery.noticeId, outcome.code, at);
      return;
  }
}

/** Writes down what became of messages, and gives their lanes free: all of it, or nothing. */
export async function settleDeliveries(
  { db }: Store,
  settled: readonly Settled[],
  now: number,
): Promise<void> {
  const at = new Date(now);
  const sent = settled.flatMap(({ delivery, outcome }) =>
    outcome.kind === 'sent' ? [{ id: delivery.id, messageId: outcome.messageId }] : [],
  );
  const others = settled.filter(({ outcome }) => outcome.kind !== 'sent');
  // A statement is all or nothing by itself.
  if (others.length === 0) return retryConflict(() => settleSent(db, sent, at));
  await retryConflict(() =>
    db.transaction().execute(async (trx) => {
      await settleSent(trx, sent, at);
      for (const one of others) await settleOther(trx, one, at);
      await trx
        .deleteFrom('delivery_lanes')
        .where(
          'delivery_id',
          'in',
          others.map(({ delivery }) => delivery.id),
        )
        .execute();
    }),
  );
}

>>>>>>> main
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
