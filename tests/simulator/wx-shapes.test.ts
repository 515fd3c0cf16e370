import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readWxNames } from '../../simulator/compile/wx-names.ts';
import type { Driver } from '../../simulator/kit/driver.ts';
import { launchInJsdom } from '../../simulator/kit/launch-in-jsdom.ts';
import { programDir } from '../support/simulator-programs.ts';
import { ARGUMENTS, CONDITIONAL } from '../support/wx-arguments.ts';
import { type Promised, readPromises } from '../support/wx-typings.ts';

/** Reading WeChat's typings and compiling against them takes a while. */
const PATIENCE = 90_000;

let promises: Record<string, Promised>;
let server: Server;
let driver: Driver;
let folder: string;

beforeAll(async () => {
  promises = readPromises();
  server = createServer((req, res) => res.end(req.url === '/json' ? '{}' : '%PDF-1.4'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  folder = mkdtempSync(join(tmpdir(), 'wx-shapes-'));
  cpSync(programDir('shapes'), folder, { recursive: true });
  writeFileSync(join(folder, 'table.js'), toTable());
  driver = await launchInJsdom({
    distDir: folder,
    hosts: { 'https://api.test': `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    account: {
      templates: { a: 'once' },
      privacyGuide: ['setClipboardData', 'addPhoneCalendar', 'saveImageToPhotosAlbum'],
    },
    user: { scan: '扫到的' },
  });
}, PATIENCE);

afterAll(async () => {
  await driver?.close();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** The tables as a script of the program. */
function toTable(): string {
  const calls = Object.entries(ARGUMENTS).map(([name, args]) => `${name}: (done) => [${args}],`);
  return `module.exports = {
    ARGUMENTS: { ${calls.join('\n')} },
    PROMISES: ${JSON.stringify(promises)},
    CONDITIONAL: ${JSON.stringify(CONDITIONAL)},
  };`;
}

it(
  'every modelled function gives what WeChat’s typings promise',
  async () => {
    await driver.tapText('试');
    await driver.tapText('确定');
    await driver.tapText('选这个');
    const found = async () =>
      (await driver.calls('setStorageSync')).find(({ args }) => args[0] === 'problems');
    await driver.waitFor('the end of all calls', async () => (await found()) !== undefined);
    expect((await found())?.args[1]).toEqual([]);
  },
  PATIENCE,
);

it('the simulator knows every function of the typings by name', () => {
  expect(Object.keys(readWxNames()).sort()).toEqual(Object.keys(promises).sort());
});

it('the typings are read in depth', () => {
  expect(promises.getPrivacySetting).toEqual({
    success: {
      members: { needAuthorization: 'boolean', privacyContractName: 'string', errMsg: 'string' },
    },
  });
  expect(promises.getStorageInfoSync?.returns).toEqual({
    members: { currentSize: 'number', keys: { list: 'string' }, limitSize: 'number' },
  });
  expect(promises.createSelectorQuery?.returns).toHaveProperty('members.in', 'function');
});
