import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Driver, LaunchSettings } from '../../simulator/kit/driver.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.ts';
import { launchers } from '../support/driver-launchers.ts';
import { toLaunchSettings } from '../support/sample-endpoint.ts';

/** Longer than the phone itself waits for any of its steps. */
const WALK_MS = 60_000;

let endpoint: TestApp;
let origin: string;
let phone: Driver;

beforeAll(async () => {
  endpoint = await createTestApp();
  await endpoint.app.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://127.0.0.1:${(endpoint.app.server.address() as AddressInfo).port}`;
});
afterAll(() => endpoint.drop());

const countAccounts = () =>
  endpoint.store.db
    .selectFrom('accounts')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
    .then(({ count }) => Number(count));

describe.each(launchers)('我的, in $name', ({ name, launch }) => {
  const openMine = async (settings: Partial<LaunchSettings> = {}) => {
    const base = toLaunchSettings(origin);
    phone = await launch({
      ...base,
      hosts: { ...base.hosts, 'wechat://server': endpoint.wechat.server.origin },
      path: 'pages/mine/index',
      openid: `oCANARY0mine${name}`,
      ...settings,
    });
  };
  afterEach(async () => {
    expect(await phone.errors()).toEqual([]);
    await phone.close();
  });

  it(
    'logs nobody in, shows what is stored, sends it as a file, deletes all',
    async () => {
      const before = await countAccounts();
      await openMine();
      await phone.waitForText('还没有使用需要登录的功能');
      expect(await phone.calls('login')).toEqual([]);
      expect(await countAccounts()).toBe(before);

      await phone.tapText('查看我的数据');
      await phone.waitForText('复制编号');
      expect(await phone.text()).toContain('已登录（微信）');
      expect(await countAccounts()).toBe(before + 1);

      await phone.tapText('下载我的数据');
      await phone.tapText('发送到聊天保存');
      await phone.waitForText('已交给微信');
      expect((await phone.effects('share-file')).map(({ detail }) => detail.fileName)).toEqual([
        '我的数据-江门市妇女网.txt',
      ]);

      await phone.tapText('删除我的全部数据');
      await phone.tapText('取消');
      await phone.waitForNoText('删除全部数据？');
      expect(await countAccounts()).toBe(before + 1);

      await phone.tapText('删除我的全部数据');
      await phone.waitForText('删除全部数据？');
      await phone.tapText('删除');
      await phone.waitForText('已全部删除');
      expect(await countAccounts()).toBe(before);
      expect((await phone.calls('unlink')).map(({ outcome }) => outcome)).toEqual(['ok']);
    },
    WALK_MS,
  );

  it(
    'knows a reader with an old session, and lets the reader leave',
    async () => {
      await openMine({ storage: { session: { token: 'A'.repeat(43), renewAt: 1 } } });
      await phone.waitForText('复制编号');
      await phone.tapText('退出登录');
      await phone.waitForText('退出登录？');
      await phone.tapText('取消');
      await phone.waitForNoText('退出登录？');
      // Long after, so that it is no double tap.
      await phone.setNow(TEST_NOW + 60_000);
      await phone.tapText('退出登录');
      await phone.waitForText('退出登录？');
      await phone.tapText('退出');
      await phone.waitForText('您已退出登录');
      await phone.switchTab('首页');
      await phone.switchTab('我的');
      await phone.waitForText('您已退出登录');
      expect(await phone.calls('login')).toHaveLength(1);
      await phone.tapText('登录');
      await phone.waitForText('复制编号');
    },
    WALK_MS,
  );

  it('calls nothing that the timeline forbids', async () => {
    await openMine({ scene: 1154 });
    await phone.waitForText('您的数据在小程序里');
    for (const words of ['查看我的数据', '意见反馈与投诉', '拨打 12338']) {
      await phone.tapText(words);
      await phone.waitForText('请先点屏幕下方的“前往小程序”');
    }
  });
});
