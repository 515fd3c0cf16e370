import { randomInt } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Account } from '../../types/account.ts';
import type { DataKey } from './data-key.ts';
import { retryConflict } from './retry-conflict.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Without letters and digits that look or sound alike: it is read out on the telephone. */
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

function makeCode(): string {
  const letters = Array.from(
    { length: CODE_LENGTH },
    () => CODE_LETTERS[randomInt(CODE_LETTERS.length)],
  );
  return letters.join('');
}

/** The account of a person, made when there is none. Two calls at once give the same. */
export async function findOrMakeAccount(
  { db }: Store,
  key: DataKey,
  openid: string,
  now: number,
): Promise<string> {
  const print = key.toPrint(openid);
  const at = new Date(now);
  const seen = () =>
    db
      .updateTable('accounts')
      .set({ seen_at: at })
      .where('openid_print', '=', print)
      .returning('id')
      .executeTakeFirst();
  const known = await seen();
  if (known) return known.id;
  // A code that is taken, or an account that came meanwhile, makes nothing; then what is there counts.
  for (;;) {
    const made = await db
      .insertInto('accounts')
      .values({
        code: makeCode(),
        openid_print: print,
        openid_sealed: key.seal(openid),
        created_at: at,
        seen_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made) return made.id;
    const come = await seen();
    if (come) return come.id;
  }
}

/** The account that says an openid, as WeChat's pushes do; undefined for a person without one. */
export async function findAccountByOpenid(
  { db }: Store,
  key: DataKey,
  openid: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('accounts')
    .select('id')
    .where('openid_print', '=', key.toPrint(openid))
    .executeTakeFirst();
  return row?.id;
}

/** The account whose owner read out this code; upper and lower case and spaces don't matter. */
export async function findAccountByCode({ db }: Store, code: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('accounts')
    .select('id')
    .where('code', '=', code.replace(/\s/g, '').toUpperCase())
    .executeTakeFirst();
  return row?.id;
}

/** Whether accounts can be read with this key; true where there is none yet. */
export async function canReadAccounts({ db }: Store, key: DataKey): Promise<boolean> {
  const newest = await db
    .selectFrom('accounts')
    .select('openid_sealed')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest === undefined) return true;
  try {
    key.open(newest.openid_sealed);
    return true;
  } catch {
    // Sealed with another key: that is the answer.
    return false;
  }
}

/** What is stored about a reader, in numbers; undefined when the account is gone. */
export async function readAccount({ db }: Store, id: string): Promise<Account | undefined> {
  const row = await db
    .selectFrom('accounts')
    .select(['code', 'created_at'])
    .select((build) => [
      build
        .selectFrom('subscriptions')
        .select(build.fn.countAll<string>().as('count'))
        .where('account_id', '=', id)
        .as('subscriptions'),
      build
        .selectFrom('credit_balances')
        .select(sql<string>`coalesce(sum(balance), 0)`.as('sum'))
        .where('account_id', '=', id)
        .as('credits'),
      build
        .selectFrom('deliveries')
        .select(build.fn.countAll<string>().as('count'))
        .where('account_id', '=', id)
        .where('state', '<>', 'cancelled')
        .as('notices'),
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    code: row.code,
    since: row.created_at.toISOString(),
    subscriptions: Number(row.subscriptions),
    credits: Number(row.credits),
    notices: Number(row.notices),
  };
}

/**
 * Deletes an account and everything that is its owner's. What became of messages stays in numbers.
 *
 * @returns false when there was none
 */
export async function deleteAccount({ db }: Store, id: string): Promise<boolean> {
  const remove = async (trx: Transaction<Tables>): Promise<boolean> => {
    const account = await trx
      .selectFrom('accounts')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (account === undefined) return false;
    // A message under way counts as one of which nobody knows what became.
    await sql`
      INSERT INTO notice_tallies (notice_id, state, code, count)
      SELECT d.notice_id, CASE d.state WHEN 'sending' THEN 'unknown' WHEN 'queued' THEN 'cancelled' ELSE d.state END AS state,
        coalesce(d.code, 0) AS code, count(*)::integer
        FROM deliveries d JOIN notices n ON n.id = d.notice_id
        WHERE d.account_id = ${id} AND n.account_id IS NULL
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ON CONFLICT (notice_id, state, code) DO UPDATE SET count = notice_tallies.count + excluded.count
    `.execute(trx);
    await trx.deleteFrom('accounts').where('id', '=', id).execute();
    return true;
  };
  return retryConflict(() => db.transaction().execute(remove));
}
