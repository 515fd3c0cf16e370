import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareNotice, publishNotice } from '../../../cloud/notices/publish.ts';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import type { NoticePage } from '../../../types/notice.ts';
import type { SubscriptionList } from '../../../types/subscription.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { CANARIES } from '../../support/canaries.ts';
import { makeArticleDraft } from '../../support/drafts.ts';
import { logIn, type TestReader } from '../../support/reader.ts';

const COUNT = 5;

describe('the inbox', () => {
  let endpoint: TestApp;
  let reader: TestReader;
  let other: TestReader;
  beforeAll(async () => {
    endpoint = await createTestApp();
    reader = await logIn(endpoint, CANARIES.openid);
    other = await logIn(endpoint, CANARIES.otherOpenid);
    await reader.accept('notices');
    const { templates } = endpoint.wechat.service.context;
    for (let index = 0; index < COUNT; index += 1) {
      const now = TEST_NOW + index * 1_000;
      const draft = makeArticleDraft({ channelId: 'notices', title: `第 ${index} 条` });
      const { id } = await saveArticle(endpoint.store, draft, now);
      const request = { subject: { kind: 'article' as const, id }, note: '', isUrgent: true };
      const prepared = await prepareNotice(endpoint.store, templates, request);
      if (!prepared.ok) throw new Error(prepared.reason);
      await publishNotice(endpoint.store, prepared.draft, now);
    }
  });
  afterAll(() => endpoint.drop());

  const readPage = async (query = '') =>
    (await reader.call('GET', `/v1/notices${query}`)).body as NoticePage;

  it('is read page by page, the newest first, each notice once', async () => {
    const titles: string[] = [];
    let page = await readPage('?limit=2');
    titles.push(...page.items.map(({ title }) => title));
    while (page.nextCursor !== null) {
      page = await readPage(`?limit=2&cursor=${page.nextCursor}`);
      titles.push(...page.items.map(({ title }) => title));
    }
    expect(titles).toEqual(['第 4 条', '第 3 条', '第 2 条', '第 1 条', '第 0 条']);
  });

  it('holds also what no credit was left for', async () => {
    const { items } = await readPage();
    const states = items.map(({ delivery }) => delivery);
    expect(states).toEqual(['no_credit', 'no_credit', 'no_credit', 'no_credit', 'pending']);
  });

  it('refuses a cursor of another list', async () => {
    const { nextCursor } = (await endpoint.app.inject('/v1/articles?limit=1')).json<NoticePage>();
    const { status, body } = await reader.call('GET', `/v1/notices?cursor=${nextCursor}`);
    expect([status, (body as { code: string }).code]).toEqual([400, 'invalid_request']);
  });

  it('counts what was not read, and marks it once, for its reader alone', async () => {
    const unread = async () =>
      ((await reader.call('GET', '/v1/subscriptions')).body as SubscriptionList).unread;
    expect(await unread()).toBe(COUNT);
    const [first] = (await readPage()).items;
    const path = `/v1/notices/${first?.id}/read`;
    expect((await other.call('POST', path)).status).toBe(404);
    expect(await unread()).toBe(COUNT);
    expect((await reader.call('POST', path)).status).toBe(204);
    expect((await reader.call('POST', path)).status).toBe(204);
    expect(await unread()).toBe(COUNT - 1);
    expect((await readPage()).items[0]?.isRead).toBe(true);
  });

  it.each(['nothing', 'x'.repeat(24), '0'.repeat(24), '%00', '%ED%A0%80'])(
    'knows no notice %s',
    async (id) => {
      const { status } = await reader.call('POST', `/v1/notices/${id}/read`);
      expect([400, 404]).toContain(status);
    },
  );

  it('is nobody’s without a token', async () => {
    for (const url of ['/v1/notices', '/v1/subscriptions', '/v1/account']) {
      const answer = await endpoint.app.inject(url);
      expect([url, answer.statusCode, answer.headers['cache-control']]).toEqual([
        ...[url, 401, 'no-store'],
      ]);
    }
  });
});
