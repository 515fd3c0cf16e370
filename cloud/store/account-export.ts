import type { AccountExport } from '../../types/account.ts';
import type { Notice } from '../../types/notice.ts';
import { listInbox } from './inbox.ts';
import type { Store } from './store.ts';

type StoredExport = Omit<AccountExport, 'exportedAt' | 'subscriptions'>;

const PAGE = 500;

async function listAllNotices(
  store: Store,
  accountId: string,
  nameTopic: (topicId: string) => string,
): Promise<Notice[]> {
  const all: Notice[] = [];
  let page = await listInbox(store, { accountId, limit: PAGE, nameTopic });
  for (;;) {
    all.push(...page.items);
    if (page.next === undefined) return all;
    page = await listInbox(store, { accountId, limit: PAGE, nameTopic, after: page.next });
  }
}

/** Everything that is stored about a reader, but for what proves who it is; undefined when the account is gone. */
export async function exportAccount(
  store: Store,
  accountId: string,
  nameTopic: (topicId: string) => string,
): Promise<StoredExport | undefined> {
  const { db } = store;
  const account = await db
    .selectFrom('accounts')
    .select(['code', 'created_at', 'seen_at'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (account === undefined) return undefined;
  const entries = await db
    .selectFrom('credit_entries')
    .select(['topic', 'amount', 'kind', 'created_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const sessions = await db
    .selectFrom('sessions')
    .select(['created_at', 'expires_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute();
  return {
    account: {
      code: account.code,
      since: account.created_at.toISOString(),
      lastSeen: account.seen_at.toISOString(),
    },
    credits: entries.map(({ topic, amount, kind, created_at }) => ({
      topicId: topic,
      change: amount,
      reason: kind,
      at: created_at.toISOString(),
    })),
    notices: await listAllNotices(store, accountId, nameTopic),
    sessions: sessions.map(({ created_at, expires_at }) => ({
      since: created_at.toISOString(),
      expiresAt: expires_at.toISOString(),
    })),
  };
}
