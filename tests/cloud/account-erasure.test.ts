import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { prepareNotice, publishNotice } from '../../cloud/notices/publish.ts';
import { backUp } from '../../cloud/store/backup.ts';
import { reportNotice } from '../../cloud/store/notice-report.ts';
import { saveArticle } from '../../cloud/store/save-article.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.ts';
import { CANARIES } from '../support/canaries.ts';
import { makeArticleDraft } from '../support/drafts.ts';
import { logIn } from '../support/reader.ts';
import { type Folder, makeFolder } from '../support/run-program.ts';

let endpoint: TestApp;
let folder: Folder;
beforeAll(async () => {
  endpoint = await createTestApp();
  folder = await makeFolder();
});
afterAll(async () => {
  await folder.remove();
  await endpoint.drop();
});

const query = async (text: string): Promise<Record<string, unknown>[]> =>
  (await endpoint.store.pool.query<Record<string, unknown>>(text)).rows;

/** Every table that holds something of a reader's, by what the database itself knows. */
async function listPersonalTables(): Promise<string[]> {
  const rows = await query(`SELECT DISTINCT c.conrelid::regclass::text AS name FROM pg_constraint c
    WHERE c.contype = 'f' AND c.confrelid = 'accounts'::regclass`);
  return rows.map(({ name }) => String(name)).sort();
}

/** What a sealed value says; the value itself where it is none. */
function unseal(value: unknown): unknown {
  if (!Buffer.isBuffer(value)) return value;
  const { key } = endpoint.wechat.service.context;
  try {
    return key.open(value);
  } catch {
    return value.toString('hex');
  }
}

/** All rows of all tables as text, what is sealed opened. */
async function readDatabase(): Promise<string> {
  const tables = await query(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    for (const row of await query(`SELECT * FROM ${name}`)) {
      const cells = Object.entries(row).map(([column, value]) => [column, unseal(value)]);
      texts.push(`${name} ${JSON.stringify(Object.fromEntries(cells))}`);
    }
  }
  return texts.join('\n');
}

async function readBackup(name: string): Promise<string> {
  const target = join(folder.path, name);
  const saved = await backUp(endpoint, target, TEST_NOW);
  if (!saved.ok) throw new Error(saved.problem);
  const files = (await readdir(target)).filter((name) => name !== 'media');
  const texts = files.map(async (file) => {
    const bytes = await readFile(join(target, file));
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  });
  return (await Promise.all(texts)).join('\n');
}

async function publishTo(topicChannel: string, title: string, accountId?: string) {
  const { id } = await saveArticle(
    endpoint.store,
    makeArticleDraft({ channelId: topicChannel, title }),
    TEST_NOW,
  );
  const { templates } = endpoint.wechat.service.context;
  const prepared = await prepareNotice(endpoint.store, templates, {
    ...{ subject: { kind: 'article', id }, note: '', isUrgent: false },
    ...(accountId !== undefined && { accountId }),
  });
  if (!prepared.ok) throw new Error(prepared.reason);
  await publishNotice(endpoint.store, prepared.draft, TEST_NOW);
  return prepared.draft.id;
}

it('deleting an account leaves nothing of it in tables and backups; the numbers of notices stay', async () => {
  const reader = await logIn(endpoint, CANARIES.openid);
  const other = await logIn(endpoint, CANARIES.otherOpenid);
  for (const each of [reader, other]) {
    for (let times = 0; times < 3; times += 1) await each.accept('notices');
  }
  const [account] = await query(`SELECT id, code FROM accounts ORDER BY created_at LIMIT 1`);
  const { id, code } = account as { id: string; code: string };

  const noticeId = await publishTo('notices', '给两个人的通知');
  await endpoint.wechat.deliver();
  const testId = await publishTo('notices', '只给一个人的通知', id);
  await endpoint.wechat.deliver();
  await publishTo('notices', '还没发出的通知');
  const { server, settings } = endpoint.wechat;
  await endpoint.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = endpoint.app.server.address() as { port: number };
  const target = {
    url: `http://127.0.0.1:${port}/v1/wechat/push`,
    token: settings.push?.token ?? '',
  };
  const items = [{ TemplateId: 'sample-event-template', SubscribeStatusString: 'reject' }];
  const pushed = await server.push(target, {
    event: 'subscribe_msg_change_event',
    openid: reader.openid,
    items,
  });
  expect(pushed.isTaken).toBe(true);
  await query(`INSERT INTO delivery_lanes SELECT account_id, id, now() FROM deliveries
    WHERE account_id = '${id}' LIMIT 1`);

  const marks = [id, code, reader.openid];
  const before = await readDatabase();
  for (const table of await listPersonalTables()) {
    const rows = await query(`SELECT 1 FROM ${table} WHERE account_id = '${id}'`);
    expect([table, rows.length > 0]).toEqual([table, true]);
  }
  for (const mark of marks) expect(before).toContain(mark);
  const exported = JSON.stringify((await reader.call('GET', '/v1/account/export')).body);
  expect(exported).toContain(code);

  expect(await reader.call('DELETE', '/v1/account')).toEqual({ status: 204, body: null });

  const after = [await readDatabase(), await readBackup('after')];
  for (const text of after) for (const mark of marks) expect(text).not.toContain(mark);
  expect(after[0]).toContain(CANARIES.otherOpenid);
  expect((await reader.call('GET', '/v1/account/export')).status).toBe(401);
  expect((await reader.call('GET', '/v1/subscriptions')).status).toBe(401);
  expect((await reportNotice(endpoint.store, noticeId))?.counts).toEqual([
    { state: 'sent', code: null, count: 2 },
  ]);
  expect(await reportNotice(endpoint.store, testId)).toBeUndefined();

  // Whoever comes back is somebody new.
  const again = await logIn(endpoint, CANARIES.openid);
  expect((await again.call('GET', '/v1/subscriptions')).body).toEqual({
    subscriptions: [],
    unread: 0,
  });
});
