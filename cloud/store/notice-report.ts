import { sql } from 'kysely';
import type { Store } from './store.ts';
import type { DeliveryState, NoticeState } from './tables.ts';

/** What became of the messages of a notice: how many, by state and WeChat's code. */
export interface DeliveryCount {
  state: DeliveryState;
  code: number | null;
  count: number;
}

export interface NoticeReport {
  id: string;
  topic: string;
  title: string;
  urgent: boolean;
  /** True for one that only one reader gets. */
  isSingle: boolean;
  state: NoticeState;
  /** Why it was halted. */
  code: number | null;
  publishAt: Date;
  counts: DeliveryCount[];
}

const COLUMNS = [
  'id',
  'topic',
  'title',
  'urgent',
  'account_id',
  'state',
  'code',
  'publish_at',
] as const;

async function countDeliveries({ db }: Store, noticeId: string): Promise<DeliveryCount[]> {
  const { rows } = await sql<{ state: DeliveryState; code: number; count: string }>`
    SELECT state, code, sum(count) AS count FROM (
      SELECT state, coalesce(code, 0) AS code, count(*) AS count FROM deliveries
        WHERE notice_id = ${noticeId} GROUP BY 1, 2
      UNION ALL
      SELECT state, code, count FROM notice_tallies WHERE notice_id = ${noticeId}
    ) both_of_them GROUP BY state, code ORDER BY state, code
  `.execute(db);
  return rows.map(({ state, code, count }) => ({
    state,
    code: code || null,
    count: Number(count),
  }));
}

/** A notice with what became of it; undefined when there is none of that id. Readers who left still count. */
export async function reportNotice(store: Store, id: string): Promise<NoticeReport | undefined> {
  const row = await store.db
    .selectFrom('notices')
    .select(COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { account_id, publish_at, ...notice } = row;
  return {
    ...notice,
    isSingle: account_id !== null,
    publishAt: publish_at,
    counts: await countDeliveries(store, id),
  };
}

/** The last notices, newest first. */
export async function listNoticeReports(store: Store, limit: number): Promise<NoticeReport[]> {
  const rows = await store.db
    .selectFrom('notices')
    .select('id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  const reports = await Promise.all(rows.map(({ id }) => reportNotice(store, id)));
  return reports.flatMap((report) => report ?? []);
}
