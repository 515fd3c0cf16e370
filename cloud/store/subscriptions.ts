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

/** The reader wants no more of a topic. Its credits stay, should it be asked for again: WeChat keeps them too. */
export async function leaveTopic({ db }: Store, accountId: string, topic: string): Promise<void> {
  await db
    .deleteFrom('subscriptions')
    .where('account_id', '=', accountId)
    .where('topic', '=', topic)
    .execute();
}
