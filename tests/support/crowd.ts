import { makeNoticeId, type NoticeDraft } from '../../cloud/store/notices.ts';
import { saveArticle } from '../../cloud/store/save-article.ts';
import type { Store } from '../../cloud/store/store.ts';
import { makeArticleDraft } from './drafts.ts';
import type { TestWechat } from './test-wechat.ts';

export const CROWD_TOPIC = 'notices';
export const CROWD_TEMPLATE = 'sample-notice-template';

/** Readers who asked for a topic, written in a few statements; each has `credits` messages, here and at WeChat. */
export async function makeCrowd(
  { pool }: Store,
  wechat: TestWechat,
  { count, credits, now }: { count: number; credits: number; now: number },
): Promise<{ id: string; openid: string }[]> {
  const { key } = wechat.service.context;
  const openids = Array.from(
    { length: count },
    (_, i) => `oCANARY0crowd${String(i).padStart(6, '0')}`,
  );
  const at = new Date(now);
  const { rows } = await pool.query<{ id: string; code: string }>(
    `INSERT INTO accounts (code, openid_print, openid_sealed, created_at, seen_at)
     SELECT code, print, sealed, $4, $4 FROM unnest($1::text[], $2::bytea[], $3::bytea[]) AS t (code, print, sealed)
     RETURNING id, code`,
    [openids, openids.map(key.toPrint), openids.map(key.seal), at],
  );
  const ids = rows.map(({ id }) => id);
  await pool.query(
    'INSERT INTO subscriptions (account_id, topic, since) SELECT id, $2, $3 FROM unnest($1::uuid[]) AS t (id)',
    [ids, CROWD_TOPIC, at],
  );
  await pool.query(
    `INSERT INTO credit_entries (account_id, topic, template_id, kind, amount, cause, created_at)
     SELECT id, $2, $3, 'granted', 1, 'grant:' || id || ':' || n, $5 FROM unnest($1::uuid[]) AS t (id), generate_series(1, $4::integer) AS n`,
    [ids, CROWD_TOPIC, CROWD_TEMPLATE, credits, at],
  );
  for (const openid of openids) wechat.server.grant(openid, CROWD_TEMPLATE, credits);
  return rows.map(({ id, code }) => ({ id, openid: code }));
}

/** A notice to all of the crowd, about an article of its own. */
export async function makeCrowdNotice(
  store: Store,
  now: number,
  changes: Partial<NoticeDraft> = {},
): Promise<NoticeDraft> {
  const id = makeNoticeId();
  const article = await saveArticle(
    store,
    makeArticleDraft({ channelId: 'notices', title: id }),
    now,
  );
  return {
    ...{ id, kind: 'notice', topic: CROWD_TOPIC, subject: { kind: 'article', id: article.id } },
    ...{ title: '停水通知', note: '', templateId: CROWD_TEMPLATE, isLongTerm: false },
    data: { thing1: '停水通知', time2: '2026年11月23日 10:00', thing3: '江门市妇联', thing4: '无' },
    page: `pages/article/index?id=${article.id}&notice=${id}`,
    ...{ urgent: false, isRepeat: false },
    ...changes,
  };
}
