import { afterEach, describe, expect, it } from '@jest/globals';
import type { Driver, LaunchSettings } from '../../simulator/kit/driver.ts';
import { launchers } from '../support/driver-launchers.ts';
import { programDir } from '../support/simulator-programs.ts';

let driver: Driver | undefined;

afterEach(async () => {
  await driver?.close();
  driver = undefined;
});

describe.each(launchers)('ways into a program in $name', ({ launch }) => {
  const open = async (settings: Partial<LaunchSettings> = {}) => {
    driver = await launch({ distDir: programDir('ways'), hosts: {}, ...settings });
    return driver;
  };

  it('tells the launch and the last way in apart', async () => {
    const phone = await open({ scene: 1008 });
    await phone.enter({ path: 'pages/home', query: 'word=%E5%A5%BD', scene: 1007 });
    await phone.tapText('看入口');
    await phone.waitForText(
      [
        'launch pages/home {} 1008 / show pages/home {} 1008 / wx pages/home {} 1008',
        'show pages/home {"word":"%E5%A5%BD"} 1007 / wx pages/home {"word":"%E5%A5%BD"} 1007',
        'pages/home 1008 / pages/home 1007 / 同一个App true',
      ].join(' / '),
    );
    expect(await phone.errors()).toEqual([]);
  });

  it.each([
    [1047, 'scene=a%3D1', 'a%3D1'],
    [1048, 'scene=a=1', 'a%3D1'],
    [1011, 'scene=id-7', 'id-7'],
    [1007, 'scene=好', '好'],
  ])('gives what a code of scene %s carries (%s)', async (scene, query, carried) => {
    const phone = await open({ path: 'pages/detail', scene, query });
    expect((await phone.currentPage()).query).toEqual({ scene: carried });
  });

  it('opens the page of a message that was tapped, with all of its query', async () => {
    const phone = await open();
    const page = { path: 'pages/detail', query: 'id=a1&notice=n2', scene: 1014 };
    await phone.enter(page);
    expect(await phone.currentPage()).toEqual({
      path: 'pages/detail',
      query: { id: 'a1', notice: 'n2' },
    });
    expect(await phone.pageStack()).toEqual(['pages/detail']);
  });

  it.each([
    ['a long one', `scene=${'a'.repeat(33)}`, 'at most 32 characters, this one 33'],
    ['one with Chinese', 'scene=%E5%A5%BD', '0-9A-Za-z'],
    ['one that is cut off', 'scene=%E5%A', 'percent-encoded'],
    ['one with a space', 'scene=a%20b', '0-9A-Za-z'],
  ])('refuses a code that cannot be made: %s', async (_, query, message) => {
    await expect(open({ scene: 1047, query })).rejects.toThrow(message);
    const phone = await open({ scene: 1047, query: `scene=${'a'.repeat(32)}` });
    await expect(phone.enter({ scene: 1049, query, path: 'pages/detail' })).rejects.toThrow(
      message,
    );
  });

  it('shows WeChat’s own page where none is, with the way home', async () => {
    const phone = await open({ path: 'pages/old', scene: 1007 });
    await phone.waitForText('页面不存在');
    expect(await phone.pageStack()).toEqual([]);
    expect((await phone.errors()).map(({ rule }) => rule)).toEqual(['page.unknown']);
    await phone.tapText('回到首页');
    await phone.waitForText('看入口');
    expect(await phone.text()).not.toContain('页面不存在');
    expect(await phone.pageStack()).toEqual(['pages/home']);
  });

  it.each([
    ['none', '有新版 false'],
    ['failed', '新版没有下载好'],
  ] as const)('looks for a new version: %s', async (update, told) => {
    const phone = await open({ update });
    await phone.tapText('找新版');
    await phone.waitForText(told);
    await phone.tapText('太早更新');
    await phone.waitForText('applyUpdate:fail update is not ready');
  });

  it('starts a new version cold, once', async () => {
    const phone = await open({ update: 'ready', scene: 1007 });
    await phone.tapText('找新版');
    const fresh = async () => (await phone.calls('getUpdateManager')).length === 0;
    await phone.waitFor('the new version', fresh);
    await phone.tapText('找新版');
    await phone.waitForText('有新版 false');
    await phone.tapText('看入口');
    await phone.waitForText('launch pages/home {} 1007');
  });
});
