import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noticeWords } from '../../../cloud/cli/notice-words.ts';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { CANARIES } from '../../support/canaries.ts';
import { makeArticleDraft } from '../../support/drafts.ts';
import {
  type NoticeCommandOptions,
  runNoticeCommand,
  toNoticeId,
} from '../../support/notice-command.ts';
import { logIn, type TestReader } from '../../support/reader.ts';

let endpoint: TestApp;
let reader: TestReader;
beforeAll(async () => {
  endpoint = await createTestApp();
  reader = await logIn(endpoint, CANARIES.openid);
});
afterAll(() => endpoint.drop());

const run = (words: string[], options?: NoticeCommandOptions) =>
  runNoticeCommand(endpoint, words, options);

let made = 0;
async function publish(...flags: string[]): Promise<string> {
  made += 1;
  const draft = makeArticleDraft({ channelId: 'notices', title: `第 ${made} 篇` });
  const { id } = await saveArticle(endpoint.store, draft, TEST_NOW);
  const now = () => TEST_NOW + made * 1_000;
  return toNoticeId(await run(['publish', id, ...flags], { now }));
}

async function readCredits(): Promise<number | undefined> {
  const { body } = await reader.call('GET', '/v1/subscriptions');
  const { subscriptions } = body as { subscriptions: { topicId: string; credits: number }[] };
  return subscriptions.find(({ topicId }) => topicId === 'notices')?.credits;
}

const stop = (scope: string, code: number, until: number) =>
  endpoint.store.db
    .insertInto('delivery_stops')
    .values({ scope, code, since: new Date(TEST_NOW), until: new Date(until) })
    .execute();

describe('list', () => {
  it('says that there is nothing', async () => {
    expect(await run(['list'])).toEqual({ code: 0, err: '', out: noticeWords.noNotices });
  });

  it('shows the last twenty, the newest first', async () => {
    for (let count = 1; count <= 20; count += 1) await publish();
    const last = await publish('--urgent');
    const { code, out } = await run(['list']);
    const lines = out.split('\n');
    expect({ code, lines: lines.length }).toEqual({ code: 0, lines: 40 });
    expect(lines[0]).toBe(`${last}　2026-11-23 10:00　已发布　紧急 · 通知公告　第 21 篇`);
    expect(lines[1]).toBe('　　已发送 0 / 0');
    expect(lines.at(-2)).toContain('第 2 篇');
  });
});

describe('show, cancel', () => {
  it('takes back what was not sent, with its credits, and says so once', async () => {
    await reader.accept('notices');
    const before = await readCredits();
    const id = await publish();
    expect((await run(['show', id])).out.split('\n')).toEqual([
      `通知公告　第 ${made} 篇`,
      `通知编号　${id}`,
      '状态　　　已发布',
      '发布时间　2026-11-23 10:00',
      '　　等待发送 1',
    ]);
    expect(await readCredits()).toBe(Number(before) - 1);
    const cancelled = await run(['cancel', id]);
    expect(cancelled).toEqual({ code: 0, err: '', out: noticeWords.cancelled(1) });
    expect(await readCredits()).toBe(before);
    const { out } = await run(['show', id]);
    expect(out).toContain('状态　　　已取消');
    expect(out).toContain('　　已取消（订阅次数已退回） 1');
    expect(await run(['cancel', id])).toEqual({
      ...{ code: 1, out: '' },
      err: noticeWords.overAlready('cancelled'),
    });
  });

  it('says that credits came back only of those who had one', async () => {
    await reader.accept('notices');
    const poor = await logIn(endpoint, CANARIES.otherOpenid);
    await poor.accept('notices');
    const print = endpoint.wechat.service.context.key.toPrint(CANARIES.otherOpenid);
    await endpoint.store.pool.query(
      `INSERT INTO credit_entries (account_id, topic, template_id, kind, amount, cause, created_at)
       SELECT account_id, topic, template_id, 'voided', -balance, 'void:poor', now() FROM credit_balances
         JOIN accounts a ON a.id = account_id WHERE a.openid_print = $1`,
      [print],
    );
    const id = await publish();
    await run(['cancel', id]);
    const { out } = await run(['show', id]);
    expect(out.split('\n').slice(-2)).toEqual(['　　已取消 1', '　　已取消（订阅次数已退回） 1']);
    await endpoint.store.pool.query(
      'DELETE FROM subscriptions s USING accounts a WHERE a.id = s.account_id AND a.openid_print = $1',
      [print],
    );
  });

  it('says why WeChat refuses', async () => {
    await reader.accept('notices');
    const id = await publish();
    endpoint.wechat.server.setFaults([{ errcode: 45168 }]);
    endpoint.setNow(TEST_NOW + made * 1_000);
    await endpoint.wechat.deliver();
    const { out } = await run(['show', id]);
    expect(out).toMatch(/状态　　　已停发：.*不允许的词/);
    expect(out).toMatch(/　　没有发出（订阅次数已退回） 1：.*不允许的词/);
  });

  it.each(['show', 'cancel'])('%s knows no such notice', async (command) => {
    expect(await run([command, 'x\u001b'])).toEqual({
      ...{ code: 1, out: '' },
      err: '没有编号为 x� 的通知。',
    });
  });
});

describe('line, resume', () => {
  it('says what is stopped, why, since when and until when, and resumes', async () => {
    expect(await run(['line'])).toEqual({ code: 0, err: '', out: noticeWords.running });
    await stop('all', 40164, TEST_NOW + 600_000);
    await stop('sample-event-template', 40037, TEST_NOW + 3_600_000);
    await stop('old', 45011, TEST_NOW);
    const { code, out } = await run(['line']);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      noticeWords.stopped('all', 40164),
      noticeWords.stopTimes(TEST_NOW, TEST_NOW + 600_000),
      noticeWords.stopped('sample-event-template', 40037),
      noticeWords.stopTimes(TEST_NOW, TEST_NOW + 3_600_000),
    ]);
    expect(out).toMatch(
      /^全部停发：.*IP 白名单.*（40164）\n.*从 2026-11-23 10:00 起，2026-11-23 10:10/,
    );
    const resumed = await run(['resume']);
    expect(resumed.out.split('\n')).toEqual([
      noticeWords.resumed('all', 40164),
      noticeWords.resumed('sample-event-template', 40037),
    ]);
    expect((await run(['line'])).out).toBe(noticeWords.running);
    expect((await run(['resume'])).out).toBe(noticeWords.nothingToResume);
  });

  it('says that it is night', async () => {
    const now = () => Date.parse('2026-11-23T21:30:00+08:00');
    const { out } = await run(['line'], { now });
    expect(out).toBe(`${noticeWords.running}\n现在是夜间，不紧急的通知 08:00 后发送。`);
  });
});
