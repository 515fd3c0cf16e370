import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApp } from '../../../cloud/app.ts';
import type { TypedApp } from '../../../cloud/http/typed-app.ts';
import type { Session } from '../../../types/session.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { CANARIES } from '../../support/canaries.ts';
import { logIn } from '../../support/reader.ts';
import type { CallName, Fault } from '../../support/wechat-server/faults.ts';
import type { LoginRefusal } from '../../support/wechat-server/login.ts';

const TWO_HOURS_MS = 2 * 60 * 60_000;
const OPENID = CANARIES.openid;

type Headers = Record<string, string>;

const post = (app: TypedApp, payload?: object | string, headers: Headers = {}) =>
  app.inject({
    ...{ method: 'POST', url: '/v1/session', headers },
    ...(payload !== undefined && { payload }),
  });

/** Whether a header still opens what is personal. */
async function isKnown(app: TypedApp, authorization: string | undefined): Promise<boolean> {
  const headers = authorization === undefined ? {} : { authorization };
  const { statusCode } = await app.inject({ url: '/v1/account', headers });
  expect([200, 401]).toContain(statusCode);
  return statusCode === 200;
}

const countAccounts = async ({ store }: TestApp): Promise<number> =>
  (await store.db.selectFrom('accounts').select('id').execute()).length;

describe('a log-in with a code', () => {
  let endpoint: TestApp;
  let codes = 0;
  beforeAll(async () => {
    endpoint = await createTestApp();
  });
  afterAll(() => endpoint.drop());

  /** A code that WeChat has just given to somebody. */
  function makeCode(openid: string = OPENID): string {
    codes += 1;
    endpoint.wechat.server.addLoginCode(`code-${codes}`, openid);
    return `code-${codes}`;
  }

  it('gives a token for two hours, which is told to nobody else', async () => {
    const answer = await post(endpoint.app, { code: makeCode() });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    const { token, expiresAt } = answer.json<Session>();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(Date.parse(expiresAt)).toBe(TEST_NOW + TWO_HOURS_MS);
    expect(await isKnown(endpoint.app, `Bearer ${token}`)).toBe(true);
  });

  it('finds the same account again, and another one for somebody else', async () => {
    const other = CANARIES.otherOpenid;
    await post(endpoint.app, { code: makeCode() });
    const before = await countAccounts(endpoint);
    await post(endpoint.app, { code: makeCode() });
    expect(await countAccounts(endpoint)).toBe(before);
    await post(endpoint.app, { code: makeCode(other) });
    expect(await countAccounts(endpoint)).toBe(before + 1);
  });

  const used = async () => {
    const code = makeCode();
    expect((await post(endpoint.app, { code })).statusCode).toBe(200);
    return code;
  };
  const refused = (code: LoginRefusal) => () => {
    endpoint.wechat.server.setLoginRefusal(code);
    return makeCode();
  };
  const faulty = (fault: Fault) => () => {
    endpoint.wechat.server.setFaults(({ name }: { name: CallName }) =>
      name === 'login' ? fault : undefined,
    );
    return makeCode();
  };
  it.each<[string, () => Promise<string> | string, number, string, string]>([
    ['a used code', used, 401, 'unauthorized', 'wx.login'],
    ['a code that nobody was given', () => 'code-of-nobody', 401, 'unauthorized', 'wx.login'],
    ['a person with a high risk', refused(40226), 403, 'forbidden', '有风险'],
    ['too many log-ins', refused(45011), 429, 'too_many_requests', '一分钟'],
    ['garbage', faulty('garbage'), 503, 'unavailable', '微信'],
    ['silence', faulty('timeout-before'), 503, 'unavailable', '微信'],
    ['an answer that got lost', faulty('timeout-after'), 503, 'unavailable', '微信'],
    ['a connection cut off', faulty('reset-before'), 503, 'unavailable', '微信'],
    ['a gateway’s error', faulty({ status: 502 }), 503, 'unavailable', '微信'],
    ['a code of WeChat that nobody knows', faulty({ errcode: -1 }), 503, 'unavailable', '微信'],
    ['our secret being wrong', faulty({ errcode: 40125 }), 503, 'unavailable', '微信'],
  ])('is refused for %s', async (_what, prepare, status, problem, words) => {
    const payload = { code: await prepare() };
    const before = await countAccounts(endpoint);
    const answer = await post(endpoint.app, payload);
    endpoint.wechat.server.setLoginRefusal(undefined);
    endpoint.wechat.server.setFaults(undefined);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code: problem, status });
    expect(answer.json<{ detail: string }>().detail).toContain(words);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['retry-after']).toBe(status === 503 ? '5' : undefined);
    expect(await countAccounts(endpoint)).toBe(before);
  });

  it.each<[string, object | string | undefined]>([
    ['no body', undefined],
    ['an empty object', {}],
    ['an empty code', { code: '' }],
    ['an endless code', { code: 'c'.repeat(201) }],
    ['a code that is no text', { code: { $ne: '' } }],
    ['a list', []],
  ])('needs a code: %s', async (_what, payload) => {
    const answer = await post(endpoint.app, payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'invalid_request' });
  });

  it.each([
    ['no code', {}],
    ['nothing at all', undefined],
  ])('says so for %s', async (_what, body) => {
    const { detail } = (await post(endpoint.app, body)).json<{ detail: string }>();
    expect(detail).toContain('缺少 code');
  });

  it('does not look at the header of 微信云托管', async () => {
    const trusted = {
      'x-wx-openid': CANARIES.otherOpenid,
      'x-wx-appid': endpoint.wechat.server.appId,
    };
    expect((await post(endpoint.app, {}, trusted)).statusCode).toBe(400);
    const reader = await logIn(endpoint, 'oCANARY0withheader');
    const before = (await reader.call('GET', '/v1/account')).body;
    const answer = await post(endpoint.app, { code: makeCode('oCANARY0withheader') }, trusted);
    const authorization = `Bearer ${answer.json<Session>().token}`;
    const account = await endpoint.app.inject({ url: '/v1/account', headers: { authorization } });
    expect(account.json()).toEqual(before);
    expect((await endpoint.app.inject({ url: '/v1/account', headers: trusted })).statusCode).toBe(
      401,
    );
  });
});

describe('a log-in with the header of 微信云托管', () => {
  let endpoint: TestApp;
  beforeAll(async () => {
    endpoint = await createTestApp({ wechat: { identity: 'container' } });
  });
  afterAll(() => endpoint.drop());

  it.each<[string, object | string | undefined, Headers]>([
    ['an empty object', {}, {}],
    ['no body', undefined, {}],
    ['no body, though JSON is said', '', { 'content-type': 'application/json' }],
    ['our own AppID', {}, { 'x-wx-appid': 'wx1234567890abcdef' }],
    ['a code that nobody looks at', { code: 'code-of-nobody' }, {}],
  ])('is taken with %s', async (_what, payload, headers) => {
    const answer = await post(endpoint.app, payload, { 'x-wx-openid': OPENID, ...headers });
    expect(answer.statusCode).toBe(200);
    expect(await isKnown(endpoint.app, `Bearer ${answer.json<Session>().token}`)).toBe(true);
  });

  it.each<[string, Headers]>([
    ['no header', {}],
    ['an empty one', { 'x-wx-openid': '' }],
    ['a short one', { 'x-wx-openid': 'oCANARY0'.slice(0, 8) }],
    ['an endless one', { 'x-wx-openid': `oCANARY0${'a'.repeat(60)}` }],
    ['two in one', { 'x-wx-openid': 'oCANARY0first, oCANARY0second' }],
    ['another AppID', { 'x-wx-openid': OPENID, 'x-wx-appid': 'wxffffffffffffffff' }],
    ['an empty AppID', { 'x-wx-openid': OPENID, 'x-wx-appid': '' }],
  ])('is refused with %s, also when a code is good', async (_what, headers) => {
    endpoint.wechat.server.addLoginCode('good-code', OPENID);
    for (const payload of [undefined, {}, { code: 'good-code' }]) {
      const answer = await post(endpoint.app, payload, headers);
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ code: 'unauthorized' });
    }
  });
});

describe('a session', () => {
  let endpoint: TestApp;
  beforeAll(async () => {
    endpoint = await createTestApp();
  });
  afterAll(() => endpoint.drop());

  it('ends alone: the reader’s other one goes on', async () => {
    const [first, second] = [await logIn(endpoint, OPENID), await logIn(endpoint, OPENID)];
    expect(first.token).not.toBe(second.token);
    for (const _time of ['once', 'twice'])
      expect(await first.call('DELETE', '/v1/session')).toEqual({ status: 204, body: null });
    expect(await isKnown(endpoint.app, `Bearer ${first.token}`)).toBe(false);
    expect(await isKnown(endpoint.app, `Bearer ${second.token}`)).toBe(true);
  });

  it.each<[string, Headers]>([
    ['nothing', {}],
    ['no token', { authorization: 'Bearer no-token' }],
    ['a token of nobody', { authorization: `Bearer ${'A'.repeat(43)}` }],
  ])('may be ended with %s: there is nothing to tell', async (_what, headers) => {
    const answer = await endpoint.app.inject({ method: 'DELETE', url: '/v1/session', headers });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['a moment before two hours', TWO_HOURS_MS - 1, true],
    ['at two hours', TWO_HOURS_MS, false],
    ['long after', 30 * TWO_HOURS_MS, false],
  ])('is good for two hours: %s', async (_when, later, isGood) => {
    const { token } = await logIn(endpoint, OPENID);
    endpoint.setNow(TEST_NOW + later);
    expect(await isKnown(endpoint.app, `Bearer ${token}`)).toBe(isGood);
    endpoint.setNow(TEST_NOW);
  });

  it.each<[string, (token: string) => string | undefined, boolean]>([
    ['as it should be', (token) => `Bearer ${token}`, true],
    ['in small letters', (token) => `bearer ${token}`, true],
    ['with blanks', (token) => `BEARER   ${token}  `, true],
    ['without a scheme', (token) => token, false],
    ['of another scheme', (token) => `Basic ${token}`, false],
    ['without a blank', (token) => `Bearer${token}`, false],
    ['with a word behind', (token) => `Bearer ${token} x`, false],
    ['cut short', (token) => `Bearer ${token.slice(0, -1)}`, false],
    ['with a letter too many', (token) => `Bearer ${token}A`, false],
    ['in other letters', (token) => `Bearer ${token.toUpperCase()}`, false],
    ['empty', () => 'Bearer ', false],
    ['absent', () => undefined, false],
  ])('is known by its header: %s', async (_what, write, isGood) => {
    const { token } = await logIn(endpoint, OPENID);
    expect(await isKnown(endpoint.app, write(token))).toBe(isGood);
  });
});

describe('an endpoint without a WeChat account', () => {
  let endpoint: TestApp;
  let app: TypedApp;
  beforeAll(async () => {
    endpoint = await createTestApp();
    app = await buildApp({ store: endpoint.store, now: () => TEST_NOW, logger: false });
  });
  afterAll(async () => {
    await app.close();
    await endpoint.drop();
  });

  it.each([
    ['no body', undefined],
    ['an empty object', {}],
    ['a code', { code: 'any' }],
  ])('logs nobody in, and says so: %s', async (_what, payload) => {
    const answer = await post(app, payload, { 'x-wx-openid': OPENID });
    expect(answer.json()).toMatchObject({ status: 503, code: 'unavailable' });
    expect(answer.json<{ detail: string }>().detail).toContain('没有配置微信');
  });

  it('offers no notice, knows no token, takes no push', async () => {
    expect((await app.inject('/v1/topics')).json()).toEqual({ topics: [] });
    expect(await isKnown(app, `Bearer ${'A'.repeat(43)}`)).toBe(false);
    for (const method of ['GET', 'POST'] as const)
      expect((await app.inject({ method, url: '/v1/wechat/push' })).statusCode).toBe(404);
  });
});
