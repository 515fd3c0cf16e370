import { type Kysely, sql, type Transaction } from 'kysely';
import { OWN_CODES, type SendOutcome } from '../domain/send-outcome.ts';
import { returnCredits, voidCredits } from './credits.ts';
import type { Claimed } from './deliveries.ts';
import { stopLine } from './delivery-stops.ts';
import { haltNotice } from './notices.ts';
import { retryConflict } from './retry-conflict.ts';
import type { Store } from './store.ts';
import type { DeliveryState, NoticeState, Tables } from './tables.ts';

export interface Settled {
  delivery: Pick<Claimed, 'id' | 'noticeId' | 'accountId' | 'templateId'>;
  outcome: SendOutcome;
}

interface SettledAs<Kind extends SendOutcome['kind']> extends Settled {
  outcome: Extract<SendOutcome, { kind: Kind }>;
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

/**
 * Puts a delivery that is under way into another state.
 *
 * @returns false when it is not under way any more; with `unlessLeft` also when its reader has left the topic meanwhile
 */
async function move(
  trx: Transaction<Tables>,
  id: string,
  change: { state: DeliveryState; code: number | null; due_at?: Date; isTry?: boolean },
  at: Date,
  { unlessLeft = false } = {},
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
    .$if(unlessLeft, (query) => query.where('code', 'is distinct from', OWN_CODES.leftTopic))
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

/** How a delivery ends whose notice was stopped while it was under way, and that was not sent. */
const STOPPED: Readonly<Partial<Record<NoticeState, DeliveryState>>> = {
  cancelled: 'cancelled',
  halted: 'failed',
};

interface HeldNotice {
  state: NoticeState;
  /** Why it was halted. */
  code: number | null;
}

/**
 * The notices whose deliveries may come back into the line, or that may be halted. They stay as they are until the end: otherwise one that
 * is cancelled at this moment would miss a delivery that is just coming back.
 */
async function holdNotices(
  trx: Transaction<Tables>,
  settled: readonly Settled[],
): Promise<Map<string, HeldNotice>> {
  const ids = settled.flatMap(({ delivery, outcome }) =>
    outcome.kind === 'again' || outcome.kind === 'halted' ? [delivery.noticeId] : [],
  );
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('notices')
    .select(['id', 'state', 'code'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Puts a delivery back into the line, unless its notice was stopped meanwhile, or its reader has left the topic: then it ends, and its
 * credit comes back.
 */
async function putBack(
  trx: Transaction<Tables>,
  { delivery: { id, templateId }, outcome }: SettledAs<'again'>,
  notice: HeldNotice | undefined,
  at: Date,
): Promise<void> {
  const { dueAt, code, stop } = outcome;
  if (stop) await stopLine(trx, stop.scope === 'all' ? 'all' : templateId, stop, at);
  const stopped = notice && STOPPED[notice.state];
  if (stopped === undefined) {
    const back = {
      state: 'queued',
      code,
      due_at: new Date(dueAt),
      isTry: stop === undefined,
    } as const;
    if (await move(trx, id, back, at, { unlessLeft: true })) return;
  }
  const end = stopped
    ? { state: stopped, code: notice?.code ?? null }
    : { state: 'failed' as const, code: OWN_CODES.leftTopic };
  if (await move(trx, id, end, at)) await returnCredits(trx, [id], at);
}

async function settleOther(
  trx: Transaction<Tables>,
  { delivery, outcome }: Settled,
  held: Map<string, HeldNotice>,
  at: Date,
): Promise<void> {
  const { id, noticeId, accountId, templateId } = delivery;
  switch (outcome.kind) {
    case 'sent':
      return;
    case 'unknown':
      await move(trx, id, { state: 'unknown', code: null }, at);
      return;
    case 'again':
      return putBack(trx, { delivery, outcome }, held.get(noticeId), at);
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
      await haltNotice(trx, noticeId, outcome.code);
      held.set(noticeId, { state: 'halted', code: outcome.code });
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
      const held = await holdNotices(trx, others);
      await settleSent(trx, sent, at);
      for (const one of others) await settleOther(trx, one, held, at);
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
