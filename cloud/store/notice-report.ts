import { sql } from 'kysely';
import type { Store } from './store.ts';
import type { DeliveryState, NoticeState } from './tables.ts';

/** What became of the messages of a notice: how many, by state and WeChat's code. */
export interface DeliveryCount {
  state: DeliveryState;
  code: number | null;
  count: number;
  /** True where each had spent a credit, which came back. What deleted accounts have left behind tells nothing of credits. */
  isReturned?: true;
}

interface CountRow {
  state: DeliveryState;
  code: number | null;
  count: string;
  is_returned: boolean;
}

/** Whether the delivery `d` was not sent and its credit came back; one that never had a credit, or a long-term one, has none to come back. */
const IS_RETURNED = sql<boolean>`
  d.state IN ('failed', 'cancelled') AND EXISTS (SELECT FROM credit_entries e WHERE e.cause = 'return:' || d.id)
`;

const toCount = ({ state, code, count, is_returned }: CountRow): DeliveryCount => ({
  ...{ state, code: code || null, count: Number(count) },
  ...(is_returned && { isReturned: true as const }),
});

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
  const { rows } = await sql<CountRow>`
    SELECT state, code, is_returned, sum(count) AS count FROM (
      SELECT state, coalesce(code, 0) AS code, ${IS_RETURNED} AS is_returned, count(*) AS count FROM deliveries d
        WHERE notice_id = ${noticeId} GROUP BY 1, 2, 3
      UNION ALL
      SELECT state, code, false, count FROM notice_tallies WHERE notice_id = ${noticeId}
    ) both_of_them GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  `.execute(db);
  return rows.map(toCount);
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

/**
 * What became of all messages since a moment (milliseconds since the epoch), those that wait left out; and how many wait
 * now, since whenever.
 */
export async function countDeliveriesSince(
  { db }: Store,
  since: number,
): Promise<{ ended: DeliveryCount[]; waiting: number }> {
  const { rows } = await sql<CountRow>`
    SELECT state, code, ${IS_RETURNED} AS is_returned, count(*) AS count FROM deliveries d
      WHERE state NOT IN ('queued', 'sending') AND updated_at >= ${new Date(since)}
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  `.execute(db);
  const { waiting } = await db
    .selectFrom('deliveries')
    .select((build) => build.fn.countAll<string>().as('waiting'))
    .where('state', '=', 'queued')
    .executeTakeFirstOrThrow();
  return { ended: rows.map(toCount), waiting: Number(waiting) };
}
