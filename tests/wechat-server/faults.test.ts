import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { atRandom, type Fault, inOrder } from '../support/wechat-server/faults.ts';
import { startWechatServer, type WechatServer } from '../support/wechat-server/wechat-server.ts';
import { ask, fetchToken, login } from './ask.ts';

let server: WechatServer;
beforeEach(async () => {
  server = await startWechatServer({ closeAfterMs: 1 });
  server.addLoginCode('c1', 'o1');
});
afterEach(() => server.stop());

describe('faults', () => {
  it.each<[Fault, boolean]>([
    ['timeout-before', false],
    ['reset-before', false],
    ['timeout-after', true],
    ['reset-after', true],
  ])('%s: no answer', async (fault, hasActed) => {
    server.setFaults(inOrder([fault], 'login'));
    await expect(login(server, 'c1')).rejects.toThrow('fetch failed');
    expect(await login(server, 'c1')).toMatchObject(
      hasActed ? { errcode: 40163 } : { openid: 'o1' },
    );
  });

  it('of one kind of call leave the others alone, and come in their order', async () => {
    server.setFaults(inOrder([null, { errcode: -1 }, { status: 502 }, 'garbage'], 'token'));
    expect(await login(server, 'c1')).toMatchObject({ openid: 'o1' });
    expect(await fetchToken(server)).toHaveProperty('access_token');
    expect(await fetchToken(server)).toMatchObject({
      errcode: -1,
      errmsg: expect.stringContaining('system error'),
    });
    expect((await ask(server, '/cgi-bin/stable_token', {})).status).toBe(502);
    expect((await ask(server, '/cgi-bin/stable_token', {})).text).toContain('<html>');
    expect(await fetchToken(server)).toHaveProperty('access_token');
  });

  it('end when told so', async () => {
    server.setFaults(() => ({ status: 500 }));
    server.setFaults(undefined);
    expect(await login(server, 'c1')).toMatchObject({ openid: 'o1' });
  });

  it('by chance are as many as asked for, and the same for the same seed', () => {
    const draw = (seed: number) => {
      const decide = atRandom({ seed, share: 0.1, faults: ['garbage', 'reset-after'] });
      return Array.from({ length: 10_000 }, () => decide({ name: 'send', body: '' }));
    };
    const drawn = draw(7);
    expect(draw(7)).toEqual(drawn);
    expect(draw(8)).not.toEqual(drawn);
    const count = (fault: Fault) => drawn.filter((each) => each === fault).length;
    expect(count('garbage')).toBeGreaterThan(400);
    expect(count('reset-after')).toBeGreaterThan(400);
    expect(count('garbage') + count('reset-after')).toBeLessThan(1_100);
    expect(atRandom({ seed: 7, share: 1, faults: ['garbage'] })({ name: 'token', body: '' })).toBe(
      undefined,
    );
  });
});
