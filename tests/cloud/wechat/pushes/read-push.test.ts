import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type PushQuery,
  type PushSettings,
  readEcho,
  readPush,
} from '../../../../cloud/wechat/pushes/read-push.ts';
import { encryptPush } from '../../../../cloud/wechat/pushes/secure-mode.ts';
import { toSignature } from '../../../../cloud/wechat/pushes/signature.ts';

const NOW = Date.UTC(2026, 10, 25, 4);
const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const PLAIN: PushSettings = { token: 'push-token', appId: 'wx1' };
const SECURE: PushSettings = { ...PLAIN, aesKey: AES_KEY };
const REJECTED = { TemplateId: 'T1', SubscribeStatusString: 'reject' };
const HEX = expect.stringMatching(/^[0-9a-f]{64}$/);

function toBody(event: string, list: unknown, more: object = { List: list }): string {
  const head = { ToUserName: 'gh_1', FromUserName: 'o1', CreateTime: 1_625_575_518 };
  return JSON.stringify({ ...head, MsgType: 'event', Event: event, ...more });
}

function toQuery(encrypted?: string, at = NOW): PushQuery {
  const timestamp = String(Math.floor(at / 1000));
  const parts = [PLAIN.token, timestamp, '4711'];
  const query = { timestamp, nonce: '4711', signature: toSignature(parts), echostr: '927' };
  return encrypted === undefined
    ? query
    : { ...query, msg_signature: toSignature([...parts, encrypted]) };
}

const readPlain = (body: string) => readPush({ query: toQuery(), body, settings: PLAIN, now: NOW });

function close(message: string, appId = 'wx1') {
  const encrypted = encryptPush({ encodingAesKey: AES_KEY, appId, message });
  return {
    query: toQuery(encrypted),
    body: JSON.stringify({ ToUserName: 'gh_1', Encrypt: encrypted }),
  };
}

describe('what a push tells', () => {
  it.each([
    [
      'a template refused in the settings, as an object',
      toBody('subscribe_msg_change_event', REJECTED),
      [{ kind: 'rejected', openid: 'o1', templateId: 'T1', key: HEX }],
    ],
    [
      'two of them, as an array',
      toBody('subscribe_msg_change_event', [REJECTED, { ...REJECTED, TemplateId: 'T2' }]),
      [
        { kind: 'rejected', openid: 'o1', templateId: 'T1', key: HEX },
        { kind: 'rejected', openid: 'o1', templateId: 'T2', key: HEX },
      ],
    ],
    [
      'what was answered',
      toBody('subscribe_msg_popup_event', [
        { TemplateId: 'T1', SubscribeStatusString: 'accept', PopupScene: '0' },
        { TemplateId: 'T2', SubscribeStatusString: 'reject', PopupScene: 0 },
      ]),
      [
        { kind: 'answered', openid: 'o1', templateId: 'T1', status: 'accept', key: HEX },
        { kind: 'answered', openid: 'o1', templateId: 'T2', status: 'reject', key: HEX },
      ],
    ],
    [
      'what became of a message, numbers as text',
      toBody('subscribe_msg_sent_event', {
        TemplateId: 'T1',
        MsgID: '1864323726461255680',
        ErrorCode: '0',
        ErrorStatus: 'success',
      }),
      [
        {
          kind: 'result',
          openid: 'o1',
          templateId: 'T1',
          messageId: '1864323726461255680',
          errorCode: 0,
          key: HEX,
        },
      ],
    ],
    [
      'the same with a number that JavaScript would round',
      toBody('subscribe_msg_sent_event', {
        TemplateId: 'T1',
        MsgID: 1,
        ErrorCode: 43_107,
        ErrorStatus: 'x',
      }).replace('"MsgID":1', '"MsgID": 2794188253209100289'),
      [expect.objectContaining({ messageId: '2794188253209100289', errorCode: 43_107 })],
    ],
    [
      'a list one level down, as some documents show it',
      toBody('subscribe_msg_change_event', undefined, {
        SubscribeMsgChangeEvent: { List: REJECTED },
      }),
      [expect.objectContaining({ kind: 'rejected', templateId: 'T1' })],
    ],
    [
      'a list in place of that level',
      toBody('subscribe_msg_change_event', undefined, { SubscribeMsgChangeEvent: [REJECTED] }),
      [expect.objectContaining({ kind: 'rejected', templateId: 'T1' })],
    ],
    ['another event', toBody('user_enter_tempsession', REJECTED), []],
    ['an event called like a member of every object', toBody('constructor', REJECTED), []],
    ['no list', toBody('subscribe_msg_change_event', undefined), []],
    ['a list of nonsense', toBody('subscribe_msg_sent_event', [null, 1, 'T', [], {}]), []],
    [
      'a message without an id or a result',
      toBody('subscribe_msg_sent_event', [
        { TemplateId: 'T1', ErrorCode: '0' },
        { TemplateId: 'T1', MsgID: '1' },
      ]),
      [],
    ],
    [
      'an acceptance among refusals',
      toBody('subscribe_msg_change_event', [{ ...REJECTED, SubscribeStatusString: 'accept' }]),
      [],
    ],
  ])('%s', (_name, body, events) => {
    expect(readPlain(body)).toEqual({ ok: true, events });
    const closed = close(body);
    expect(readPush({ ...closed, settings: SECURE, now: NOW })).toEqual({ ok: true, events });
  });

  it('has the same key when it comes again, and another one otherwise', () => {
    const toKeys = (body: string) => {
      const read = readPlain(body);
      return read.ok ? read.events.map(({ key }) => key) : [];
    };
    const body = toBody('subscribe_msg_change_event', [REJECTED, REJECTED]);
    const keys = toKeys(body);
    expect(toKeys(body)).toEqual(keys);
    const others = [
      ...keys,
      ...toKeys(body.replaceAll('1625575518', '1625575519')),
      ...toKeys(body.replaceAll('o1', 'o2')),
      ...toKeys(body.replaceAll('T1', 'T2')),
    ];
    expect(new Set(others).size).toBe(8);
  });
});

describe('a push that is not taken', () => {
  const body = toBody('subscribe_msg_change_event', REJECTED);
  const at = (time: number) => ({
    query: toQuery(undefined, time),
    body,
    settings: PLAIN,
    now: NOW,
  });

  it.each([
    ['of five minutes ago', NOW - 300_000, true],
    ['older', NOW - 301_000, false],
    ['five minutes ahead', NOW + 300_000, true],
    ['further ahead', NOW + 301_000, false],
  ])('%s', (_name, time, isTaken) => {
    const expected = isTaken ? { ok: true } : { ok: false, problem: 'timestamp' };
    expect(readPush(at(time))).toMatchObject(expected);
    expect(readEcho({ query: toQuery(undefined, time), settings: PLAIN, now: NOW })).toMatchObject(
      expected,
    );
  });

  it.each([
    ['no timestamp', { timestamp: undefined }, 'query'],
    ['no nonce', { nonce: '' }, 'query'],
    ['a nonce twice', { nonce: ['4711', '4711'] }, 'query'],
    ['a timestamp of letters', { timestamp: '1e9' }, 'timestamp'],
    ['another nonce', { nonce: '4712' }, 'signature'],
    ['no signature', { signature: undefined }, 'signature'],
    ['a signature twice', { signature: ['a', 'b'] }, 'signature'],
  ])('%s', (_name, change, problem) => {
    const query = { ...toQuery(), ...change };
    expect(readPush({ query, body, settings: PLAIN, now: NOW })).toEqual({ ok: false, problem });
    expect(readEcho({ query, settings: PLAIN, now: NOW })).toEqual({ ok: false, problem });
  });

  it.each(['', 'success', '[]', 'null', '<xml></xml>', '{"Event":'])('body %j', (text) => {
    expect(readPlain(text)).toEqual({ ok: false, problem: 'body' });
  });

  it('a plain one although a key is set, also with a right signature', () => {
    const push = { query: toQuery(), body, settings: SECURE, now: NOW };
    expect(readPush(push)).toEqual({ ok: false, problem: 'plain' });
  });

  it('an encrypted one although no key is set', () => {
    const problem = 'encrypted';
    expect(readPush({ ...close(body), settings: PLAIN, now: NOW })).toEqual({ ok: false, problem });
  });

  it('one for another account', () => {
    const problem = 'appId';
    const push = { ...close(body, 'wx2'), settings: SECURE, now: NOW };
    expect(readPush(push)).toEqual({ ok: false, problem });
  });

  it('one whose plain signature is right and whose other one is missing', () => {
    const closed = close(body);
    const query = { ...closed.query, msg_signature: undefined };
    const push = { ...closed, query, settings: SECURE, now: NOW };
    expect(readPush(push)).toEqual({ ok: false, problem: 'signature' });
  });

  it('one with any letter of its encrypted text changed', () => {
    const closed = close(body);
    const { Encrypt } = JSON.parse(closed.body) as { Encrypt: string };
    for (let index = 0; index < Encrypt.length; index += 1) {
      const letter = Encrypt[index] === 'A' ? 'B' : 'A';
      const tampered = `${Encrypt.slice(0, index)}${letter}${Encrypt.slice(index + 1)}`;
      const push = { ...closed, body: JSON.stringify({ Encrypt: tampered }) };
      expect(readPush({ ...push, settings: SECURE, now: NOW })).toEqual({
        ok: false,
        problem: 'signature',
      });
    }
  });

  it('what stands beside the encrypted text is not looked at', () => {
    const closed = close(toBody('subscribe_msg_change_event', []));
    const { Encrypt } = JSON.parse(closed.body) as { Encrypt: string };
    const both = JSON.stringify({ ...JSON.parse(body), Encrypt });
    const push = { ...closed, body: both, settings: SECURE, now: NOW };
    expect(readPush(push)).toEqual({ ok: true, events: [] });
  });
});

describe('whatever comes in', () => {
  it('is read or refused, never thrown at', () => {
    const lists = fc.jsonValue().map((list) => toBody('subscribe_msg_sent_event', list));
    const bodies = fc.oneof(fc.string(), fc.json(), lists);
    const queries = fc.oneof(
      fc.constant(toQuery()),
      fc.dictionary(fc.constantFrom('timestamp', 'nonce', 'signature'), fc.anything()),
    );
    fc.assert(
      fc.property(queries, bodies, fc.boolean(), (query, body, isSecure) => {
        readPush({ query, body, settings: isSecure ? SECURE : PLAIN, now: NOW });
        readEcho({ query, settings: PLAIN, now: NOW });
      }),
    );
  });

  it('also inside of what is encrypted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.json()), (message) => {
        readPush({ ...close(message), settings: SECURE, now: NOW });
      }),
    );
  });
});

describe("WeChat's check of the address", () => {
  it('is answered with its text', () => {
    expect(readEcho({ query: toQuery(), settings: PLAIN, now: NOW })).toEqual({
      ok: true,
      echo: '927',
    });
  });

  it('needs that text', () => {
    const query = { ...toQuery(), echostr: undefined };
    expect(readEcho({ query, settings: PLAIN, now: NOW })).toEqual({ ok: false, problem: 'query' });
  });
});
