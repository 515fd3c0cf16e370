import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createSend } from '../support/wechat-server/send.ts';
import { startWechatServer, type WechatServer } from '../support/wechat-server/wechat-server.ts';
import { ask, fetchToken, send } from './ask.ts';

const START = Date.UTC(2026, 10, 25, 4);
const PAGE = 'pages/article/index?id=7';
const MESSAGE = {
  touser: 'o1',
  template_id: 'ONCE',
  page: PAGE,
  data: { thing1: { value: '讲座' }, time2: { value: '15:00' } },
  miniprogram_state: 'formal',
  lang: 'zh_CN',
};
const TEMPLATES = [
  { id: 'ONCE', title: '通知', type: 'once', fields: ['thing1', 'time2'] },
  { id: 'LONG', title: '活动', type: 'long', fields: ['thing1', 'time2'] },
] as const;

let server: WechatServer;
let token: unknown;
let now = START;

beforeEach(async () => {
  now = START;
  server = await startWechatServer({
    templates: TEMPLATES,
    now: () => now,
    pages: ['pages/article/index'],
  });
  token = (await fetchToken(server)).access_token;
});
afterEach(() => server.stop());

const answer = (answers: object) => ask(server, '/phone/subscriptions', { openid: 'o1', answers });

describe('credits', () => {
  it('one message for one accept', async () => {
    expect((await answer({ ONCE: 'accept', OTHER: 'accept' })).status).toBe(204);
    expect(server.countCredits('o1', 'ONCE')).toBe(1);
    expect(await send(server, token, MESSAGE)).toMatchObject({ errcode: 0 });
    expect(await send(server, token, MESSAGE)).toMatchObject({ errcode: 43101 });
    expect(server.countMessages()).toBe(1);
  });

  it.each([
    ['accept', 1],
    ['acceptWithAudio', 1],
    ['reject', 0],
    ['ban', 0],
    ['filter', 0],
  ])('%s gives %d', async (word, credits) => {
    await answer({ ONCE: word });
    expect(server.countCredits('o1', 'ONCE')).toBe(credits);
  });

  it('a refusal when asked takes none of what was accepted before; one in the settings does', async () => {
    await answer({ ONCE: 'accept' });
    await answer({ ONCE: 'accept' });
    await answer({ ONCE: 'reject' });
    expect(server.countCredits('o1', 'ONCE')).toBe(2);
    server.refuseInSettings('o1', 'ONCE');
    expect(await send(server, token, MESSAGE)).toMatchObject({ errcode: 43101 });
  });

  it('a long-term template goes on', async () => {
    await answer({ LONG: 'accept' });
    for (let count = 0; count < 3; count += 1)
      expect(await send(server, token, { ...MESSAGE, template_id: 'LONG' })).toMatchObject({
        errcode: 0,
      });
  });
});

describe('a message', () => {
  it('is kept as its reader gets it, and told', async () => {
    const told: string[] = [];
    const stop = server.onMessage(({ msgid }) => told.push(msgid));
    server.grant('o1', 'ONCE', 2);
    const { text } = await ask(
      server,
      `/cgi-bin/message/subscribe/send?access_token=${token}`,
      MESSAGE,
    );
    stop();
    await send(server, token, MESSAGE);
    expect(text).toBe('{"errcode":0,"errmsg":"ok","msgid":2794188253209100289}');
    expect(told).toEqual(['2794188253209100289']);
    expect(server.messages[0]).toEqual({
      openid: 'o1',
      templateId: 'ONCE',
      page: PAGE,
      data: { thing1: '讲座', time2: '15:00' },
      state: 'formal',
      at: START,
      msgid: '2794188253209100289',
    });
  });

  it.each<[string, object, number, string]>([
    ['a person nobody knows', { touser: 'o2' }, 40003, 'invalid openid'],
    ['no person', { touser: undefined }, 40003, ''],
    ['an unknown template', { template_id: 'NONE' }, 40037, ''],
    ['no page', { page: undefined }, 41030, ''],
    ['a page with a leading slash', { page: `/${PAGE}` }, 41030, ''],
    ['a page that is an address', { page: 'https://a/b' }, 41030, ''],
    ['a page that is not in the program', { page: 'pages/other/index' }, 41030, ''],
    ['a state that is none', { miniprogram_state: 'beta' }, 40097, ''],
    ['a language that is none', { lang: 'fr' }, 40097, ''],
    ['no data', { data: undefined }, 47003, 'data.thing1.value is empty'],
    ['a field missing', { data: { thing1: { value: 'a' } } }, 47003, 'data.time2.value is empty'],
    [
      'a field too many',
      { data: { ...MESSAGE.data, thing3: { value: 'a' } } },
      47003,
      'data.thing3.value invalid',
    ],
    [
      'a value without its wrapping',
      { data: { ...MESSAGE.data, thing1: 'a' } },
      47003,
      'data.thing1.value is empty',
    ],
    [
      'a value against its rule',
      { data: { ...MESSAGE.data, time2: { value: '25:00' } } },
      47003,
      'argument invalid! data.time2.value invalid',
    ],
  ])('with %s is refused', async (_name, change, errcode, words) => {
    server.grant('o1', 'ONCE');
    expect(await send(server, token, { ...MESSAGE, ...change })).toMatchObject({
      errcode,
      errmsg: expect.stringContaining(words),
    });
    expect(server.countCredits('o1', 'ONCE')).toBe(1);
  });

  it.each([
    ['', 41001],
    ['x', 40001],
  ])('with token %j is refused', async (other, errcode) => {
    expect(await send(server, other, MESSAGE)).toMatchObject({ errcode });
  });

  it('that is no JSON is refused', async () => {
    expect(await send(server, token, 'x=1')).toMatchObject({ errcode: 47001 });
  });

  it('to somebody who is being sent another one is refused', async () => {
    const delivered: string[] = [];
    const { answer } = createSend({
      now: () => START,
      isTokenValid: () => true,
      isPerson: () => true,
      findTemplate: () => TEMPLATES[0],
      takeCredit: () => true,
      deliver: ({ openid }) => delivered.push(openid),
      pages: undefined,
      takesMs: 0,
    });
    const started = ['o1', 'o1', 'o2'].map((touser) => answer('t', { ...MESSAGE, touser }));
    const codes = (await Promise.all(started)).map((text) => JSON.parse(text).errcode);
    expect(codes).toEqual([0, 43108, 0]);
    expect(JSON.parse(await answer('t', MESSAGE)).errcode).toBe(0);
    expect(delivered).toEqual(['o1', 'o2', 'o1']);
  });

  it('is refused beyond the limits of a minute and of a day', async () => {
    server.grant('o1', 'ONCE', 9);
    server.setQuota({ minute: 1, day: 2 });
    const codes: unknown[] = [];
    for (let count = 0; count < 4; count += 1) {
      codes.push((await send(server, token, MESSAGE)).errcode);
      if (count > 0) now += 60_000;
    }
    expect(codes).toEqual([0, 45011, 0, 45009]);
    server.setQuota({ day: 3 });
    expect(await send(server, token, MESSAGE)).toMatchObject({ errcode: 0 });
  });
});

describe('the double itself', () => {
  it('may only count', async () => {
    const counting = await startWechatServer({ templates: TEMPLATES, keepMessages: false });
    counting.grant('o1', 'ONCE');
    await send(counting, (await fetchToken(counting)).access_token, MESSAGE);
    expect([counting.messages.length, counting.countMessages('o1')]).toEqual([0, 1]);
    await counting.stop();
  });

  it('has no template with a field that WeChat does not have', async () => {
    const templates = [{ id: 'X', title: 'x', type: 'once', fields: ['title1'] }] as const;
    await expect(startWechatServer({ templates })).rejects.toThrow('title1');
  });

  it('knows no other address', async () => {
    expect((await ask(server, '/cgi-bin/token')).status).toBe(404);
  });
});
