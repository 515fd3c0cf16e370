import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decryptPush, encryptPush, toAesKey } from '../../../../cloud/wechat/pushes/secure-mode.ts';

/** From WeChat's own sample code for its secure mode. */
const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const APP_ID = 'wxb11529c136998cb6';
const MESSAGE = '我是中文abcd123';
const ENCRYPTED =
  'jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==';

describe('secure mode', () => {
  it("closes as WeChat's sample does", () => {
    const random = Buffer.from('aaaabbbbccccdddd');
    const parts = { encodingAesKey: KEY, appId: APP_ID, message: MESSAGE, random };
    expect(encryptPush(parts)).toBe(ENCRYPTED);
  });

  it.each([
    [KEY, APP_ID, ENCRYPTED, MESSAGE],
    [
      'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
      'wx5823bf96d3bd56c7',
      'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
      '1616140317555161061',
    ],
  ])("opens WeChat's sample", (encodingAesKey, appId, encrypted, message) => {
    expect(decryptPush({ encodingAesKey, appId, encrypted })).toEqual({ ok: true, message });
  });

  it('opens what it closed, of any length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (message) => {
        const encrypted = encryptPush({ encodingAesKey: KEY, appId: APP_ID, message });
        expect(decryptPush({ encodingAesKey: KEY, appId: APP_ID, encrypted })).toEqual({
          ok: true,
          message,
        });
      }),
    );
  });

  it('refuses what was closed for another account', () => {
    expect(decryptPush({ encodingAesKey: KEY, appId: 'wx2', encrypted: ENCRYPTED })).toEqual({
      ok: false,
      problem: 'appId',
    });
  });

  it.each([
    ['nothing', ''],
    ['no base64', '签名'],
    ['half a block', Buffer.alloc(16).toString('base64')],
    ['zeros', Buffer.alloc(32).toString('base64')],
    [
      'closed with another key',
      encryptPush({ encodingAesKey: `x${KEY.slice(1)}`, appId: APP_ID, message: MESSAGE }),
    ],
  ])('%s is refused', (_name, encrypted) => {
    expect(decryptPush({ encodingAesKey: KEY, appId: APP_ID, encrypted })).toMatchObject({
      ok: false,
    });
  });

  it('never throws for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const encrypted = Buffer.from(bytes).toString('base64');
        decryptPush({ encodingAesKey: KEY, appId: APP_ID, encrypted });
      }),
    );
  });

  it.each(['', 'short', `${KEY}=`, `${KEY}A`, KEY.replace('a', '-')])('%j is no key', (key) => {
    expect(toAesKey(key)).toBeUndefined();
    expect(decryptPush({ encodingAesKey: key, appId: APP_ID, encrypted: ENCRYPTED })).toEqual({
      ok: false,
      problem: 'key',
    });
  });
});
