import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NoticeTemplate } from '../../../cloud/domain/notice-template.ts';
import { composeNotice, publishNotice } from '../../../cloud/notices/publish.ts';
import { findAccountByOpenid } from '../../../cloud/store/accounts.ts';
import { grantCredits } from '../../../cloud/store/credits.ts';
import { saveEvent } from '../../../cloud/store/save-event.ts';
import type { NoticePage } from '../../../types/notice.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { CANARIES } from '../../support/canaries.ts';
import { makeEventDraft } from '../../support/drafts.ts';
import { logIn, makeReportId } from '../../support/reader.ts';

let endpoint: TestApp;
beforeAll(async () => {
  endpoint = await createTestApp();
});
afterAll(() => endpoint.drop());

/** What comes with sign-up: told under a topic of its own, with a template of its own. */
const REMINDER: NoticeTemplate = {
  kind: 'event',
  id: 'sample-channel-template',
  isLongTerm: false,
  fields: {
    phrase1: { kind: 'words', words: '活动提醒' },
    thing2: { kind: 'value', name: 'title' },
    date3: { kind: 'value', name: 'startsAt' },
    thing4: { kind: 'words', words: '请提前十分钟到场' },
  },
};

it('a reminder of one event goes the way of all others, and takes no credit of theirs', async () => {
  const { store, wechat } = endpoint;
  const reader = await logIn(endpoint, CANARIES.openid);
  await reader.accept('events');
  const event = makeEventDraft();
  const { id } = await saveEvent(store, event, TEST_NOW);
  const topic = `event:${id}`;
  const { key } = wechat.service.context;
  const accountId = (await findAccountByOpenid(store, key, reader.openid)) ?? '';
  wechat.server.grant(reader.openid, REMINDER.id);
  const accepted = [{ topic, templateId: REMINDER.id, isLongTerm: false }];
  await grantCredits(store, { accountId, reportId: makeReportId(), accepted }, TEST_NOW);

  const { title, startsAt } = event;
  const composed = composeNotice(
    new Map([['event', REMINDER]]),
    { kind: 'event', topic, subject: { kind: 'event', id }, title, values: { title, startsAt } },
    { note: '', isUrgent: true },
  );
  if (!composed.ok) throw new Error(composed.reason);
  expect(await publishNotice(store, composed.draft, TEST_NOW)).toEqual({ kind: 'saved' });
  expect(await wechat.deliver()).toBe(1);

  expect(wechat.server.messages.map(({ data }) => data)).toEqual([
    { phrase1: '活动提醒', thing2: title, date3: '2026年12月5日', thing4: '请提前十分钟到场' },
  ]);
  const { items } = (await reader.call('GET', '/v1/notices')).body as NoticePage;
  expect(items).toMatchObject([{ topicId: topic, delivery: 'sent', subject: { id } }]);
  const rows = await store.db.selectFrom('credit_balances').selectAll().orderBy('topic').execute();
  expect(rows.map(({ topic, balance }) => [topic, balance])).toEqual([
    [topic, 0],
    ['events', 1],
  ]);
});
