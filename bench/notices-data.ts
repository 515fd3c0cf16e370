import pg from 'pg';
import type { NoticeTemplates } from '../cloud/domain/notice-template.ts';
import { prepareNotice } from '../cloud/notices/publish.ts';
import { readNoticeTemplates } from '../cloud/notices/read-templates.ts';
import type { NoticeDraft } from '../cloud/store/notices.ts';
import { saveArticle } from '../cloud/store/save-article.ts';
import type { Store } from '../cloud/store/store.ts';
import { makeArticleDraft } from '../tests/support/drafts.ts';
import { TEMPLATES_PATH } from '../tests/support/sample-templates.ts';
import { BENCH_KEY, POOR_EVERY, toOpenid } from './notices-people.ts';

const BATCH = 5_000;

/** The account's code is the recipient's number. */
export async function fillAccounts(databaseUrl: string, recipients: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  for (let first = 0; first < recipients; first += BATCH) {
    const length = Math.min(BATCH, recipients - first);
    const indexes = Array.from({ length }, (_, offset) => first + offset);
    const openids = indexes.map(toOpenid);
    await client.query(
      `INSERT INTO accounts (code, openid_print, openid_sealed, created_at, seen_at)
      SELECT code::text, print, sealed, now(), now()
        FROM unnest($1::int[], $2::bytea[], $3::bytea[]) AS made (code, print, sealed)`,
      [indexes, openids.map(BENCH_KEY.toPrint), openids.map(BENCH_KEY.seal)],
    );
  }
  await client.query('VACUUM ANALYZE accounts');
  await client.end();
}

/** The first recipients ask for a topic. */
export async function subscribe(
  databaseUrl: string,
  topic: string,
  recipients: number,
): Promise<void> {
  await runOnce(
    databaseUrl,
    `INSERT INTO subscriptions (account_id, topic, since)
    SELECT id, $1, now() - interval '1 day' FROM accounts WHERE code::int < $2::int`,
    [topic, recipients],
  );
  await runOnce(databaseUrl, 'VACUUM ANALYZE subscriptions', []);
}

/** One credit more for everybody who asked for the topic and is not poor. @param occasion grants once */
export async function grant(
  databaseUrl: string,
  { topic, templateId }: Pick<NoticeDraft, 'topic' | 'templateId'>,
  occasion: string,
): Promise<void> {
  await runOnce(
    databaseUrl,
    `INSERT INTO credit_entries (account_id, topic, template_id, kind, amount, cause, created_at)
    SELECT id, $1, $2, 'granted', 1, 'grant:' || id || ':' || $3::text, now()
      FROM accounts JOIN subscriptions ON account_id = id
      WHERE topic = $1 AND code::int % $4::int <> 0`,
    [topic, templateId, occasion, POOR_EVERY],
  );
  await runOnce(databaseUrl, 'VACUUM ANALYZE credit_entries, credit_balances', []);
}

async function runOnce(databaseUrl: string, text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(text, values);
  await client.end();
}

/** Saves an article and makes the notice of it, ready to be published. */
export async function prepareArticleNotice(
  store: Store,
  channelId: string,
  title: string,
): Promise<NoticeDraft> {
  const { id } = await saveArticle(store, makeArticleDraft({ channelId, title }), Date.now());
  const request = {
    subject: { kind: 'article', id },
    note: '请互相转告',
    isUrgent: false,
  } as const;
  const prepared = await prepareNotice(store, await readTemplates(), request);
  if (!prepared.ok) throw new Error(`no notice of "${title}": ${prepared.reason}`);
  return prepared.draft;
}

async function readTemplates(): Promise<NoticeTemplates> {
  const read = await readNoticeTemplates(TEMPLATES_PATH);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.templates;
}
