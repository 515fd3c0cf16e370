import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readEcho, readPush } from '../../cloud/wechat/pushes/read-push.ts';
import type { PushedEvent } from '../support/wechat-server/push-sender.ts';
import { startWechatServer, type WechatServer } from '../support/wechat-server/wechat-server.ts';

const NOW = Date.UTC(2026, 10, 25, 4);
const TOKEN = 'push-token';
const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const REJECTED: PushedEvent = {
  event: 'subscribe_msg_change_event',
  openid: 'o1',
  items: [{ TemplateId: 'T1', SubscribeStatusString: 'reject' }],
};

interface Received {
  query: Record<string, string>;
  body: string;
}

let server: WechatServer;
let url: string;
let stopTarget: () => void;
const received: Received[] = [];
/** What the target answers, one after the other; then `success`. `null` is no answer. */
const answers: ({ status: number; text: string } | null)[] = [];

beforeEach(async () => {
  received.length = 0;
  answers.length = 0;
  server = await startWechatServer({ now: () => NOW, push: { answerWithinMs: 1_000 } });
  const target = createServer(async (req, res) => {
    const { searchParams } = new URL(req.url ?? '', 'http://target');
    const query = Object.fromEntries(searchParams);
    let body = '';
    for await (const chunk of req) body += chunk;
    if (req.method === 'POST') received.push({ query, body });
    const answer = answers.length > 0 ? answers.shift() : { status: 200, text: 'success' };
    const echo = readEcho({ query, settings: { token: TOKEN }, now: NOW });
    if (req.method === 'GET') res.end(echo.ok ? echo.echo : '');
    else if (answer) res.writeHead(answer.status).end(answer.text);
  });
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(target.address() as AddressInfo).port}/v1/wechat/push`;
  stopTarget = () => {
    target.close();
    target.closeAllConnections();
  };
});
afterEach(async () => {
  stopTarget();
  await server.stop();
});

function read(push: Received | undefined, aesKey?: string) {
  if (!push) throw new Error('nothing was pushed');
  return readPush({ ...push, settings: { token: TOKEN, appId: server.appId, aesKey }, now: NOW });
}

describe('pushes', () => {
  it.each(['plain', 'secure'] as const)('%s', async (mode) => {
    expect(await server.push({ url, token: TOKEN, aesKey: AES_KEY }, REJECTED, { mode })).toEqual({
      isTaken: true,
      answers: [{ status: 200, text: 'success' }],
    });
    // With its quotes: the cipher text may hold any two letters.
    expect(received[0]?.body.includes('"o1"')).toBe(mode === 'plain');
    expect(read(received[0], mode === 'secure' ? AES_KEY : undefined)).toMatchObject({
      ok: true,
      events: [{ kind: 'rejected', openid: 'o1', templateId: 'T1' }],
    });
  });

  it.each([
    [1, undefined, false],
    [2, undefined, true],
    [1, 'array', true],
  ] as const)('%d in the list, as %s', async (count, list, isArray) => {
    const items = Array(count).fill(REJECTED.items[0]);
    await server.push({ url, token: TOKEN }, { ...REJECTED, items }, list ? { list } : {});
    expect(Array.isArray(JSON.parse(received[0]?.body ?? '').List)).toBe(isArray);
  });

  it('come three times when nobody takes them, each the same', async () => {
    answers.push({ status: 500, text: '' }, null, { status: 200, text: 'fail' });
    const outcome = await server.push({ url, token: TOKEN }, REJECTED);
    expect(outcome.isTaken).toBe(false);
    expect(outcome.answers.map(({ status }) => status)).toEqual([500, 0, 200]);
    expect(received).toHaveLength(3);
    expect(new Set(received.map((push) => JSON.stringify(push))).size).toBe(1);
  });

  it('end as soon as one is taken', async () => {
    answers.push(null);
    expect((await server.push({ url, token: TOKEN }, REJECTED)).isTaken).toBe(true);
    expect(received).toHaveLength(2);
  });

  it('can be replayed', async () => {
    await server.push({ url, token: TOKEN, aesKey: AES_KEY }, REJECTED);
    await server.replayLastPush();
    expect(received[1]).toEqual(received[0]);
  });

  it('come after the address was checked', async () => {
    expect(await server.checkPushAddress({ url, token: TOKEN })).toBe(true);
    expect(await server.checkPushAddress({ url, token: 'another' })).toBe(false);
  });
});
