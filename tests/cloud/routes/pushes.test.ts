import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { CANARIES } from '../../support/canaries.ts';
import { logIn, type TestReader } from '../../support/reader.ts';

const TEMPLATE = 'sample-notice-template';
/** An EncodingAESKey as WeChat's console makes them. */
const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';

const balanceOf = async ({ call }: TestReader) => {
  const { body } = await call('GET', '/v1/subscriptions');
  const { subscriptions } = body as { subscriptions: { credits: number }[] };
  return subscriptions[0]?.credits;
};

describe.each([
  { mode: 'plain', aesKey: undefined },
  { mode: 'secure', aesKey: AES_KEY },
] as const)('pushes in $mode mode', ({ mode, aesKey }) => {
  let endpoint: TestApp;
  let reader: TestReader;
  let target: { url: string; token: string; aesKey?: string };
  const items = [{ TemplateId: TEMPLATE, SubscribeStatusString: 'reject' }];
  const event = 'subscribe_msg_change_event' as const;
  const refusal = () => ({ event, openid: reader.openid, items });

  beforeAll(async () => {
    const token = CANARIES.pushToken;
    const push = { token, ...(aesKey && { aesKey }) };
    endpoint = await createTestApp({ wechat: { push } });
    reader = await logIn(endpoint, CANARIES.openid);
    await endpoint.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = endpoint.app.server.address() as AddressInfo;
    target = { url: `http://127.0.0.1:${port}/v1/wechat/push`, ...push };
  });
  afterAll(() => endpoint.drop());

  it('answers WeChat’s check of the address, and nobody else’s', async () => {
    expect(await endpoint.wechat.server.checkPushAddress(target)).toBe(true);
    const other = { ...target, token: 'another0token' };
    expect(await endpoint.wechat.server.checkPushAddress(other)).toBe(false);
  });

  it.each([
    ['object', 1],
    ['array', 2],
  ] as const)(
    'voids what is left when its reader refuses, told with a List that is an %s; again it does nothing',
    async (list, seconds) => {
      // Pushes of one second are the same to WeChat, and to us.
      endpoint.setNow(TEST_NOW + seconds * 1_000);
      await reader.accept('notices');
      const told = await endpoint.wechat.server.push(target, refusal(), { mode, list });
      expect(told.isTaken).toBe(true);
      expect(await balanceOf(reader)).toBe(0);
      await reader.accept('notices');
      expect((await endpoint.wechat.server.replayLastPush()).isTaken).toBe(true);
      expect(await balanceOf(reader)).toBe(1);
    },
  );

  it('takes none with another token, and changes nothing', async () => {
    await reader.accept('notices');
    const before = await balanceOf(reader);
    const forged = { ...target, token: 'another0token' };
    const told = await endpoint.wechat.server.push(forged, refusal(), { mode });
    expect(told.isTaken).toBe(false);
    expect(await balanceOf(reader)).toBe(before);
  });

  it('takes none in the other mode', async () => {
    const others = aesKey ? { mode: 'plain' as const } : { mode: 'secure' as const };
    const other = { ...target, aesKey: AES_KEY };
    const told = await endpoint.wechat.server.push(other, refusal(), others);
    expect(told.isTaken).toBe(false);
  });

  it('refuses what nobody signed, with a problem', async () => {
    const answer = await endpoint.app.inject({
      ...{ method: 'POST', url: '/v1/wechat/push?timestamp=1&nonce=2&signature=3' },
      payload: '<xml/>',
      headers: { 'content-type': 'text/xml' },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'forbidden']);
  });
});
