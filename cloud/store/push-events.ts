import type { Transaction } from 'kysely';
import { toPushOutcome } from '../domain/send-outcome.ts';
import { returnCredits, voidCredits } from './credits.ts';
import { retryConflict } from './retry-conflict.ts';
import type { Store } from './store.ts';
import type { DeliveryState, Tables } from './tables.ts';

/** Notes a pushed event, once. @returns false when it was noted before */
async function isNew(
  trx: Transaction<Tables>,
  key: string,
  accountId: string,
  at: Date,
): Promise<boolean> {
  const noted = await trx
    .insertInto('push_events')
    .values({ key, account_id: accountId, received_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return noted.numInsertedOrUpdatedRows === 1n;
}

/** The reader has turned the messages of a template off in WeChat's settings: what is left of it is void. */
export async function noteRejection(
  { db }: Store,
  { key, accountId, templateId }: { key: string; accountId: string; templateId: string },
  now: number,
): Promise<void> {
  const at = new Date(now);
  await retryConflict(() =>
    db.transaction().execute(async (trx) => {
      if (!(await isNew(trx, key, accountId, at))) return;
      await voidCredits(trx, { accountId, templateId, cause: key }, at);
    }),
  );
}

export interface SendResult {
  key: string;
  accountId: string;
  templateId: string;
  messageId: string;
  /** WeChat's code; 0 when the message has arrived. */
  errorCode: number;
}

/** States in which nobody knows yet what became of a message. */
const OPEN: readonly DeliveryState[] = ['sending', 'unknown'];

/**
 * The delivery that a push is about: the one with its message id; without one the only one of the template whose answer is still out, or
 * lost. It is held, so that its answer, which may come at this moment, is settled before or after, and not in between.
 */
async function holdTold(
  trx: Transaction<Tables>,
  { accountId, templateId, messageId }: SendResult,
): Promise<{ id: string; state: DeliveryState } | undefined> {
  // In one statement: between two of them the message could get its id, and another take its place.
  const rows = await trx
    .selectFrom('deliveries')
    .select(['id', 'state', 'message_id'])
    .where('account_id', '=', accountId)
    .where((build) =>
      build.or([
        build('message_id', '=', messageId),
        build.and([build('template_id', '=', templateId), build('state', 'in', OPEN)]),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  const told = rows.find(({ message_id }) => message_id === messageId);
  return told ?? (rows.length === 1 ? rows[0] : undefined);
}

/**
 * What became of a message after WeChat took it. It settles a delivery whose answer is out or lost, where it can only be that one; an
 * answer that comes later changes nothing then, and gives the lane free. One that is over without being sent stays so: its credit is back.
 */
export async function noteSendResult(
  { db }: Store,
  result: SendResult,
  now: number,
): Promise<void> {
  const at = new Date(now);
  const { key, accountId, templateId, messageId } = result;
  const outcome = toPushOutcome(result.errorCode);
  const note = async (trx: Transaction<Tables>): Promise<void> => {
    if (!(await isNew(trx, key, accountId, at))) return;
    const told = await holdTold(trx, result);
    if (told === undefined || !(OPEN.includes(told.state) || told.state === 'sent')) return;
    const code = outcome.kind === 'sent' ? null : outcome.code;
    await trx
      .updateTable('deliveries')
      .set({ state: outcome.kind, code, message_id: messageId, updated_at: at })
      .where('id', '=', told.id)
      .execute();
    if (outcome.kind === 'sent') return;
    await returnCredits(trx, [told.id], at);
    if (outcome.kind === 'refused')
      await voidCredits(trx, { accountId, templateId, cause: told.id }, at);
  };
  await retryConflict(() => db.transaction().execute(note));
}

/** A push that came so long ago is not sent again by WeChat. */
export async function removeOldPushEvents({ db }: Store, before: number): Promise<void> {
  await db.deleteFrom('push_events').where('received_at', '<', new Date(before)).execute();
}
