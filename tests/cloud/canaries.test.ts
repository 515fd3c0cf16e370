import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareNotice, publishNotice } from '../../cloud/notices/publish.ts';
import { readNoticeTemplates } from '../../cloud/notices/read-templates.ts';
import { saveArticle } from '../../cloud/store/save-article.ts';
import type { Session } from '../../types/session.ts';
import { TEST_NOW } from '../support/app.ts';
import { CANARIES } from '../support/canaries.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { makeArticleDraft } from '../support/drafts.ts';
import { makeReportId } from '../support/reader.ts';
import { type Running, runProgram, startProgram } from '../support/run-program.ts';
import { readTemplatesOf, TEMPLATES_PATH } from '../support/sample-templates.ts';
import { startWechatServer, type WechatServer } from '../support/wechat-server/wechat-server.ts';

const TEMPLATE = 'sample-notice-template';
/** What WeChat's send may answer: each leads to lines of the log. */
const CODES = [
  40001, 40003, 40037, 40164, 43101, 43107, 43108, 45009, 45011, 45168, 47003, -1, 99999,
];

let database: TestDatabase;
let server: WechatServer;
let endpoint: Running;
let origin = '';
let env: Record<string, string>;
const answers: string[] = [];
const tokens: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startWechatServer({
    ...{ secret: CANARIES.secret, templates: await readTemplatesOf(), closeAfterMs: 200 },
  });
  env = {
    ...{ ...database.env, PORT: '0', LOG_LEVEL: 'trace' },
    ...{ WECHAT_APPID: server.appId, WECHAT_SECRET: server.secret, WECHAT_API_URL: server.origin },
    ...{ WECHAT_PUSH_TOKEN: CANARIES.pushToken, NOTICE_TEMPLATES: TEMPLATES_PATH },
    DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  endpoint = startProgram('cloud/server.ts', [], env);
  const [, address = ''] = await endpoint.waitFor(/listening at (http:\/\/[\d.:]+)/);
  origin = address;
});
afterAll(async () => {
  endpoint.process.kill('SIGKILL');
  await server.stop();
  await database.drop();
});

async function ask(path: string, init: RequestInit = {}, isLogin = false): Promise<Response> {
  const answer = await fetch(origin + path, init);
  const head = JSON.stringify([...answer.headers]);
  // The one answer that may tell a token is the one that gives it.
  answers.push(
    `${path.split('?')[0]} ${answer.status} ${head} ${isLogin && answer.ok ? '' : await answer.clone().text()}`,
  );
  return answer;
}

const toPost = (body: unknown, token = ''): RequestInit => ({
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
  },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

async function logIn(code: string): Promise<string> {
  const answer = await ask('/v1/session', toPost({ code }), true);
  const { token } = (await answer.json()) as Session;
  if (answer.ok) tokens.push(token);
  return token;
}

/** An article of 通知公告 that nobody was told of. */
async function makeNotice(title: string): Promise<string> {
  const draft = makeArticleDraft({ channelId: 'notices', title });
  return (await saveArticle(database.store, draft, TEST_NOW)).id;
}

async function publish(id: string): Promise<void> {
  const read = await readNoticeTemplates(TEMPLATES_PATH);
  if (!read.ok) throw new Error(read.problems.join());
  const prepared = await prepareNotice(database.store, read.templates, {
    ...{ subject: { kind: 'article', id }, note: '', isUrgent: true },
  });
  if (!prepared.ok) throw new Error(prepared.reason);
  await publishNotice(database.store, prepared.draft, Date.now());
}

async function waitUntilSettled(): Promise<void> {
  for (;;) {
    const { rows } = await database.store.pool.query(
      `SELECT 1 FROM deliveries d WHERE state = 'sending' OR (state = 'queued' AND attempts = 0
        AND NOT EXISTS (SELECT FROM delivery_stops WHERE until > now()))`,
    );
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('what may be told to nobody', () => {
  it('stands in no log, no error, no answer and no address, whatever goes wrong', async () => {
    // Log-ins, good and bad ones.
    server.addLoginCode('code-of-canary-1', CANARIES.openid);
    const token = await logIn('code-of-canary-1');
    await logIn('code-of-canary-1');
    await logIn(CANARIES.phone);
    server.setLoginRefusal(40226);
    server.addLoginCode('code-of-canary-2', CANARIES.otherOpenid);
    await logIn('code-of-canary-2');
    server.setLoginRefusal(undefined);
    server.setFaults(() => 'garbage');
    await logIn('code-of-canary-3');
    server.setFaults(undefined);

    // Requests with canaries in every place, most of them refused.
    const secret = `phone=${CANARIES.phone}&openid=${CANARIES.openid}&secret=${CANARIES.secret}`;
    await ask(`/v1/articles?cursor=${CANARIES.openid}&${secret}`);
    await ask(`/v1/nowhere?${secret}`);
    await ask('/v1/subscriptions', toPost(`{"broken": "${CANARIES.phone}`, token));
    await ask('/v1/subscriptions', toPost({ reportId: CANARIES.phone, accepted: secret }, token));
    await ask('/v1/account', { headers: { authorization: `Bearer ${CANARIES.secret}` } });
    await ask('/v1/account', { headers: { 'x-wx-openid': CANARIES.openid } });
    await ask(
      `/v1/wechat/push?timestamp=1&nonce=1&${secret}`,
      toPost({ FromUserName: CANARIES.openid }),
    );

    // Messages, with each of WeChat's answers.
    for (const code of CODES) {
      server.grant(CANARIES.openid, TEMPLATE);
      const accepted = [{ topicId: 'notices', templateId: TEMPLATE }];
      await ask('/v1/subscriptions', toPost({ reportId: makeReportId(), accepted }, token));
      let isFaulty = true;
      server.setFaults(({ name }) => {
        if (name !== 'send' || !isFaulty) return undefined;
        isFaulty = code === 40001;
        return { errcode: code };
      });
      const id = await makeNotice(`通知 ${code}`);
      await publish(id);
      await waitUntilSettled();
      server.setFaults(undefined);
      await database.store.pool.query('DELETE FROM delivery_stops');
    }
    const id = await makeNotice('由命令发布');
    const command = await runProgram('cloud/cli/notice.ts', ['publish', id, '--urgent'], env);
    answers.push(command.stdout + command.stderr);
    const target = { url: `${origin}/v1/wechat/push`, token: CANARIES.pushToken };
    const items = [{ TemplateId: TEMPLATE, SubscribeStatusString: 'reject' }];
    const event = 'subscribe_msg_change_event' as const;
    await server.push(target, { event, openid: CANARIES.openid, items });
    const bearer = { headers: { authorization: `Bearer ${token}` } };
    for (const path of ['/v1/notices', '/v1/account', '/v1/account/export'])
      await ask(path, bearer);
    await ask('/v1/account', { ...bearer, method: 'DELETE' });

    endpoint.process.kill('SIGTERM');
    const { stdout, stderr } = await endpoint.ended;
    expect(stdout).toContain('a message did not go through');
    expect(stdout).toContain('no login');
    const told = [...answers, ...stdout.split('\n'), ...stderr.split('\n')];
    const canaries = [
      ...Object.values(CANARIES),
      ...server.issuedTokens,
      ...server.issuedSessionKeys,
      ...tokens,
    ];
    expect(server.issuedSessionKeys.length).toBeGreaterThan(0);
    expect(server.issuedTokens.length).toBeGreaterThan(1);
    for (const canary of canaries) {
      expect(told.filter((line) => line.includes(canary))).toEqual([]);
    }
  }, 180_000);
});
