import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type AnsweringServer, startAnsweringServer } from '../support/answering-server.ts';
import { launchers } from '../support/driver-launchers.ts';
import { OutsideProgram } from '../support/outside-program.ts';
import { programDir } from '../support/simulator-programs.ts';

const NOW = Date.parse('2031-05-01T08:00:00+08:00');
const FIVE_MINUTES = 5 * 60_000;

let server: AnsweringServer;
beforeAll(async () => {
  server = await startAnsweringServer();
});
afterAll(() => server.stop());

describe.each(launchers)('codes of wx.login and secrets, in $name', ({ launch }) => {
  let program: OutsideProgram;
  const open = async () => {
    const hosts = { 'https://api.test': server.origin };
    const distDir = programDir('outside');
    program = new OutsideProgram(await launch({ distDir, hosts, now: NOW }));
  };
  afterEach(() => program.driver.close());

  it('gives another code each time, and each is good once', async () => {
    await open();
    const { driver } = program;
    expect(await program.run('查登录')).toMatch(/^checkSession:fail/);
    const [first, second] = [await program.run('登录'), await program.run('登录')].map(String);
    expect(first).not.toBe(second);
    expect(await program.run('查登录')).toBe('ok');
    expect(await driver.redeemLoginCode(first ?? '')).toBe('ok');
    expect(await driver.redeemLoginCode(first ?? '')).toBe('used');
    expect(await driver.redeemLoginCode('made-up')).toBe('unknown');
    await driver.setNow(NOW + FIVE_MINUTES + 60_000);
    expect(await driver.redeemLoginCode(second ?? '')).toBe('expired');
    expect(await driver.errors()).toEqual([]);
  });

  it('lets a code leave the phone once', async () => {
    await open();
    await program.run('登录');
    expect(await program.held('发登录码')).toEqual({ answer: 'ok', rules: [] });
    expect((await program.held('头里发')).rules).toEqual(['login.code-once']);
    await program.run('登录');
    expect(await program.held('头里发')).toEqual({ answer: 'ok', rules: [] });
  });

  it('lets a code leave the phone within five minutes', async () => {
    await open();
    await program.run('登录');
    await program.driver.setNow(NOW + FIVE_MINUTES - 60_000);
    expect((await program.held('发登录码')).rules).toEqual([]);
    await program.driver.setNow(NOW);
    await program.run('登录');
    await program.driver.setNow(NOW + FIVE_MINUTES + 60_000);
    expect((await program.held('发登录码')).rules).toEqual(['login.code-once']);
  });

  it('does not count a code that could not be sent', async () => {
    await open();
    await program.run('登录');
    await program.driver.setNetwork('none');
    expect(await program.held('发登录码')).toEqual({
      answer: 'request:fail net::ERR_INTERNET_DISCONNECTED',
      rules: [],
    });
    expect(await program.run('登录')).toBe('login:fail net::ERR_INTERNET_DISCONNECTED');
    await program.driver.setNetwork('wifi');
    expect(await program.held('发登录码')).toEqual({ answer: 'ok', rules: [] });
  });

  it('finds a secret by the name of its member alone, however it is read', async () => {
    await open();
    expect((await program.held('收公开')).rules).toEqual([]);
    expect((await program.held('收网页')).rules).toEqual([]);
    expect((await program.held('收文字里的')).rules).toEqual(['identity.secret']);
  });
});
