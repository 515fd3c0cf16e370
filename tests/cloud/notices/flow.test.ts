import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareNotice, publishNotice } from '../../../cloud/notices/publish.ts';
import { reportNotice } from '../../../cloud/store/notice-report.ts';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { saveEvent } from '../../../cloud/store/save-event.ts';
import type { NoticePage } from '../../../types/notice.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { CANARIES } from '../../support/canaries.ts';
import { makeArticleDraft, makeEventDraft } from '../../support/drafts.ts';
import { logIn } from '../../support/reader.ts';

let endpoint: TestApp;
beforeAll(async () => {
  endpoint = await createTestApp();
});
afterAll(() => endpoint.drop());

const KINDS = [
  {
    topic: 'notices',
    subject: 'article' as const,
    save: () => saveArticle(endpoint.store, makeArticleDraft({ channelId: 'notices' }), TEST_NOW),
  },
  {
    topic: 'channel:rights',
    subject: 'article' as const,
    save: () =>
      saveArticle(
        endpoint.store,
        makeArticleDraft({ channelId: 'rights', title: '怎样留证据' }),
        TEST_NOW,
      ),
  },
  {
    topic: 'events',
    subject: 'event' as const,
    save: () => saveEvent(endpoint.store, makeEventDraft(), TEST_NOW),
  },
];

describe.each(KINDS)('a notice of $topic', ({ topic, subject, save }) => {
  it('is sent once to who asked for it, and stands in the inbox of all who did', async () => {
    const rich = await logIn(endpoint, CANARIES.openid);
    const poor = await logIn(endpoint, CANARIES.otherOpenid);
    const { id } = await save();
    await rich.accept(topic);
    await poor.accept(topic);
    const before = endpoint.wechat.server.messages.length;

    const prepared = await prepareNotice(
      endpoint.store,
      endpoint.wechat.service.context.templates,
      {
        subject: { kind: subject, id },
        note: '请互相转告',
        isUrgent: false,
      },
    );
    if (!prepared.ok) throw new Error(prepared.reason);
    expect(await publishNotice(endpoint.store, prepared.draft, TEST_NOW)).toEqual({
      kind: 'saved',
    });
    expect(
      await publishNotice(endpoint.store, { ...prepared.draft, id: 'abc' }, TEST_NOW),
    ).toMatchObject({
      kind: 'told-before',
    });
    expect(await endpoint.wechat.deliver()).toBe(2);

    const messages = endpoint.wechat.server.messages.slice(before);
    expect(messages.map(({ openid }) => openid).sort()).toEqual([rich.openid, poor.openid]);
    expect(messages[0]?.page).toContain(`id=${id}&notice=${prepared.draft.id}`);
    const { body } = await rich.call('GET', '/v1/notices');
    const { items } = body as NoticePage;
    expect(items.find((item) => item.id === prepared.draft.id)).toMatchObject({
      topicId: topic,
      delivery: 'sent',
      isRead: false,
      subject: { kind: subject, id },
    });
    const report = await reportNotice(endpoint.store, prepared.draft.id);
    expect(report?.counts).toEqual([{ state: 'sent', code: null, count: 2 }]);
    const { body: list } = await rich.call('GET', '/v1/subscriptions');
    expect(list).toMatchObject({
      subscriptions: expect.arrayContaining([
        expect.objectContaining({ topicId: topic, credits: 0 }),
      ]),
    });
  });
});
