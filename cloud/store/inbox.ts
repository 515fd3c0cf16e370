import { sql } from 'kysely';
import type { Notice, NoticeDelivery } from '../../types/notice.ts';
import type { Page, Position } from './cursor.ts';
import type { Store } from './store.ts';
import type { DeliveryState } from './tables.ts';

/** What a reader is told of a delivery. */
const TOLD: Readonly<Record<DeliveryState, NoticeDelivery>> = {
  queued: 'pending',
  sending: 'pending',
  sent: 'sent',
  unknown: 'unknown',
  failed: 'failed',
  refused: 'refused',
  no_credit: 'no_credit',
  cancelled: 'failed',
};

interface InboxRow {
  id: string;
  topic: string;
  title: string;
  note: string;
  article_id: string | null;
  event_id: string | null;
  published_at: Date;
  state: DeliveryState;
  read_at: Date | null;
  created_at: Date;
}

function toSubject(row: InboxRow): Notice['subject'] {
  if (row.article_id !== null) return { kind: 'article', id: row.article_id };
  return row.event_id === null ? undefined : { kind: 'event', id: row.event_id };
}

function toNotice(row: InboxRow, nameTopic: (topicId: string) => string): Notice {
  const subject = toSubject(row);
  return {
    id: row.id,
    topicId: row.topic,
    topicName: nameTopic(row.topic),
    ...{ title: row.title, note: row.note },
    publishedAt: row.published_at.toISOString(),
    ...(subject && { subject }),
    delivery: TOLD[row.state],
    isRead: row.read_at !== null,
  };
}

export interface InboxQuery {
  accountId: string;
  after?: Position;
  limit: number;
  /** The name of a topic for its reader. */
  nameTopic: (topicId: string) => string;
}

/** A page of the notices that a reader was sent, newest first: also those that could not be delivered, none that was cancelled. */
export async function listInbox(
  { db }: Store,
  { accountId, after, limit, nameTopic }: InboxQuery,
): Promise<Page<Notice>> {
  const rows = await db
    .selectFrom('deliveries as d')
    .innerJoin('notices as n', 'n.id', 'd.notice_id')
    .select(['n.id', 'n.topic', 'n.title', 'n.note', 'n.article_id', 'n.event_id'])
    .select(['d.state', 'd.read_at', 'd.created_at'])
    .select(sql<Date>`coalesce(n.published_at, n.publish_at)`.as('published_at'))
    .where('d.account_id', '=', accountId)
    .where('d.state', '<>', 'cancelled')
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(d.created_at, d.notice_id) < (${new Date(after?.at ?? 0)}, ${after?.id ?? ''})`,
      ),
    )
    .orderBy('d.created_at', 'desc')
    .orderBy('d.notice_id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => toNotice(row, nameTopic)),
    ...(rows.length > shown.length &&
      last && { next: { at: last.created_at.getTime(), id: last.id } }),
  };
}

/** Marks a notice read. @returns false when its reader was never sent it */
export async function markNoticeRead(
  { db }: Store,
  accountId: string,
  noticeId: string,
  now: number,
): Promise<boolean> {
  const marked = await db
    .updateTable('deliveries')
    .set({ read_at: sql`coalesce(read_at, ${new Date(now)})` })
    .where('account_id', '=', accountId)
    .where('notice_id', '=', noticeId)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst();
  return marked.numUpdatedRows === 1n;
}

export async function countUnread({ db }: Store, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('deliveries')
    .select((build) => build.fn.countAll<string>().as('count'))
    .where('account_id', '=', accountId)
    .where('state', '<>', 'cancelled')
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
