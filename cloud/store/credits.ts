import { sql, type Transaction } from 'kysely';
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
  /** Without it any number. */
  mostAMinute?: number;
}

/** `too_many`: more than may be granted in a minute, and then nothing is; `gone`: there is no such account. */
export type GrantOutcome = 'granted' | 'too_many' | 'gone';

const MINUTE_MS = 60_000;

/**
 * Grants what a reader accepted: a credit a template, or, where the template is a long-term one, the one that stands until it
 * is taken back. Told again, it grants nothing more, and is never too many.
 *
 * @param now milliseconds since the epoch
 */
export async function grantCredits(
  { db }: Store,
  accepts: Accepts,
  now: number,
): Promise<GrantOutcome> {
  const { accountId, reportId, accepted, mostAMinute = Number.POSITIVE_INFINITY } = accepts;
  const at = new Date(now);
  const run = async (trx: Transaction<Tables>): Promise<GrantOutcome> => {
    if (!(await lockAccount(trx, accountId))) return 'gone';
    const named = accepted.map((one) => ({ ...one, cause: toCause(accountId, reportId, one) }));
    // What was told before changes nothing: its reader may have left the topic since.
    const told = await listTold(trx, named);
    const fresh = named.filter(({ cause }) => !told.has(cause));
    const granting = await listGranting(trx, accountId, fresh);
    if (granting.length > 0) {
      const recent = await countGrants(trx, accountId, new Date(now - MINUTE_MS));
      if (recent + granting.length > mostAMinute) return 'too_many';
    }
    for (const one of granting) await grant(trx, accountId, one, at);
    for (const { topic } of fresh) {
      await trx
        .insertInto('subscriptions')
        .values({ account_id: accountId, topic, since: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    return 'granted';
  };
  return retryConflict(() => db.transaction().execute(run));
}

/**
 * Grants look at what there is: one after the other. Rows that refer to the account may be written meanwhile.
 *
 * @returns false when the account is gone
 */
async function lockAccount(trx: Transaction<Tables>, id: string): Promise<boolean> {
  const account = await trx
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return account !== undefined;
}

type Named = AcceptedTopic & { cause: string };

/** One accept is one message of the template, whatever topics share it; of a long-term one it is any number. */
function toCause(
  accountId: string,
  reportId: string,
  { topic, templateId, isLongTerm }: AcceptedTopic,
) {
  return `grant:${accountId}:${reportId}:${templateId}${isLongTerm ? `:${topic}` : ''}`;
}

async function listTold(trx: Transaction<Tables>, named: readonly Named[]): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('credit_entries')
    .select('cause')
    .where(
      'cause',
      'in',
      named.map(({ cause }) => cause),
    )
    .execute();
  return new Set(rows.map(({ cause }) => cause));
}

/** Those that give a credit: one for each cause, and none where a long-term one still stands. */
async function listGranting(
  trx: Transaction<Tables>,
  accountId: string,
  fresh: readonly Named[],
): Promise<Named[]> {
  const granting = new Map<string, Named>();
  for (const one of fresh) {
    if (granting.has(one.cause)) continue;
    const { topic, templateId, isLongTerm } = one;
    if (isLongTerm && (await readBalance(trx, accountId, topic, templateId)) > 0) continue;
    granting.set(one.cause, one);
  }
  return [...granting.values()];
}

async function grant(
  trx: Transaction<Tables>,
  accountId: string,
  { topic, templateId, cause }: Named,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('credit_entries')
    .values({
      ...{ account_id: accountId, topic, template_id: templateId, cause },
      ...{ kind: 'granted', amount: 1, created_at: at },
    })
    .onConflict((conflict) => conflict.column('cause').doNothing())
    .execute();
}

/** How often a reader accepted since a moment. */
async function countGrants(
  trx: Transaction<Tables>,
  accountId: string,
  since: Date,
): Promise<number> {
  const { count } = await trx
    .selectFrom('credit_entries')
    .select((build) => build.fn.countAll<string>().as('count'))
    .where('account_id', '=', accountId)
    .where('kind', '=', 'granted')
    .where('created_at', '>', since)
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
    SELECT account_id, topic, template_id, 'returned', -amount, 'return:' || given.id, ${at}::timestamptz
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
