import { sql } from 'kysely';
import type { StoredToken, TokenStore } from '../wechat/token-store.ts';
import type { DataKey } from './data-key.ts';
import type { Store } from './store.ts';
import type { WechatTokenTable } from './tables.ts';

/** Where the token of WeChat's server API lies, sealed; one replica at a time renews it. */
export function createTokenStore({ db }: Store, key: DataKey, appId: string): TokenStore {
  const toStored = (row: WechatTokenTable): StoredToken => ({
    token: key.open(row.token_sealed),
    expiresAt: row.expires_at.getTime(),
    forced: { count: row.forced_count, lastAt: row.forced_at.getTime() },
  });
  const find = async (from: Pick<typeof db, 'selectFrom'>) => {
    const row = await from
      .selectFrom('wechat_tokens')
      .selectAll()
      .where('app_id', '=', appId)
      .executeTakeFirst();
    return row && toStored(row);
  };
  return {
    read: () => find(db),
    update: (renew) =>
      db.transaction().execute(async (trx) => {
        await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`wechat-token:${appId}`}, 0))`.execute(
          trx,
        );
        const current = await find(trx);
        const next = await renew(current);
        if (next === undefined) return current;
        const columns = {
          token_sealed: key.seal(next.token),
          expires_at: new Date(next.expiresAt),
          forced_count: next.forced.count,
          forced_at: new Date(next.forced.lastAt),
        };
        await trx
          .insertInto('wechat_tokens')
          .values({ app_id: appId, ...columns })
          .onConflict((conflict) => conflict.column('app_id').doUpdateSet(columns))
          .execute();
        return next;
      }),
  };
}
