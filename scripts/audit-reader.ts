/** A reader for the audit, who asked for all topics and was sent a notice about each of the newest articles. */
import type { NoticeTemplates } from '../cloud/domain/notice-template.ts';
import { prepareNotice, publishNotice } from '../cloud/notices/publish.ts';
import { listTopics } from '../cloud/notices/topics.ts';
import { findOrMakeAccount } from '../cloud/store/accounts.ts';
import { listArticleCards } from '../cloud/store/articles.ts';
import { grantCredits } from '../cloud/store/credits.ts';
import type { DataKey } from '../cloud/store/data-key.ts';
import type { Store } from '../cloud/store/store.ts';

const ARTICLES = 40;

interface ReaderRequest {
  templates: NoticeTemplates;
  key: DataKey;
  openid: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Every other topic has a credit left afterwards; half of the notices could not be delivered. */
export async function makeAuditReader(
  store: Store,
  { templates, key, openid, now }: ReaderRequest,
): Promise<void> {
  const accountId = await findOrMakeAccount(store, key, openid, now);
  for (const [index, { id: topic, ...rest }] of (await listTopics(store, templates)).entries()) {
    const accepted = [{ topic, templateId: rest.templateId, isLongTerm: rest.isLongTerm }];
    const times = index % 2 === 0 ? 4 : 1;
    for (let time = 0; time < times; time += 1) {
      const reportId = `audit${String(index).padStart(6, '0')}${String(time).padStart(6, '0')}`;
      await grantCredits(store, { accountId, reportId, accepted }, now);
    }
  }
  const { items } = await listArticleCards(store, { limit: ARTICLES });
  for (const { id } of items) {
    const subject = { kind: 'article', id } as const;
    const request = { subject, note: '请互相转告', isUrgent: false };
    const prepared = await prepareNotice(store, templates, request);
    if (prepared.ok) await publishNotice(store, prepared.draft, now);
  }
}
