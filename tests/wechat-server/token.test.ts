import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTokens } from '../support/wechat-server/token.ts';
import { startWechatServer, type WechatServer } from '../support/wechat-server/wechat-server.ts';
import { ask, fetchToken } from './ask.ts';

const START = Date.UTC(2026, 10, 25, 4);
let server: WechatServer;
let now = START;

beforeEach(async () => {
  now = START;
  server = await startWechatServer({ now: () => now });
});
afterEach(() => server.stop());

const force = () => fetchToken(server, { force_refresh: true });

async function isValid(token: unknown): Promise<boolean> {
  const { json } = await ask(server, `/wxaapi/newtmpl/gettemplate?access_token=${token}`);
  return json.errcode === 0;
}

describe('stable_token', () => {
  it('gives the same one until five minutes before its end', async () => {
    const { access_token: first, expires_in: left } = await fetchToken(server);
    expect(left).toBe(7200);
    now += 6_899_000;
    expect(await fetchToken(server)).toEqual({ access_token: first, expires_in: 301 });
    now += 1_000;
    const { access_token: second } = await fetchToken(server);
    expect(second).not.toBe(first);
    expect([await isValid(first), await isValid(second)]).toEqual([true, true]);
    now += 300_000;
    expect([await isValid(first), await isValid(second)]).toEqual([false, true]);
    expect(server.issuedTokens).toEqual([first, second]);
  });

  it('ends all others when forced', async () => {
    const { access_token: first } = await fetchToken(server);
    const { access_token: second } = await force();
    expect([await isValid(first), await isValid(second)]).toEqual([false, true]);
  });

  it('refreshes nothing within 30 s', async () => {
    const { access_token: first } = await force();
    now += 29_999;
    expect((await force()).access_token).toBe(first);
    now += 1;
    expect((await force()).access_token).not.toBe(first);
  });

  it('is forced 20 times a day', async () => {
    for (let count = 0; count < 20; count += 1) {
      expect(await force()).toMatchObject({ expires_in: 7200 });
      now += 30_000;
    }
    expect(await force()).toMatchObject({ errcode: 45009 });
    expect(await fetchToken(server)).toHaveProperty('access_token');
    // Midnight in China is 12 hours after this test's start.
    now = START + 12 * 3_600_000;
    expect(await force()).toMatchObject({ expires_in: 7200 });
  });

  it('is asked 10,000 times a minute', () => {
    const account = { appId: 'wx1', secret: 's' };
    const tokens = createTokens({ ...account, now: () => now });
    const call = () =>
      tokens.answer({ grant_type: 'client_credential', appid: 'wx1', secret: 's' });
    for (let count = 0; count < 10_000; count += 1) expect(call()).toContain('access_token');
    expect(call()).toContain('"errcode":45011');
    now += 60_000;
    expect(call()).toContain('access_token');
  });

  it.each([
    [{ appid: 'wx2' }, 40013],
    [{ secret: 'x' }, 40125],
    [{ grant_type: 'x' }, 40002],
  ])('refuses %j', async (change, errcode) => {
    expect(await fetchToken(server, change)).toMatchObject({ errcode });
  });

  it('refuses addresses that are not allowed', async () => {
    server.setIpAllowed(false);
    expect(await fetchToken(server)).toMatchObject({ errcode: 40164 });
  });

  it('can be rotated by others', async () => {
    const { access_token: first } = await fetchToken(server);
    server.rotateToken();
    expect(await isValid(first)).toBe(false);
    expect((await fetchToken(server)).access_token).not.toBe(first);
  });
});
