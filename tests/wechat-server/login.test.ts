import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startWechatServer, type WechatServer } from '../support/wechat-server/wechat-server.ts';
import { ask, login } from './ask.ts';

let server: WechatServer;
let now = 0;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 25, 4);
  server = await startWechatServer({ now: () => now });
});
afterEach(() => server.stop());

const tellCode = (code: string, openid: string) =>
  ask(server, '/phone/login-codes', { code, openid });

describe('code2Session', () => {
  it('gives the openid once', async () => {
    expect((await tellCode('c1', 'o1')).status).toBe(204);
    expect(await login(server, 'c1')).toEqual({ openid: 'o1', session_key: expect.any(String) });
    expect(await login(server, 'c1')).toMatchObject({ errcode: 40163 });
    expect(server.issuedSessionKeys).toHaveLength(1);
  });

  it.each([
    [299_999, { openid: 'o1' }],
    [300_000, { errcode: 40029 }],
  ])('after %d ms', async (later, answer) => {
    await tellCode('c1', 'o1');
    now += later;
    expect(await login(server, 'c1')).toMatchObject(answer);
  });

  it.each([
    ['an unknown code', {}, 40029],
    ['another account', { appid: 'wx2' }, 40013],
    ['another secret', { secret: 'x' }, 40125],
    ['another grant', { grant_type: 'client_credential' }, 40002],
  ])('refuses %s', async (_name, change, errcode) => {
    expect(await login(server, 'c9', change)).toMatchObject({
      errcode,
      errmsg: expect.stringMatching(/ rid: [0-9a-f-]+$/),
    });
  });

  it.each([40226, 45011] as const)('refuses everyone with %d while told so', async (errcode) => {
    await tellCode('c1', 'o1');
    server.setLoginRefusal(errcode);
    expect(await login(server, 'c1')).toMatchObject({ errcode });
    server.setLoginRefusal(undefined);
    expect(await login(server, 'c1')).toMatchObject({ openid: 'o1' });
  });
});

describe('what a phone tells', () => {
  it.each([
    ['/phone/login-codes', { code: 'c1' }],
    ['/phone/login-codes', { code: '', openid: 'o1' }],
    ['/phone/subscriptions', { openid: 'o1' }],
    ['/phone/subscriptions', { answers: {} }],
    ['/phone/subscriptions', 'no JSON'],
  ])('has its shape: %s %j', async (path, body) => {
    expect((await ask(server, path, body)).status).toBe(400);
  });

  it('may come from a page of another origin', async () => {
    const response = await fetch(`${server.origin}/phone/login-codes`, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });
});
