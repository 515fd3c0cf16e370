import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import { launchers } from '../support/driver-launchers.ts';
import { programDir } from '../support/simulator-programs.ts';

let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer((req, res) => {
    const url = new URL(req.url ?? '/', 'http://api.test');
    const reply = (status: number, type: string, body: string) =>
      res.writeHead(status, { 'content-type': type, 'x-kind': url.pathname }).end(body);
    if (url.pathname === '/json')
      reply(200, 'application/json', `{"q":"${url.searchParams.get('q')}"}`);
    else if (url.pathname === '/text') reply(200, 'application/json', '<html>登录</html>');
    else if (url.pathname === '/fault') reply(503, 'application/json', '{"title":"忙"}');
    else if (url.pathname === '/echo') {
      const chunks: Buffer[] = [];
      req.on('data', (chunk: Buffer) => chunks.push(chunk));
      req.on('end', () => {
        const said = [req.method, req.headers['x-a'], req.headers['content-type']].join(' ');
        reply(200, 'text/plain', `${said} ${Buffer.concat(chunks).toString()}`);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe.each(launchers)('wx functions and globals in $name', ({ name, launch }) => {
  let driver: Driver;

  beforeAll(async () => {
    driver = await launch({
      distDir: programDir('calls'),
      hosts: { 'https://api.test': origin, 'https://nobody.test': 'http://127.0.0.1:1' },
      storage: { kept: '留着' },
      now: '2031-05-01T00:00:00+08:00',
    });
  });

  afterAll(async () => {
    await driver.close();
  });

  const answerOf = async (action: string) => {
    await driver.tapText(action);
    await driver.waitForText(`${action}答：`);
    const line = (await driver.text()).split('\n').find((one) => one.includes('答：'));
    return JSON.parse(line?.slice(action.length + 2, -1) ?? '') as unknown;
  };

  /** Errors that came while `run` ran. */
  const errorsOf = async (run: () => Promise<void>) => {
    const before = (await driver.errors()).length;
    await run();
    return (await driver.errors()).slice(before);
  };

  it.each<[string, unknown]>([
    ['取JSON', [200, { q: '好' }, '/json']],
    ['取文字', [200, '<html>登录</html>', '/text']],
    ['取错误', [503, { title: '忙' }, '/fault']],
    ['发数据', [200, 'POST b application/json {"a":"一"}', '/echo']],
    ['等太久', 'request:fail timeout'],
    ['没人答', expect.stringContaining('request:fail net::ERR_FAILED')],
    ['坏地址', 'request:fail invalid url'],
    ['中止', 'request:fail abort'],
    ['存取', [{ b: [1] }, '', ['kept', 'a']]],
    ['取不到', 'getStorage:fail data not found'],
    ['预存', '留着'],
    ['承诺', 'wifi'],
    ['今年', 2031],
  ])('%s', async (action, answer) => {
    const errors = await errorsOf(async () => {
      expect(await answerOf(action)).toEqual(answer);
    });
    expect(errors).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['全局', []],
    ['裸this', 'undefined'],
    ['拼代码', 'new Function is not available in a mini-program'],
    ['用eval', 'eval is not available in a mini-program'],
    ['取全局', 'object'],
  ])('hides what WeChat lacks: %s', async (action, answer) => {
    expect(await answerOf(action)).toEqual(answer);
  });

  it('fails requests without a network, and recovers', async () => {
    await driver.setNetwork('none');
    expect(await answerOf('取JSON')).toBe('request:fail net::ERR_INTERNET_DISCONNECTED');
    await driver.setNetwork('wifi');
    await driver.tapText('取文字');
    await driver.waitForText('登录');
    const outcomes = (await driver.calls('request')).map(({ outcome }) => outcome);
    expect(outcomes.slice(-2)).toEqual(['fail', 'ok']);
  });

  it('says by name that one key holds too much', async () => {
    const errors = await errorsOf(async () => {
      expect(await answerOf('太大')).toBe('setStorageSync:fail entry size limit reached');
    });
    expect(errors).toEqual([expect.objectContaining({ level: 'error', rule: 'storage.key' })]);
  });

  it('says by name what it does not model', async () => {
    const message = 'wx.openBluetoothAdapter is not modelled by the simulator';
    const errors = await errorsOf(async () => {
      expect(await answerOf('没做的')).toEqual([true, message]);
    });
    expect(errors).toEqual([expect.objectContaining({ level: 'error', rule: 'call.unknown' })]);
  });

  // Node itself reports a rejection inside jsdom, so that only a browser's page can note it.
  it.each(
    name === 'jsdom'
      ? [['出错', '故意出错']]
      : [
          ['出错', '故意出错'],
          ['拒绝', '没人接'],
        ],
  )('notes what the program does not catch: %s', async (action, message) => {
    const errors = await errorsOf(async () => {
      const before = (await driver.errors()).length;
      await driver.tapText(action);
      await driver.waitFor('the error', async () => (await driver.errors()).length > before);
    });
    expect(errors).toEqual([expect.objectContaining({ level: 'error', message })]);
  });
});
