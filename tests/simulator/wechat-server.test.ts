import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_OPENID } from '../../simulator/host/launch-options.ts';
import type { LaunchSettings } from '../../simulator/kit/driver.ts';
import { type ActionProgram, readAnswer, startActions } from '../support/action-program.ts';
import { launchers } from '../support/driver-launchers.ts';
import { startTellingServer, type TellingServer } from '../support/telling-server.ts';

const KEY = 'wechat://server';
const ACTIONS = {
  登录: 'wx.login({ complete: note })',
  查登录: 'wx.checkSession({ complete: note })',
  订阅: "wx.requestSubscribeMessage({ tmplIds: ['a', 'b', 'c'], complete: note })",
  订别的: "wx.requestSubscribeMessage({ tmplIds: ['x'], complete: note })",
};
const account = { templates: { a: 'once', b: 'once', c: 'once' } } satisfies Partial<
  LaunchSettings['account']
>;

describe.each(launchers)('what a phone tells WeChat’s server, in $name', ({ launch }) => {
  let server: TellingServer;
  let program: ActionProgram;
  const open = async (settings: Partial<LaunchSettings> = {}) => {
    const hosts = { 'https://api.test': 'http://127.0.0.1:9', [KEY]: server.origin };
    program = await startActions(launch, ACTIONS, { hosts, account, ...settings });
  };
  beforeEach(async () => {
    server = await startTellingServer();
  });
  afterEach(async () => {
    await program.close();
    await server.stop();
  });

  it('is each code of wx.login with the openid, before the program has it', async () => {
    await open({ openid: 'o-reader' });
    const release = server.hold();
    await program.driver.tapText('登录');
    await program.driver.waitFor('the server to be told', () => server.told.length > 0);
    expect((await program.driver.calls('login'))[0]?.outcome).toBe('pending');
    release();
    const { code } = (await readAnswer(program.driver, '登录')) as { code: string };
    expect(server.told).toEqual([
      { request: 'POST /phone/login-codes', body: { code, openid: 'o-reader' } },
    ]);
    expect(await program.driver.errors()).toEqual([]);
  });

  it('names one and the same person where the launch names none', async () => {
    await open();
    await program.run('登录');
    await program.run('登录');
    const openids = server.told.map(({ body }) => (body as { openid: string }).openid);
    expect(openids).toEqual([DEFAULT_OPENID, DEFAULT_OPENID]);
  });

  it('is every answer of a call for messages, remembered ones too, before the program has it', async () => {
    const subscribe = { b: 'acceptWithAudio', '*': 'reject' } as const;
    await open({ openid: 'o-reader', user: { subscribe, subscribeRemembered: { a: 'accept' } } });
    const release = server.hold();
    await program.driver.tapText('订阅');
    await program.driver.waitFor('the server to be told', () => server.told.length > 0);
    expect((await program.driver.calls('requestSubscribeMessage'))[0]?.outcome).toBe('pending');
    release();
    const answers = { a: 'accept', b: 'acceptWithAudio', c: 'reject' };
    expect(await readAnswer(program.driver, '订阅')).toMatchObject(answers);
    expect(server.told).toEqual([
      { request: 'POST /phone/subscriptions', body: { openid: 'o-reader', answers } },
    ]);
  });

  it('is nothing where no answer came about', async () => {
    await open({ user: { subscribeSwitch: false } });
    expect(await program.run('订阅')).toMatchObject({ errCode: 20004 });
    expect(await program.run('订别的')).toMatchObject({ errCode: 20001 });
    await program.driver.setNetwork('none');
    expect(await program.run('登录')).toMatchObject({ errno: 600001 });
    expect(server.told).toEqual([]);
  });

  it.each(['away', 'broken'])('fails a login and notes lost answers when it is %s', async (how) => {
    await open();
    if (how === 'away') await server.stop();
    else server.status = 500;
    expect(await program.run('登录')).toMatchObject({
      errMsg: expect.stringMatching(/^login:fail net::ERR_FAILED wechat:\/\/server/),
      errno: 600001,
    });
    expect(await program.run('查登录')).toMatchObject({
      errMsg: expect.stringContaining('fail'),
    });
    expect(await program.driver.errors()).toEqual([]);
    expect(await program.run('订阅')).toMatchObject({ a: 'accept', b: 'accept', c: 'accept' });
    expect(await program.driver.errors()).toMatchObject([
      {
        level: 'error',
        source: 'simulator',
        rule: null,
        message: expect.stringContaining(
          'was not told of the answers to wx.requestSubscribeMessage: net::ERR_FAILED wechat://server/phone/subscriptions',
        ),
      },
    ]);
  });

  it('is nothing without an address for it', async () => {
    await open({ hosts: {} });
    expect(await program.run('登录')).toMatchObject({ errMsg: 'login:ok' });
    expect(await program.run('订阅')).toMatchObject({ a: 'accept' });
    expect(await program.driver.errors()).toEqual([]);
  });
});
