import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createWechatApi } from '../../../cloud/wechat/create-wechat-api.ts';
import type { SubscribeMessage, WechatApi } from '../../../cloud/wechat/wechat-api.ts';
import type { Fault } from '../../support/wechat-server/faults.ts';
import { startWechatServer, type WechatServer } from '../../support/wechat-server/wechat-server.ts';

const OPENID = 'o-canary-openid-of-a-person0';
const MESSAGE: SubscribeMessage = {
  openid: OPENID,
  templateId: 'T1',
  page: 'pages/article/index?id=7&notice=9',
  data: { thing1: '家庭教育讲座', time2: '2026年11月25日 15:00' },
};
const TEMPLATES = [
  { id: 'T1', title: '通知公告', type: 'once', fields: ['thing1', 'time2'] },
  { id: 'T2', title: '活动', type: 'long', fields: ['thing1', 'character_string12'] },
] as const;

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function start(closeAfterMs?: number): Promise<{ server: WechatServer; api: WechatApi }> {
  const server = await startWechatServer({
    templates: TEMPLATES,
    now: () => Date.UTC(2026, 10, 25, 4),
    ...(closeAfterMs !== undefined && { closeAfterMs }),
  });
  stops.push(server.stop);
  return { server, api: toApi(server.origin) };
}

/** @param patienceMs how long an answer is waited for; a test that wants one doesn't set it */
function toApi(apiUrl: string, patienceMs = 15_000): WechatApi {
  return createWechatApi({
    appId: 'wx1234567890abcdef',
    secret: '0123456789abcdef0123456789abcdef',
    apiUrl,
    state: 'trial',
    timeouts: { sendMs: patienceMs, callMs: patienceMs },
  });
}

async function getToken(api: WechatApi): Promise<string> {
  const answer = await api.fetchToken(false);
  if (!answer.ok) throw new Error('no token');
  return answer.value.token;
}

/** A server that answers every connection with these bytes, and then closes it. */
async function startRaw(answer: string): Promise<string> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => socket.end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => new Promise((resolve) => server.close(() => resolve())));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return `http://127.0.0.1:${address.port}`;
}

function toHttp(status: string, body: string, more = ''): string {
  const length = Buffer.byteLength(body);
  return `HTTP/1.1 ${status}\r\n${more}content-length: ${length}\r\nconnection: close\r\n\r\n${body}`;
}

describe('calls of the server API', () => {
  it('redeem a code for the openid alone', async () => {
    const { server, api } = await start();
    server.addLoginCode('code-1', OPENID);
    expect(await api.redeemLoginCode('code-1')).toEqual({ ok: true, value: { openid: OPENID } });
    expect(await api.redeemLoginCode('code-1')).toEqual({
      ok: false,
      failure: { kind: 'refused', code: 40163, message: 'code been used' },
    });
  });

  it('fetch the same token until a new one is forced', async () => {
    const { api } = await start();
    const first = await api.fetchToken(false);
    const again = await api.fetchToken(false);
    const forced = await api.fetchToken(true);
    expect(first).toEqual({ ok: true, value: { token: expect.any(String), expiresIn: 7200 } });
    expect(again).toEqual(first);
    expect(forced).toEqual({ ok: true, value: { token: expect.any(String), expiresIn: 7200 } });
    expect(forced).not.toEqual(first);
  });

  it('send a message as it is, and give its id digit by digit', async () => {
    const { server, api } = await start();
    server.grant(OPENID, 'T1');
    const sent = await api.sendMessage(await getToken(api), MESSAGE);
    expect(sent).toEqual({ ok: true, value: { messageId: '2794188253209100289' } });
    expect(server.messages).toEqual([
      { ...MESSAGE, state: 'trial', at: Date.UTC(2026, 10, 25, 4), msgid: '2794188253209100289' },
    ]);
  });

  it('list templates with their fields in order', async () => {
    const { api } = await start();
    expect(await api.listTemplates(await getToken(api))).toEqual({
      ok: true,
      value: [
        { id: 'T1', title: '通知公告', isLongTerm: false, fields: ['thing1', 'time2'] },
        { id: 'T2', title: '活动', isLongTerm: true, fields: ['thing1', 'character_string12'] },
      ],
    });
  });

  it('may go to an address that is none only when created', () => {
    expect(() => toApi('nowhere')).toThrow('Invalid URL');
  });
});

describe('what may go wrong with a message', () => {
  it.each<[Fault, object, number]>([
    ['timeout-before', { kind: 'lost', message: 'TimeoutError' }, 0],
    ['timeout-after', { kind: 'lost', message: 'TimeoutError' }, 1],
    ['reset-before', { kind: 'lost', message: 'ECONNRESET' }, 0],
    ['reset-after', { kind: 'lost', message: 'ECONNRESET' }, 1],
    ['garbage', { kind: 'unexpected', message: 'not a JSON object' }, 1],
    [{ status: 502 }, { kind: 'status', status: 502 }, 0],
    [{ status: 404 }, { kind: 'unexpected', message: 'HTTP 404' }, 0],
    [{ errcode: -1 }, { kind: 'refused', code: -1, message: 'system error' }, 0],
    [
      { errcode: 43101 },
      { kind: 'refused', code: 43101, message: 'user refuse to accept the msg' },
      0,
    ],
  ])('%j', async (fault, failure, arrived) => {
    const { server, api } = await start();
    server.grant(OPENID, 'T1', 2);
    const token = await getToken(api);
    server.setFaults([fault]);
    const acted = new Promise<void>((resolve) => {
      if (arrived === 0) resolve();
      else server.onMessage(() => resolve());
    });
    const isTimeout = typeof fault === 'string' && fault.startsWith('timeout');
    const asking = isTimeout ? toApi(server.origin, 200) : api;
    expect(await asking.sendMessage(token, MESSAGE)).toEqual({ ok: false, failure });
    await acted;
    expect(server.countMessages(OPENID)).toBe(arrived);
    expect(await api.sendMessage(token, MESSAGE)).toMatchObject({ ok: true });
  });

  it('is lost when the connection closes without an answer', async () => {
    const { server, api } = await start(0);
    server.grant(OPENID, 'T1');
    const token = await getToken(api);
    server.setFaults(['timeout-after']);
    expect(await api.sendMessage(token, MESSAGE)).toEqual({
      ok: false,
      failure: { kind: 'lost', message: expect.stringMatching(/^(UND_ERR_SOCKET|ECONNRESET)$/) },
    });
  });

  it('is unsent when nobody listens', async () => {
    const { server, api } = await start();
    await server.stop();
    expect(await api.sendMessage('token', MESSAGE)).toEqual({
      ok: false,
      failure: { kind: 'unsent', message: 'ECONNREFUSED' },
    });
  });

  it('is unsent when the name is unknown', async () => {
    const answer = await toApi('http://wechat.invalid').sendMessage('token', MESSAGE);
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'unsent' } });
  });
});

describe('answers that can not be used', () => {
  it.each([
    ['a redirect', toHttp('302 Found', '', 'location: http://127.0.0.1:9/\r\n'), 'HTTP 302'],
    ['a list', toHttp('200 OK', '[]'), 'not a JSON object'],
    ['an object without a code', toHttp('200 OK', '{}'), 'another shape'],
    ['a code as text', toHttp('200 OK', '{"errcode":"0"}'), 'another shape'],
  ])('%s', async (_name, bytes, message) => {
    const answer = await toApi(await startRaw(bytes)).sendMessage('token', MESSAGE);
    expect(answer).toEqual({ ok: false, failure: { kind: 'unexpected', message } });
  });

  it.each([
    ['an empty openid', '{"openid":""}', 'redeemLoginCode'],
    ['a token without its time', '{"access_token":"t"}', 'fetchToken'],
    ['a token that is over', '{"access_token":"t","expires_in":0}', 'fetchToken'],
    ['templates that are no list', '{"errcode":0,"data":{}}', 'listTemplates'],
    ['a template without id', '{"errcode":0,"data":[{"title":"","content":""}]}', 'listTemplates'],
  ] as const)('%s', async (_name, body, call) => {
    const api = toApi(await startRaw(toHttp('200 OK', body)));
    const asked = {
      redeemLoginCode: () => api.redeemLoginCode('c'),
      fetchToken: () => api.fetchToken(false),
      listTemplates: () => api.listTemplates('t'),
    };
    expect(await asked[call]()).toEqual({
      ok: false,
      failure: { kind: 'unexpected', message: 'another shape' },
    });
  });

  it('a refusal with HTTP 400 is a refusal', async () => {
    const api = toApi(await startRaw(toHttp('400 Bad Request', '{"errcode":40001,"errmsg":"x"}')));
    expect(await api.listTemplates('t')).toEqual({
      ok: false,
      failure: { kind: 'refused', code: 40001, message: 'x' },
    });
  });

  it('an answer cut in the middle is lost', async () => {
    const bytes = 'HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n{"errcode":0';
    const answer = await toApi(await startRaw(bytes)).sendMessage('t', MESSAGE);
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'lost' } });
  });
});

describe('what a failure tells', () => {
  it('is nothing personal or secret, whatever WeChat says', async () => {
    const token = 'canary-token-0123456789';
    const secret = '0123456789abcdef0123456789abcdef';
    const errmsg = `${OPENID} ${token} ${secret} login-code https://x/?access_token=${token} ok`;
    const api = toApi(await startRaw(toHttp('200 OK', JSON.stringify({ errcode: 1, errmsg }))));
    const answers = [
      await api.sendMessage(token, MESSAGE),
      await api.redeemLoginCode('login-code'),
      await api.fetchToken(true),
      await api.listTemplates(token),
      await toApi('http://127.0.0.1:1').sendMessage(token, MESSAGE),
    ];
    const told = JSON.stringify(answers);
    for (const word of [OPENID, token, secret, 'access_token=']) expect(told).not.toContain(word);
    expect(JSON.stringify(answers[1])).not.toContain('login-code');
  });
});
