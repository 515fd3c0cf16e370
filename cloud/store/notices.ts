import { randomBytes } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Notice } from '../../types/notice.ts';
import { returnCredits } from './credits.ts';
import { retryConflict } from './retry-conflict.ts';
import { spreadBatch } from './spread.ts';
import type { Store } from './store.ts';
import type { NoticeState, Tables } from './tables.ts';

/** A notice as it is published; the message is filled and valid. */
export interface NoticeDraft {
  id: string;
  kind: string;
  topic: string;
  subject: NonNullable<Notice['subject']>;
  title: string;
  note: string;
  templateId: string;
  isLongTerm: boolean;
  data: Record<string, string>;
  page: string;
  urgent: boolean;
  /** Readers are told of the same content again, on purpose. */
  isRepeat: boolean;
  /** For one reader alone; otherwise for all who asked for the topic. */
  accountId?: string;
  /** Milliseconds since the epoch; at once when absent. */
  publishAt?: number;
}

/** An id for a new notice: nobody can guess another one from it. */
export function makeNoticeId(): string {
  return randomBytes(12).toString('hex');
}

/**
 * Saves a notice. One that is due at once is spread to the first of its readers in the same transaction, the others follow in
 * batches (`spreadDue`).
 *
 * @param now milliseconds since the epoch
 * @returns false when readers were told of this content before, and it is no repeat; then nothing is saved
 */
export async function saveNotice({ db }: Store, draft: NoticeDraft, now: number): Promise<boolean> {
  const isLater = draft.publishAt !== undefined && draft.publishAt > now;
  const { subject } = draft;
  return retryConflict(() =>
    db.transaction().execute(async (trx) => {
      const saved = await trx
        .insertInto('notices')
        .values({
          ...{ id: draft.id, kind: draft.kind, topic: draft.topic },
          account_id: draft.accountId ?? null,
          article_id: subject.kind === 'article' ? subject.id : null,
          event_id: subject.kind === 'event' ? subject.id : null,
          ...{ title: draft.title, note: draft.note, page: draft.page },
          ...{ urgent: draft.urgent, is_repeat: draft.isRepeat },
          ...{ template_id: draft.templateId, is_long_term: draft.isLongTerm },
          data: JSON.stringify(draft.data),
          state: isLater ? 'scheduled' : 'spreading',
          publish_at: new Date(draft.publishAt ?? now),
          published_at: isLater ? null : new Date(now),
          created_at: new Date(now),
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (saved.numInsertedOrUpdatedRows !== 1n) return false;
      if (!isLater) await spreadBatch(trx, draft.id, now);
      return true;
    }),
  );
}

/** What is known about an earlier notice of the same content. */
export async function findNoticeOf(
  { db }: Store,
  topic: string,
  subject: NonNullable<Notice['subject']>,
): Promise<{ id: string; state: NoticeState; publishAt: number } | undefined> {
  const row = await db
    .selectFrom('notices')
    .select(['id', 'state', 'publish_at'])
    .where('topic', '=', topic)
    .where(subject.kind === 'article' ? 'article_id' : 'event_id', '=', subject.id)
    .where('account_id', 'is', null)
    .where('state', 'not in', ['cancelled', 'halted'])
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row && { id: row.id, state: row.state, publishAt: row.publish_at.getTime() };
}

export type StopOutcome =
  | { kind: 'stopped'; taken: number }
  | { kind: 'unknown' }
  /** Nothing of it was left to stop. */
  | { kind: 'over'; state: NoticeState };

async function stopNotice(
  trx: Transaction<Tables>,
  id: string,
  end: { state: 'cancelled' | 'halted'; delivery: 'cancelled' | 'failed'; code: number | null },
  at: Date,
): Promise<StopOutcome> {
  const notice = await trx
    .selectFrom('notices')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (notice === undefined) return { kind: 'unknown' };
  const stopped = await trx
    .updateTable('deliveries')
    .set({ state: end.delivery, code: end.code, updated_at: at })
    .where('notice_id', '=', id)
    .where('state', '=', 'queued')
    .returning('id')
    .execute();
  const isOpen =
    notice.state === 'scheduled' ||
    notice.state === 'spreading' ||
    // Refused content was told to nobody, also where no message is left to stop.
    (end.state === 'halted' && notice.state === 'published');
  if (!isOpen && stopped.length === 0) return { kind: 'over', state: notice.state };
  await returnCredits(
    trx,
    stopped.map((row) => row.id),
    at,
  );
  await trx
    .updateTable('notices')
    .set({ state: end.state, code: end.code })
    .where('id', '=', id)
    .execute();
  return { kind: 'stopped', taken: stopped.length };
}

/** Cancels a notice: what was not sent yet never is, and its credits come back. */
export function cancelNotice({ db }: Store, id: string, now: number): Promise<StopOutcome> {
  const end = { state: 'cancelled', delivery: 'cancelled', code: null } as const;
  return retryConflict(() =>
    db.transaction().execute((trx) => stopNotice(trx, id, end, new Date(now))),
  );
}

/** Stops a notice whose content WeChat refuses: every further message would be refused as well. It stays in the inboxes. */
export function haltNotice(
  trx: Transaction<Tables>,
  id: string,
  code: number,
  at: Date,
): Promise<StopOutcome> {
  return stopNotice(trx, id, { state: 'halted', delivery: 'failed', code }, at);
}

/** How many would get it, and how many asked for it and have no credit left. */
export async function countAudience(
  { db }: Store,
  { topic, templateId }: { topic: string; templateId: string },
): Promise<{ reached: number; withoutCredit: number }> {
  const { rows } = await sql<{ reached: string; all: string }>`
    SELECT count(*) FILTER (WHERE b.balance > 0) AS reached, count(*) AS "all"
      FROM subscriptions s LEFT JOIN credit_balances b
        ON b.account_id = s.account_id AND b.topic = s.topic AND b.template_id = ${templateId}
      WHERE s.topic = ${topic}
  `.execute(db);
  const reached = Number(rows[0]?.reached ?? 0);
  return { reached, withoutCredit: Number(rows[0]?.all ?? 0) - reached };
}
