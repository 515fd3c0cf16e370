import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareNotice, publishNotice } from '../../../cloud/notices/publish.ts';
import { findAccountByOpenid } from '../../../cloud/store/accounts.ts';
import { listStops, resumeLines } from '../../../cloud/store/delivery-stops.ts';
import { reportNotice } from '../../../cloud/store/notice-report.ts';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import type { DeliveryState } from '../../../cloud/store/tables.ts';
import { createTokenStore } from '../../../cloud/store/wechat-token.ts';
import { createWechatApi } from '../../../cloud/wechat/create-wechat-api.ts';
import { openWechatService } from '../../../cloud/wechat-service.ts';
import type { NoticeDelivery, NoticePage } from '../../../types/notice.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { makeArticleDraft } from '../../support/drafts.ts';
import { runNoticeCommand } from '../../support/notice-command.ts';
import { logIn, type TestReader } from '../../support/reader.ts';
import type { CallName, Fault } from '../../support/wechat-server/faults.ts';
import { startWechatServer } from '../../support/wechat-server/wechat-server.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TEMPLATE = 'sample-notice-template';

const SPENT = ['granted', 'spent'];
const RETURNED = ['granted', 'returned', 'spent'];
const VOIDED = ['granted', 'returned', 'spent', 'voided'];

/** What the editor reads in `npm run notice -- show`, by the name of the row. */
const EDITOR: Readonly<Record<string, RegExp>> = {
  '40001': /令牌/,
  '40014': /令牌/,
  '42001': /令牌/,
  '40003': /微信身份不属于/,
  '40037': /没有这个模板/,
  '40164': /白名单/,
  '41030': /已停发.*页面还没有发布/s,
  '43101': /没有订阅次数/,
  '43107': /不让这个账号发/,
  '43108': /等待发送.*同一位读者/s,
  '45009': /今天的发送次数用完/,
  '45011': /这一分钟发得太多/,
  '45168': /已停发.*不允许的词/s,
  '47003': /已停发.*不符合模板字段/s,
  '-1': /等待发送.*系统繁忙/s,
  'a code that nobody knows': /没有发出.*错误码 99999/s,
  'not sent at all': /等待发送/,
  'HTTP 502': /等待发送/,
  'no answer, not done': /结果不明/,
  'no answer, done': /结果不明/,
  'cut off, not done': /结果不明/,
  'cut off, done': /结果不明/,
  garbage: /结果不明/,
  'no token: 40164': /白名单/,
  'no token: HTTP 502': /没有拿到接口令牌/,
};

interface Row {
  name: string;
  /** `unsent`: nothing listens there. */
  fault: Fault | 'unsent';
  /** Which call goes wrong; by default the message. */
  call?: CallName;
  /** How often WeChat was asked to send. */
  asked: number;
  /** The delivery, as it is stored and as the editor's report counts it. */
  state: DeliveryState;
  code: number | null;
  /** The notice, as the editor's report has it: `npm run notice` words state and code. */
  notice?: 'halted';
  entries: string[];
  balance: number;
  /** What is stopped, and for how long. */
  stop?: { scope: string; forMs: number };
  inbox: NoticeDelivery;
  /** After the fault is gone and the clock has moved on. */
  later: { afterMs: number; inbox: NoticeDelivery; arrived: number };
}

const end = (inbox: NoticeDelivery, arrived = 0) => ({ afterMs: 2 * HOUR, inbox, arrived });
const arrives = (afterMs: number) => ({ afterMs, inbox: 'sent' as const, arrived: 1 });

/** The line stops, nothing is lost, and the message goes out when it runs again. */
const waits = (code: number, scope: string, forMs: number) => ({
  ...{ asked: 1, state: 'queued' as const, code, entries: SPENT, balance: 0 },
  ...{ stop: { scope, forMs }, inbox: 'pending' as const },
});
const again = (code: number | null, asked: number) => ({
  ...{ asked, state: 'queued' as const, code, entries: SPENT, balance: 0 },
  ...{ inbox: 'pending' as const, later: arrives(10 * SECOND) },
});
const fails = (code: number) => ({
  ...{ asked: 1, state: 'failed' as const, code, entries: RETURNED, balance: 1 },
  ...{ inbox: 'failed' as const, later: end('failed') },
});
const isUnknown = (arrived: number) => ({
  ...{ asked: 1, state: 'unknown' as const, code: null, entries: SPENT, balance: 0 },
  ...{ inbox: 'unknown' as const, later: end('unknown', arrived) },
});
const halts = (code: number) => ({ ...fails(code), notice: 'halted' as const });
const refused = (errcode: number) => ({ name: String(errcode), fault: { errcode } });

/** Until midnight in China, from ten in the morning. */
const REST_OF_DAY = 14 * HOUR;

const ROWS: Row[] = [
  ...[40001, 40014, 42001].map((code) => ({
    ...refused(code),
    ...{ ...waits(code, 'all', 5 * MINUTE), asked: 2, later: arrives(5 * MINUTE) },
  })),
  { ...refused(40003), ...fails(40003) },
  { ...refused(40037), ...waits(40037, TEMPLATE, HOUR), later: arrives(HOUR) },
  { ...refused(40164), ...waits(40164, 'all', 10 * MINUTE), later: arrives(10 * MINUTE) },
  { ...refused(41030), ...halts(41030) },
  {
    ...refused(43101),
    ...{ asked: 1, state: 'refused', code: 43101, entries: VOIDED, balance: 0 },
    ...{ inbox: 'refused', later: end('refused') },
  },
  { ...refused(43107), ...waits(43107, 'all', HOUR), later: arrives(HOUR) },
  { ...refused(43108), ...again(43108, 1) },
  // The day begins anew at night, when messages wait.
  {
    ...refused(45009),
    ...waits(45009, 'all', REST_OF_DAY),
    later: arrives(REST_OF_DAY + 8 * HOUR),
  },
  { ...refused(45011), ...waits(45011, 'all', MINUTE), later: arrives(MINUTE) },
  { ...refused(45168), ...halts(45168) },
  { ...refused(47003), ...halts(47003) },
  { ...refused(-1), ...again(-1, 1) },
  { name: 'a code that nobody knows', fault: { errcode: 99_999 }, ...fails(99_999) },
  { name: 'not sent at all', fault: 'unsent', ...again(null, 0) },
  { name: 'HTTP 502', fault: { status: 502 }, ...again(null, 1) },
  { name: 'no answer, not done', fault: 'timeout-before', ...isUnknown(0) },
  { name: 'no answer, done', fault: 'timeout-after', ...isUnknown(1) },
  { name: 'cut off, not done', fault: 'reset-before', ...isUnknown(0) },
  { name: 'cut off, done', fault: 'reset-after', ...isUnknown(1) },
  { name: 'garbage', fault: 'garbage', ...isUnknown(1) },
  {
    ...{ name: 'no token: 40164', call: 'token', fault: { errcode: 40164 } },
    ...{ ...waits(40164, 'all', 10 * MINUTE), asked: 0, later: arrives(10 * MINUTE) },
  },
  {
    ...{ name: 'no token: HTTP 502', call: 'token', fault: { status: 502 } },
    ...{ ...waits(2, 'all', MINUTE / 2), asked: 0, later: arrives(MINUTE / 2) },
  },
];

describe('what follows from each answer of WeChat', () => {
  let endpoint: TestApp;
  beforeAll(async () => {
    endpoint = await createTestApp();
  });
  afterAll(() => endpoint.drop());

  /** Delivers to an address where nothing listens. */
  async function deliverNowhere(now: number): Promise<void> {
    const gone = await startWechatServer();
    await gone.stop();
    const settings = { ...endpoint.wechat.settings, apiUrl: gone.origin };
    const own = { port: 0, host: '', dataDir: '', logLevel: 'silent' as const };
    const service = await openWechatService(endpoint.store, own, settings, () => now);
    const silent = { info: () => undefined, warn: () => undefined };
    await service.deliverer(silent).deliverDue();
  }

  /** A token is there already, so that the message itself is what can't be sent. */
  async function keepToken(now: number): Promise<void> {
    const { settings, service } = endpoint.wechat;
    const answer = await createWechatApi(settings).fetchToken(false);
    if (!answer.ok) throw new Error(answer.failure.kind);
    const { token, expiresIn } = answer.value;
    const expiresAt = now + expiresIn * SECOND;
    const store = createTokenStore(endpoint.store, service.context.key, settings.appId);
    await store.update(async () => ({ token, expiresAt, forced: { count: 0, lastAt: 0 } }));
  }

  const readInbox = async ({ call }: TestReader, id: string) =>
    ((await call('GET', '/v1/notices')).body as NoticePage).items.find((item) => item.id === id)
      ?.delivery;

  async function readLedger(accountId: string) {
    const { rows } = await endpoint.store.pool.query<{ kind: string; amount: number }>(
      'SELECT kind, amount FROM credit_entries WHERE account_id = $1 ORDER BY kind',
      [accountId],
    );
    const { rows: balances } = await endpoint.store.pool.query<{ balance: number }>(
      'SELECT balance FROM credit_balances WHERE account_id = $1',
      [accountId],
    );
    expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(balances[0]?.balance);
    return { entries: rows.map(({ kind }) => kind), balance: balances[0]?.balance };
  }

  async function publishTo(accountId: string, title: string, now: number): Promise<string> {
    const draft = makeArticleDraft({ channelId: 'notices', title });
    const { id } = await saveArticle(endpoint.store, draft, now);
    const { templates } = endpoint.wechat.service.context;
    const request = { subject: { kind: 'article' as const, id }, note: '请互相转告' };
    const prepared = await prepareNotice(endpoint.store, templates, {
      ...request,
      ...{ isUrgent: false, accountId },
    });
    if (!prepared.ok) throw new Error(prepared.reason);
    await publishNotice(endpoint.store, prepared.draft, now);
    return prepared.draft.id;
  }

  it.each(ROWS.map((row, index) => ({ ...row, index })))('$name', async (row) => {
    const { server } = endpoint.wechat;
    // A day of its own for each, at ten in the morning: the token of the day before is over.
    const start = TEST_NOW + (row.index + 1) * 2 * DAY;
    endpoint.setNow(start);
    await resumeLines(endpoint.store);
    const openid = `oCANARY0row${String(row.index).padStart(3, '0')}`;
    const reader = await logIn(endpoint, openid);
    await reader.accept('notices');
    const { key } = endpoint.wechat.service.context;
    const accountId = (await findAccountByOpenid(endpoint.store, key, openid)) ?? '';
    if (row.fault === 'unsent') await keepToken(start);
    const id = await publishTo(accountId, row.name, start);

    const asked: string[] = [];
    const { fault, call = 'send' } = row;
    const isGone = { now: false };
    server.setFaults(({ name }) => {
      if (name === 'send') asked.push(name);
      return name === call && !isGone.now && fault !== 'unsent' ? fault : undefined;
    });
    if (fault === 'unsent') await deliverNowhere(start);
    else await endpoint.wechat.deliver();

    expect(asked).toHaveLength(row.asked);
    const report = await reportNotice(endpoint.store, id);
    expect(report).toMatchObject({
      state: row.notice ?? 'published',
      code: row.notice ? row.code : null,
      counts: [{ state: row.state, code: row.code, count: 1 }],
    });
    expect(await readLedger(accountId)).toEqual({ entries: row.entries, balance: row.balance });
    const stops = await listStops(endpoint.store, start);
    expect(stops.map(({ scope, code, until }) => ({ scope, code, forMs: until - start }))).toEqual(
      row.stop ? [{ ...row.stop, code: row.code }] : [],
    );
    expect(await readInbox(reader, id)).toBe(row.inbox);
    const shown = await runNoticeCommand(endpoint, ['show', id], { now: () => start });
    expect(shown.out).toMatch(EDITOR[row.name] ?? /no row for the editor/);

    isGone.now = true;
    const before = asked.length;
    // Not a moment too soon.
    if (row.stop) {
      endpoint.setNow(start + row.stop.forMs - 1);
      await endpoint.wechat.deliver();
      expect(asked).toHaveLength(before);
    }
    endpoint.setNow(start + row.later.afterMs);
    for (let times = 0; times < 2; times += 1) await endpoint.wechat.deliver();
    expect(asked.length - before).toBe(row.later.inbox === 'sent' ? 1 : 0);
    expect(server.countMessages(openid)).toBe(row.later.arrived);
    const back = await logIn(endpoint, openid);
    expect(await readInbox(back, id)).toBe(row.later.inbox);
  });
});
