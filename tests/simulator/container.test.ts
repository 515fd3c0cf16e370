import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { LaunchSettings } from '../../simulator/kit/driver.ts';
import { type AnsweringServer, startAnsweringServer } from '../support/answering-server.ts';
import { launchers } from '../support/driver-launchers.ts';
import { OutsideProgram } from '../support/outside-program.ts';
import { programDir } from '../support/simulator-programs.ts';

let server: AnsweringServer;
beforeAll(async () => {
  server = await startAnsweringServer();
});
afterAll(() => server.stop());

const PREFIX = 'cloud.callContainer:fail';
const failure = (code: number, text: string) => [
  `${PREFIX} Error: errCode: ${code} | errMsg: ${text}`,
  code,
];

describe.each(launchers)('calls of a container in $name', ({ launch }) => {
  let program: OutsideProgram;
  const open = async (settings: Partial<LaunchSettings> = {}) => {
    const hosts = { 'cloud://container': server.origin };
    const driver = await launch({ distDir: programDir('outside'), hosts, ...settings });
    program = new OutsideProgram(driver);
  };
  afterEach(() => program.driver.close());

  it('carry who calls, in headers that the program cannot write', async () => {
    await open({ openid: 'o-reader', account: { appId: 'wx-own' } });
    await program.run('初始化');
    const answer = ['o-reader', 'wx-own', 'wx_client', 'prod-1'];
    expect(await program.held('谁在问')).toEqual({ answer, rules: [] });
  });

  it('need wx.cloud.init, an environment, a service and a method that WeChat knows', async () => {
    await open();
    expect(await program.run('容器答')).toEqual([
      `${PREFIX} Cloud API isn't enabled, please call wx.cloud.init first`,
      null,
    ]);
    await program.run('初始化');
    expect(await program.held('容器答')).toEqual({ answer: [true, { a: 1 }], rules: [] });
    expect(await program.run('没环境')).toEqual(failure(-501000, 'Invalid env'));
    expect(await program.run('没服务')).toEqual(failure(-501000, 'Invalid host'));
    expect(await program.run('怪方法')).toEqual(failure(102005, '无效的 HTTP Method'));
  });

  it('hold 100 KiB one way and 1000 KiB the other, to the byte', async () => {
    await open();
    await program.run('初始化');
    expect(await program.held('刚好发')).toEqual({ answer: [true, 100 * 1024], rules: [] });
    expect(await program.held('多发一字')).toEqual({
      answer: failure(-606001, '请求包大小超过 100KB'),
      rules: ['container.request'],
    });
    expect(await program.held('刚好收')).toEqual({ answer: [true, 1000 * 1024 - 2], rules: [] });
    expect((await program.held('多收一字')).rules).toEqual(['container.response']);
  });

  it('may be waited for less than WeChat waits, and fail without a network', async () => {
    await open();
    await program.run('初始化');
    const late = { answer: failure(102002, '请求超时'), rules: [] };
    expect(await program.held('容器只等一下')).toEqual(late);
    await program.driver.setNetwork('none');
    expect(await program.held('容器答')).toEqual({
      answer: [`${PREFIX} net::ERR_INTERNET_DISCONNECTED`, null],
      rules: [],
    });
  });

  it('are all that wx.cloud models', async () => {
    await open();
    expect(await program.held('云函数')).toEqual({
      answer: 'wx.cloud.callFunction is not modelled by the simulator',
      rules: ['call.unknown'],
    });
  });
});
