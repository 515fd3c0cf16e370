import { type Kysely, sql, type Transaction } from 'kysely';
import { retryConflict } from './retry-conflict.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** A topic with the template that its messages are sent with. */
export interface AcceptedTopic {
  topic: string;
  templateId: string;
  isLongTerm: boolean;
}

export interface Accepts {
  accountId: string;
  /** Names one call of WeChat's question: what it granted it grants once. */
  reportId: string;
  accepted: readonly AcceptedTopic[];
}

const inLedger = (db: Kysely<Tables>, run: (trx: Transaction<Tables>) => Promise<void>) =>
  retryConflict(() => db.transaction().execute(run));

/**
 * Grants what a reader accepted: a credit a template, or, where the template is a long-term one, the one that stands until it
 * is taken back. Told again, it grants nothing more.
 *
 * @param now milliseconds since the epoch
 * @throws the database's error when the account is gone
 */
export async function grantCredits(
  { db }: Store,
  { accountId, reportId, accepted }: Accepts,
  now: number,
): Promise<void> {
  const at = new Date(now);
  await inLedger(db, async (trx) => {
    // Long-term grants look at what there is: one after the other.
    await trx.selectFrom('accounts').select('id').where('id', '=', accountId).forUpdate().execute();
    for (const { topic, templateId, isLongTerm } of accepted) {
      await trx
        .insertInto('subscriptions')
        .values({ account_id: accountId, topic, since: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      if (isLongTerm && (await readBalance(trx, accountId, topic, templateId)) > 0) continue;
      await trx
        .insertInto('credit_entries')
        .values({
          ...{ account_id: accountId, topic, template_id: templateId },
          ...{ kind: 'granted', amount: 1, created_at: at },
          // One accept is one message of the template, whatever topics share it.
          cause: `grant:${accountId}:${reportId}:${templateId}`,
        })
        .onConflict((conflict) => conflict.column('cause').doNothing())
        .execute();
    }
  });
}

/** How often a reader accepted since a moment, in milliseconds since the epoch. */
export async function countGrants({ db }: Store, accountId: string, since: number) {
  const { count } = await db
    .selectFrom('credit_entries')
    .select((build) => build.fn.countAll<string>().as('count'))
    .where('account_id', '=', accountId)
    .where('kind', '=', 'granted')
    .where('created_at', '>', new Date(since))
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function readBalance(
  trx: Transaction<Tables>,
  accountId: string,
  topic: string,
  templateId: string,
): Promise<number> {
  const row = await trx
    .selectFrom('credit_balances')
    .select('balance')
    .where('account_id', '=', accountId)
    .where('topic', '=', topic)
    .where('template_id', '=', templateId)
    .executeTakeFirst();
  return row?.balance ?? 0;
}

/** Takes back what a delivery has spent, once; nothing where it spent nothing. */
export async function returnCredits(
  trx: Transaction<Tables>,
  deliveryIds: readonly string[],
  at: Date,
): Promise<void> {
  await sql`
    INSERT INTO credit_entries (account_id, topic, template_id, kind, amount, cause, created_at)
    SELECT account_id, topic, template_id, 'returned', -amount, 'return:' || id, ${at}::timestamptz
      FROM unnest(${[...deliveryIds]}::text[]) AS given (id)
      JOIN credit_entries spent ON spent.cause = 'spend:' || given.id
      ORDER BY account_id, topic
    ON CONFLICT (cause) DO NOTHING
  `.execute(trx);
}

/**
 * Voids all that is left of a template, over all topics: WeChat has said that nothing more may be sent with it.
 *
 * @param cause names the occasion, which voids once
 */
export async function voidCredits(
  trx: Transaction<Tables>,
  { accountId, templateId, cause }: { accountId: string; templateId: string; cause: string },
  at: Date,
): Promise<void> {
  await sql`
    INSERT INTO credit_entries (account_id, topic, template_id, kind, amount, cause, created_at)
    SELECT account_id, topic, template_id, 'voided', -balance, 'void:' || ${cause} || ':' || topic, ${at}::timestamptz
      FROM (
        SELECT * FROM credit_balances
          WHERE account_id = ${accountId} AND template_id = ${templateId} AND balance > 0
          ORDER BY topic FOR UPDATE
      ) held
    ON CONFLICT (cause) DO NOTHING
  `.execute(trx);
}
