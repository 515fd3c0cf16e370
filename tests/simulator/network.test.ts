import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { LaunchSettings } from '../../simulator/kit/driver.ts';
import { SLOW_ANSWER_MS } from '../../simulator/wx/send.ts';
import { type AnsweringServer, startAnsweringServer } from '../support/answering-server.ts';
import { launchers } from '../support/driver-launchers.ts';
import { OutsideProgram } from '../support/outside-program.ts';
import { programDir } from '../support/simulator-programs.ts';

let server: AnsweringServer;
beforeAll(async () => {
  server = await startAnsweringServer();
});
afterAll(() => server.stop());

describe.each(launchers)('requests and downloads in $name', ({ name, launch }) => {
  let program: OutsideProgram;
  const open = async (settings: Partial<LaunchSettings> = {}, target = server) => {
    const hosts = { 'https://api.test': target.origin };
    const driver = await launch({ distDir: programDir('outside'), hosts, ...settings });
    program = new OutsideProgram(driver);
  };
  afterEach(() => program.driver.close());

  it('reach registered origins over https alone', async () => {
    await open();
    const refused = ['request:fail url not in domain list', 600002];
    expect(await program.held('问登记的')).toEqual({ answer: '好', rules: [] });
    expect(await program.held('问空值')).toEqual({ answer: null, rules: [] });
    for (const [action, rules] of [
      ['问没登记的', ['request.domain']],
      ['带端口', ['request.domain']],
      ['问明文', ['request.https']],
    ] as const) {
      expect(await program.held(action)).toEqual({ answer: refused, rules });
    }
    expect(await program.held('没地址')).toEqual({
      answer: ['request:fail invalid url', 600009],
      rules: [],
    });
  });

  it('reach what the account has registered, whatever the host map says', async () => {
    await open({ account: { domains: ['https://elsewhere.test'] } });
    expect((await program.held('问登记的')).rules).toEqual(['request.domain']);
  });

  it('run ten at once, and further ones wait', async () => {
    const own = await startAnsweringServer();
    await open({}, own);
    const { driver } = program;
    await program.start('十二个');
    const reached = () => own.received.filter((path) => path.startsWith('/held')).length;
    // A browser opens six connections to one server, and keeps the others to itself.
    await driver.waitFor('the first ones', () => reached() === (name === 'jsdom' ? 10 : 6));
    const warnings = (await driver.errors()).map(({ rule, level }) => [rule, level]);
    expect(warnings).toEqual(Array(2).fill(['request.concurrent', 'warning']));
    expect(reached()).toBeLessThanOrEqual(10);
    own.release();
    expect(await program.answer()).toEqual([...Array(11).fill(200), 'downloadFile:fail abort']);
    expect(reached()).toBe(11);
    expect(await program.held('十个')).toEqual({ answer: Array(10).fill(200), rules: [] });
    await own.stop();
  });

  it('end when they are given up, take too long or lose the network', async () => {
    await open();
    const { driver } = program;
    expect(await program.run('半路中止')).toEqual(['request:fail abort', 600003]);
    expect(await program.run('下载太久')).toBe('downloadFile:fail timeout');
    await program.start('等到断网');
    await driver.waitFor('the request', () => server.received.at(-1) === '/silent');
    await driver.setNetwork('none');
    const offline = ['request:fail net::ERR_INTERNET_DISCONNECTED', 600001];
    expect(await program.answer()).toEqual(offline);
    expect(await program.run('等到断网')).toEqual(offline);
    expect(await driver.errors()).toEqual([]);
  });

  it('are answered late on a slow network', async () => {
    await open({ network: '2g' });
    expect(await program.run('问多久')).toBeGreaterThanOrEqual(SLOW_ANSWER_MS);
    expect(await program.run('只等一下')).toEqual(['request:fail timeout', 5]);
    expect(await program.run('什么网络')).toEqual(['2g', true]);
  });

  it('tell their headers before the answer, and have no chunks', async () => {
    await open();
    expect(await program.held('听头部')).toEqual({
      answer: [['/answer', 200, []], 'success'],
      rules: [],
    });
    expect(await program.held('分块')).toEqual({
      answer: [expect.stringContaining('enableChunked is not modelled'), null],
      rules: ['call.unknown'],
    });
    expect(await program.held('听分块')).toEqual({
      answer: expect.stringContaining('RequestTask.onChunkReceived is not modelled'),
      rules: ['call.unknown'],
    });
  });

  it.each([
    ['带来处', 'request of https://api.test/echo', [expect.not.stringContaining('elsewhere'), 'b']],
    ['下载带来处', 'downloadFile of https://api.test/answer', 200],
  ])('have no Referer of the program: %s', async (action, call, answer) => {
    await open();
    expect(await program.run(action)).toEqual(answer);
    const message = `wx.${call}: header must not have Referer`;
    const [error, ...others] = await program.driver.errors();
    expect(error).toMatchObject({ level: 'error', source: 'program', message });
    expect(others).toEqual([]);
  });

  it('hand over cookies, where the engine shows them', async () => {
    await open();
    const cookies = name === 'jsdom' ? ['a=1; Path=/', 'b=2, 3'] : [];
    expect(await program.held('收饼干')).toEqual({ answer: [cookies, cookies], rules: [] });
  });

  it('know the network, and hear of its changes', async () => {
    await open();
    const { driver } = program;
    expect(await program.run('什么网络')).toEqual(['wifi', false]);
    await program.run('听网络');
    await driver.setNetwork('none');
    await driver.setNetwork('2g');
    expect(await program.run('听到什么')).toEqual([
      ['none', false],
      ['2g', true],
    ]);
    await program.run('不听网络');
    await driver.setNetwork('wifi');
    expect(await program.run('听到什么')).toEqual([]);
  });
});
