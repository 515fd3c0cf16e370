import type { Transaction } from 'kysely';
import { voidCredits } from './credits.ts';
import { retryConflict } from './retry-conflict.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

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

/**
 * What became of a message after WeChat took it. It settles a delivery whose answer was lost, where it can only be that one.
 */
export async function noteSendResult(
  { db }: Store,
  { key, accountId, templateId, messageId, errorCode }: SendResult,
  now: number,
): Promise<void> {
  const at = new Date(now);
  await db.transaction().execute(async (trx) => {
    if (!(await isNew(trx, key, accountId, at))) return;
    const told = await trx
      .selectFrom('deliveries')
      .select('id')
      .where('account_id', '=', accountId)
      .where('message_id', '=', messageId)
      .executeTakeFirst();
    const open = told
      ? []
      : await trx
          .selectFrom('deliveries')
          .select(['id', 'state'])
          .where('account_id', '=', accountId)
          .where('template_id', '=', templateId)
          .where('state', 'in', ['sending', 'unknown'])
          .execute();
    // Another message of the same template may still be under way: then nobody can tell which it was.
    const id = told?.id ?? (open.length === 1 && open[0]?.state === 'unknown' ? open[0].id : null);
    if (id === null) return;
    await trx
      .updateTable('deliveries')
      .set({
        ...{ message_id: messageId, updated_at: at },
        ...(errorCode === 0 ? { state: 'sent', code: null } : { state: 'failed', code: errorCode }),
      })
      .where('id', '=', id)
      .execute();
  });
}

/** A push that came so long ago is not sent again by WeChat. */
export async function removeOldPushEvents({ db }: Store, before: number): Promise<void> {
  await db.deleteFrom('push_events').where('received_at', '<', new Date(before)).execute();
}
