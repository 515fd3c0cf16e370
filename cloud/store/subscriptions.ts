import { sql } from 'kysely';
import { OWN_CODES } from '../domain/send-outcome.ts';
import { returnCredits } from './credits.ts';
import { retryConflict } from './retry-conflict.ts';
import type { Store } from './store.ts';

/** A topic that a reader asked for. */
export interface StoredSubscription {
  topic: string;
  since: Date;
  /** Left of the template given for the topic; 0 without one. */
  credits: number;
}

/**
 * What a reader asked for, the newest last.
 *
 * @param templates the template of each topic, as it is configured now: credits of an earlier one can't be used
 */
export async function listSubscriptions(
  { db }: Store,
  accountId: string,
  toTemplateId: (topic: string) => string | undefined,
): Promise<StoredSubscription[]> {
  const [asked, balances] = await Promise.all([
    db
      .selectFrom('subscriptions')
      .select(['topic', 'since'])
      .where('account_id', '=', accountId)
      .orderBy('since')
      .orderBy('topic')
      .execute(),
    db
      .selectFrom('credit_balances')
      .select(['topic', 'template_id', 'balance'])
      .where('account_id', '=', accountId)
      .execute(),
  ]);
  return asked.map(({ topic, since }) => {
    const templateId = toTemplateId(topic);
    const balance = balances.find((row) => row.topic === topic && row.template_id === templateId);
    return { topic, since, credits: balance?.balance ?? 0 };
  });
}

/**
 * The reader wants no more of a topic. What waits to be sent ends as `failed` with a code of ours: it stays in the inbox, since it was asked
 * for when it was published, and its credit comes back. What is under way can't be stopped, but it is marked, so that it is not tried a
 * second time. Credits stay, should the topic be asked for again: WeChat keeps them too.
 *
 * @param now milliseconds since the epoch
 */
export async function leaveTopic(
  { db }: Store,
  { accountId, topic }: { accountId: string; topic: string },
  now: number,
): Promise<void> {
  const at = new Date(now);
  await retryConflict(() =>
    db.transaction().execute(async (trx) => {
      // Whoever spreads a notice of the topic at this moment holds this row: what it writes is there afterwards.
      await trx
        .deleteFrom('subscriptions')
        .where('account_id', '=', accountId)
        .where('topic', '=', topic)
        .execute();
      const { rows } = await sql<{ id: string; state: string }>`
        UPDATE deliveries d SET state = CASE d.state WHEN 'queued' THEN 'failed' ELSE d.state END,
            code = ${OWN_CODES.leftTopic}, updated_at = ${at}
          FROM notices n WHERE n.id = d.notice_id AND n.topic = ${topic}
            AND d.account_id = ${accountId} AND d.state IN ('queued', 'sending')
          RETURNING d.id, d.state
      `.execute(trx);
      const ended = rows.flatMap(({ id, state }) => (state === 'failed' ? [id] : []));
      if (ended.length > 0) await returnCredits(trx, ended, at);
    }),
  );
}
