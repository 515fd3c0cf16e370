import { describe, expect, it } from '@jest/globals';
import { parseWechatSettings } from '../../cloud/wechat-settings.ts';

const WECHAT_APPID = 'wx0123456789abcdef';
const WECHAT_SECRET = 'canary5e70c0ffee';
const account = { WECHAT_APPID, WECHAT_SECRET };
const KEY = Buffer.from('0123456789abcdef0123456789ABCDEF');
const AES_KEY = `${'canary'.repeat(7)}A`;

describe('the settings about WeChat', () => {
  it.each([
    {},
    { PATH: '/bin', NOTICE_RATE: 'x', DATA_KEY: 'x' },
    { WECHAT_APPID: ' ', WECHAT_SECRET: '' },
  ])('are none without a variable of WeChat: %j', (env) =>
    expect(parseWechatSettings(env)).toEqual({ ok: true, settings: undefined }),
  );

  it('need no more than the account', () => {
    expect(parseWechatSettings(account)).toEqual({
      ok: true,
      settings: {
        appId: WECHAT_APPID,
        secret: WECHAT_SECRET,
        identity: 'code',
        apiUrl: 'https://api.weixin.qq.com',
        state: 'formal',
        rate: 50,
      },
    });
  });

  it('take everything that is given', () => {
    const env = {
      WECHAT_APPID: `${WECHAT_APPID}\n`,
      WECHAT_SECRET,
      WECHAT_IDENTITY: 'container',
      WECHAT_API_URL: 'http://127.0.0.1:9000/',
      WECHAT_PUSH_TOKEN: 'pushToken1',
      WECHAT_PUSH_KEY: AES_KEY,
      NOTICE_TEMPLATES: '/etc/templates.json',
      NOTICE_STATE: 'trial',
      NOTICE_RATE: '1000',
      DATA_KEY: KEY.toString('base64'),
    };
    expect(parseWechatSettings(env)).toEqual({
      ok: true,
      settings: {
        appId: WECHAT_APPID,
        secret: WECHAT_SECRET,
        identity: 'container',
        apiUrl: 'http://127.0.0.1:9000',
        push: { token: 'pushToken1', aesKey: AES_KEY },
        templatesPath: '/etc/templates.json',
        state: 'trial',
        rate: 1000,
        dataKey: KEY,
      },
    });
  });

  it.each([
    [{ DATA_KEY: KEY.toString('hex') }, { dataKey: KEY }],
    [{ DATA_KEY: KEY.toString('hex').toUpperCase() }, { dataKey: KEY }],
    [{ WECHAT_PUSH_TOKEN: 'abc' }, { push: { token: 'abc' } }],
    [{ WECHAT_API_URL: 'http://localhost:1' }, { apiUrl: 'http://localhost:1' }],
    [{ WECHAT_API_URL: 'http://[::1]:1' }, { apiUrl: 'http://[::1]:1' }],
    [
      { WECHAT_API_URL: 'https://sh.api.weixin.qq.com//' },
      { apiUrl: 'https://sh.api.weixin.qq.com' },
    ],
    [{ NOTICE_RATE: '1' }, { rate: 1 }],
  ])('read %j', (env, settings) => {
    expect(parseWechatSettings({ ...account, ...env })).toMatchObject({ ok: true, settings });
  });

  it.each([
    [{ WECHAT_SECRET: '' }, /^WECHAT_SECRET missing: copy/],
    [{ WECHAT_APPID: '' }, /^WECHAT_APPID missing: copy/],
    [
      { WECHAT_APPID: '', WECHAT_SECRET: '', WECHAT_IDENTITY: 'code' },
      /^WECHAT_APPID and WECHAT_SECRET missing/,
    ],
    [{ WECHAT_APPID: 'canary', WECHAT_SECRET: WECHAT_APPID }, /^WECHAT_APPID is no AppID/],
    [{ WECHAT_APPID: `${WECHAT_APPID}0` }, /^WECHAT_APPID is no AppID/],
    [{ WECHAT_SECRET: 'canary canary' }, /^WECHAT_SECRET has a space/],
    [
      { WECHAT_IDENTITY: 'header' },
      /^WECHAT_IDENTITY is "header": set it to one of code, container/,
    ],
    [{ WECHAT_API_URL: 'api.weixin.qq.com' }, /^WECHAT_API_URL is no address/],
    [{ WECHAT_API_URL: 'ftp://api.weixin.qq.com' }, /^WECHAT_API_URL is no address/],
    [{ WECHAT_API_URL: 'https://canary@api.weixin.qq.com' }, /^WECHAT_API_URL is no address/],
    [{ WECHAT_API_URL: 'https://api.weixin.qq.com/?t=canary' }, /^WECHAT_API_URL is no address/],
    [{ WECHAT_API_URL: 'http://api.weixin.qq.com' }, /^WECHAT_API_URL would carry the secret/],
    [{ WECHAT_API_URL: 'http://127.0.0.1.example.com' }, /^WECHAT_API_URL would carry the secret/],
    [{ WECHAT_PUSH_KEY: AES_KEY }, /^WECHAT_PUSH_TOKEN is missing/],
    [{ WECHAT_PUSH_TOKEN: 'canary token' }, /^WECHAT_PUSH_TOKEN is no Token/],
    [
      { WECHAT_PUSH_TOKEN: 'abc', WECHAT_PUSH_KEY: `${AES_KEY}=` },
      /^WECHAT_PUSH_KEY is no EncodingAESKey/,
    ],
    [
      { NOTICE_STATE: 'release' },
      /^NOTICE_STATE is "release": set it to one of formal, trial, developer/,
    ],
    [{ NOTICE_RATE: '0' }, /^NOTICE_RATE is "0": set it to a number from 1 to 1000/],
    [{ NOTICE_RATE: '1001' }, /^NOTICE_RATE/],
    [{ NOTICE_RATE: '1.5' }, /^NOTICE_RATE/],
    [{ DATA_KEY: 'canary' }, /^DATA_KEY is no key: make one/],
    [{ DATA_KEY: KEY.toString('base64url') }, /^DATA_KEY is no key/],
  ])('say what to do about %j', (env, problem) => {
    const outcome = parseWechatSettings({ ...account, ...env });
    expect(outcome).toEqual({ ok: false, problem: expect.stringMatching(problem) });
    expect(JSON.stringify(outcome)).not.toContain('canary');
  });
});
