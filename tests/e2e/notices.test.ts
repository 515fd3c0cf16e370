import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareNotice, publishNotice } from '../../cloud/notices/publish.ts';
import { saveArticle } from '../../cloud/store/save-article.ts';
import type { Driver, LaunchSettings } from '../../simulator/kit/driver.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.ts';
import { makeArticleDraft } from '../support/drafts.ts';
import { launchers } from '../support/driver-launchers.ts';
import { toLaunchSettings } from '../support/sample-endpoint.ts';
import { readSampleTemplates } from '../support/test-wechat.ts';

/** Longer than the phone itself waits for any of its steps. */
const WALK_MS = 60_000;
const MESSAGE_SCENE = 1014;
const ASK_BUTTON = 'wx-view.ask wx-view.button';

let endpoint: TestApp;
let settings: Omit<LaunchSettings, 'path'>;
let articleId: string;
let phone: Driver;

beforeAll(async () => {
  endpoint = await createTestApp();
  await endpoint.app.listen({ host: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${(endpoint.app.server.address() as AddressInfo).port}`;
  const templates = await readSampleTemplates();
  const base = toLaunchSettings(origin);
  settings = {
    ...base,
    hosts: { ...base.hosts, 'wechat://server': endpoint.wechat.server.origin },
    account: {
      ...base.account,
      templates: Object.fromEntries(templates.map(({ id, type }) => [id, type])),
    },
  };
});
afterAll(() => endpoint.drop());

/** Publishes a notice about the article and sends its messages. */
async function publish(): Promise<string> {
  const { templates } = endpoint.wechat.service.context;
  const subject = { kind: 'article', id: articleId } as const;
  const prepared = await prepareNotice(endpoint.store, templates, {
    subject,
    note: '月底截止',
    isUrgent: false,
  });
  if (!prepared.ok) throw new Error(prepared.reason);
  await publishNotice(endpoint.store, prepared.draft, TEST_NOW);
  await endpoint.wechat.deliver();
  return prepared.draft.id;
}

describe.each(launchers)('notices, in $name', ({ name, launch }) => {
  const title = `征集“好家风”故事的通知 ${name}`;
  const openid = `openid-of-notices-${name}`;
  beforeAll(async () => {
    const draft = makeArticleDraft({ channelId: 'notices', title });
    articleId = (await saveArticle(endpoint.store, draft, TEST_NOW)).id;
  });
  const open = async (changes: Partial<LaunchSettings>) => {
    phone = await launch({ ...settings, openid, ...changes });
  };
  const openArticle = (changes: Partial<LaunchSettings> = {}) =>
    open({ path: 'pages/article/index', query: `id=${articleId}`, ...changes });
  afterEach(async () => {
    expect(await phone.errors()).toEqual([]);
    await phone.close();
  });

  it('asks below an article, and logs nobody in before the tap or for a refusal', async () => {
    await openArticle({ user: { subscribe: { '*': 'reject' } } });
    await phone.waitForText('订阅「通知公告」');
    await phone.tap(ASK_BUTTON);
    await phone.waitForText('您这次没有允许「通知公告」');
    expect(await phone.calls('login')).toEqual([]);
  });

  it(
    'from the tap to the message, and from the message back to the article',
    async () => {
      await openArticle();
      await phone.tap(ASK_BUTTON);
      await phone.waitForText('已订阅，下一条「通知公告」会在微信里通知您。现在共能收 1 条。');
      await phone.close();

      const before = endpoint.wechat.server.messages.length;
      const noticeId = await publish();
      const messages = endpoint.wechat.server.messages
        .slice(before)
        .filter((message) => message.openid === openid);
      expect(messages).toHaveLength(1);

      await open({ path: 'pages/notices/index' });
      await phone.waitForText('次数已用完');
      await phone.waitForText('月底截止');
      expect(await phone.count('wx-view.notice-dot')).toBe(1);
      await phone.close();

      const [path = '', query = ''] = (messages[0]?.page ?? '').split('?');
      await open({ path, query, scene: MESSAGE_SCENE });
      await phone.waitForText(title);
      expect((await phone.currentPage()).query).toEqual({ id: articleId, notice: noticeId });
      expect((await phone.share())?.path).toBe(`/pages/article/index?id=${articleId}`);
      await phone.waitFor('the notice is read', async () => {
        const rows = await endpoint.store.db
          .selectFrom('deliveries')
          .select('read_at')
          .where('notice_id', '=', noticeId)
          .execute();
        return rows.length === 1 && rows[0]?.read_at !== null;
      });
    },
    WALK_MS,
  );
});
