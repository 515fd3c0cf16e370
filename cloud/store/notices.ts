import { randomBytes } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Notice } from '../../types/notice.ts';
import type { NoticeKindName } from '../domain/notice-kinds.ts';
import { returnCredits } from './credits.ts';
import { type HiddenArticle, holdShownArticle } from './hidden-article.ts';
import { retryConflict } from './retry-conflict.ts';
import { spreadBatch } from './spread.ts';
import type { Store } from './store.ts';
import type { NoticeState, Tables } from './tables.ts';

/** A notice as it is published; the message is filled and valid. */
export interface NoticeDraft {
  id: string;
  kind: NoticeKindName;
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

/** What saving a notice came to. */
export type SaveNoticeOutcome =
  | { kind: 'saved' }
  /** Readers were told of this content before, and it is no repeat; nothing is saved. */
  | { kind: 'told-before' }
  /** Readers can't read the article; nothing is saved. */
  | ({ kind: 'not-shown' } & HiddenArticle);

/**
 * Saves a notice. One that is due at once is spread to the first of its readers in the same transaction, the others follow in
 * batches (`spreadDue`).
 *
 * @param now milliseconds since the epoch
 */
export async function saveNotice(
  { db }: Store,
  draft: NoticeDraft,
  now: number,
): Promise<SaveNoticeOutcome> {
  const isLater = draft.publishAt !== undefined && draft.publishAt > now;
  const { subject } = draft;
  return retryConflict(() =>
    db.transaction().execute(async (trx): Promise<SaveNoticeOutcome> => {
      // A withdrawal before this is seen here; one after it finds the notice, and cancels it.
      const hidden =
        subject.kind === 'article' ? await holdShownArticle(trx, subject.id, now) : undefined;
      if (hidden !== undefined) return { kind: 'not-shown', ...hidden };
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
      if (saved.numInsertedOrUpdatedRows !== 1n) return { kind: 'told-before' };
      if (!isLater) await spreadBatch(trx, draft.id, now);
      return { kind: 'saved' };
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

/** Marks a notice as stopped; from then on nothing of it is sent. */
async function markStopped(
  trx: Transaction<Tables>,
  id: string,
  end: { state: 'cancelled' | 'halted'; code: number | null },
): Promise<Exclude<StopOutcome, { kind: 'stopped' }> | undefined> {
  const notice = await trx
    .selectFrom('notices')
    .select('state')
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('deliveries')
          .select('id')
          .where('notice_id', '=', id)
          .where('state', '=', 'queued'),
      ).as('has_queued'),
    )
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (notice === undefined) return { kind: 'unknown' };
  const isOpen =
    notice.state === 'scheduled' ||
    notice.state === 'spreading' ||
    // Refused content was told to nobody, also where no message is left to stop.
    (end.state === 'halted' && notice.state === 'published');
  if (!isOpen && !notice.has_queued) return { kind: 'over', state: notice.state };
  await trx.updateTable('notices').set(end).where('id', '=', id).execute();
  return undefined;
}

/**
 * Marks a notice as cancelled; what is left of it in the line ends with `endStopped`.
 *
 * @returns why it is not, where nothing of it was left to stop
 */
export async function markCancelled(
  trx: Transaction<Tables>,
  id: string,
  now: number,
): Promise<Exclude<StopOutcome, { kind: 'stopped' }> | undefined> {
  const refused = await markStopped(trx, id, { state: 'cancelled', code: null });
  if (refused !== undefined) return refused;
  // Whoever would have got nothing in WeChat is not told of it elsewhere either.
  await trx
    .updateTable('deliveries')
    .set({ state: 'cancelled', updated_at: new Date(now) })
    .where('notice_id', '=', id)
    .where('state', '=', 'no_credit')
    .execute();
  return undefined;
}

/** Cancels a notice: what was not sent yet never is, and its credits come back. */
export async function cancelNotice({ db }: Store, id: string, now: number): Promise<StopOutcome> {
  const refused = await retryConflict(() =>
    db.transaction().execute((trx) => markCancelled(trx, id, now)),
  );
  if (refused !== undefined) return refused;
  return { kind: 'stopped', taken: await endAllStopped({ db }, now) };
}

/**
 * Stops a notice whose content WeChat refuses: every further message would be refused as well. It stays in the inboxes. What is left of it
 * in the line ends with `endStopped`.
 */
export async function haltNotice(
  trx: Transaction<Tables>,
  id: string,
  code: number,
): Promise<void> {
  await markStopped(trx, id, { state: 'halted', code });
}

/** So many in one transaction: it stays short, however many readers a notice has. */
const STOP_BATCH = 5_000;

/**
 * Takes messages of stopped notices out of the line, and gives their credits back; one batch. Any number of processes may.
 *
 * @returns how many there were
 */
export function endStopped({ db }: Pick<Store, 'db'>, now: number): Promise<number> {
  const at = new Date(now);
  return retryConflict(() =>
    db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ id: string }>`
        WITH left_over AS (
          SELECT d.id, n.state, n.code FROM deliveries d JOIN notices n ON n.id = d.notice_id
            WHERE d.state = 'queued' AND n.state IN ('cancelled', 'halted')
            ORDER BY d.id LIMIT ${STOP_BATCH} FOR UPDATE OF d SKIP LOCKED
        )
        UPDATE deliveries d SET updated_at = ${at}, code = l.code,
            state = CASE l.state WHEN 'cancelled' THEN 'cancelled' ELSE 'failed' END
          FROM left_over l WHERE d.id = l.id RETURNING d.id
      `.execute(trx);
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) await returnCredits(trx, ids, at);
      return ids.length;
    }),
  );
}

/**
 * The same until nothing is left.
 *
 * @returns how many there were
 */
export async function endAllStopped(store: Pick<Store, 'db'>, now: number): Promise<number> {
  let taken = 0;
  for (;;) {
    const ended = await endStopped(store, now);
    if (ended === 0) return taken;
    taken += ended;
  }
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
