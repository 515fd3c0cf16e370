import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import type { NoticePage } from '../../../types/notice.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { CANARIES } from '../../support/canaries.ts';
import { makeArticleDraft } from '../../support/drafts.ts';
import { runNoticeCommand, toNoticeId } from '../../support/notice-command.ts';
import { logIn, type TestReader } from '../../support/reader.ts';

const HOUR = 3_600_000;
const NIGHT = TEST_NOW + 12 * HOUR;
const MORNING = TEST_NOW + 22 * HOUR;

let endpoint: TestApp;
let reader: TestReader;
let other: TestReader;
beforeEach(async () => {
  await endpoint?.drop();
  endpoint = await createTestApp();
  endpoint.setNow(NIGHT);
  reader = await logIn(endpoint, CANARIES.openid);
  other = await logIn(endpoint, CANARIES.otherOpenid);
});
afterAll(() => endpoint.drop());

async function publish(channelId = 'notices'): Promise<string> {
  const { id } = await saveArticle(endpoint.store, makeArticleDraft({ channelId }), NIGHT);
  return toNoticeId(await runNoticeCommand(endpoint, ['publish', id], { now: () => NIGHT }));
}

const leave = (topic: string) => reader.call('DELETE', `/v1/subscriptions/${topic}`);
const countAt = (openid: string) => endpoint.wechat.server.countMessages(openid);

async function readInbox({ call }: TestReader) {
  const { items } = (await call('GET', '/v1/notices')).body as NoticePage;
  return items.map(({ id, delivery }) => [id, delivery]);
}

/** Sums of the ledger by topic, which the balances agree with. */
async function readCredits(openid: string): Promise<Record<string, number>> {
  const { pool } = endpoint.store;
  const print = endpoint.wechat.service.context.key.toPrint(openid);
  const { rows } = await pool.query<{ topic: string; sum: number; balance: number }>(
    `SELECT topic, sum(amount)::integer AS sum, max(balance) AS balance
       FROM credit_entries JOIN credit_balances USING (account_id, topic, template_id)
       JOIN accounts a ON a.id = account_id WHERE a.openid_print = $1 GROUP BY topic ORDER BY topic`,
    [print],
  );
  for (const { sum, balance } of rows) expect(sum).toBe(balance);
  return Object.fromEntries(rows.map(({ topic, sum }) => [topic, sum]));
}

describe('a reader who leaves a topic', () => {
  it('is not sent what waits for the morning, gets its credit back, and can read it', async () => {
    for (const each of [reader, other]) await each.accept('notices');
    const id = await publish();
    expect(await readCredits(CANARIES.openid)).toEqual({ notices: 0 });
    expect((await leave('notices')).status).toBe(200);
    expect(await readCredits(CANARIES.openid)).toEqual({ notices: 1 });
    endpoint.setNow(MORNING);
    await endpoint.wechat.deliver();
    expect([countAt(CANARIES.openid), countAt(CANARIES.otherOpenid)]).toEqual([0, 1]);
    reader = await logIn(endpoint, CANARIES.openid);
    other = await logIn(endpoint, CANARIES.otherOpenid);
    expect([await readInbox(reader), await readInbox(other)]).toEqual([
      [[id, 'failed']],
      [[id, 'sent']],
    ]);
    const { out } = await runNoticeCommand(endpoint, ['show', id]);
    expect(out).toMatch(/　　没有发出（订阅次数已退回） 1：读者点了“不再接收”/);
    await leave('notices');
    expect(await readCredits(CANARIES.openid)).toEqual({ notices: 1 });
  });

  it('is still sent what was asked for elsewhere', async () => {
    await reader.accept('notices');
    await reader.accept('channel:rights');
    const id = await publish();
    await leave('channel:rights');
    endpoint.setNow(MORNING);
    await endpoint.wechat.deliver();
    reader = await logIn(endpoint, CANARIES.openid);
    expect(await readInbox(reader)).toEqual([[id, 'sent']]);
    expect(await readCredits(CANARIES.openid)).toEqual({ 'channel:rights': 1, notices: 0 });
  });

  it('gets no second try of what is under way', async () => {
    await reader.accept('notices');
    const id = await publish();
    endpoint.setNow(MORNING);
    reader = await logIn(endpoint, CANARIES.openid);
    const left: Promise<{ status: number }>[] = [];
    endpoint.wechat.server.setFaults(({ name }) => {
      if (name !== 'send') return undefined;
      if (left.length === 0) left.push(leave('notices'));
      return { errcode: -1 };
    });
    await endpoint.wechat.deliver();
    expect((await left[0])?.status).toBe(200);
    endpoint.wechat.server.setFaults(undefined);
    endpoint.setNow(MORNING + HOUR);
    await endpoint.wechat.deliver();
    expect(await readInbox(reader)).toEqual([[id, 'failed']]);
    expect(await readCredits(CANARIES.openid)).toEqual({ notices: 1 });
    expect(countAt(CANARIES.openid)).toBe(0);
  });
});
