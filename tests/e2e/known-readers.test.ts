import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Driver, LaunchSettings } from '../../simulator/kit/driver.ts';
import type { FeedPage } from '../../types/article.ts';
import { launchers } from '../support/driver-launchers.ts';
import { runProgram } from '../support/run-program.ts';
import { type SampleEndpoint, startSampleEndpoint } from '../support/sample-endpoint.ts';

const WALK_MS = 90_000;

let endpoint: SampleEndpoint;
let phone: Driver;
let articles: FeedPage['items'];

beforeAll(async () => {
  endpoint = await startSampleEndpoint();
  endpoint.setNow(Date.now());
  ({ items: articles } = await endpoint.read<FeedPage>('/v1/articles?channel=notices'));
});
afterAll(() => endpoint.stop());

const countAccounts = async () =>
  (await endpoint.store.db.selectFrom('accounts').select('id').execute()).length;

/** What the phone keeps of a session long over, and of one that ought still to be good but is unknown to the endpoint. */
const OVER = { session: { token: 'A'.repeat(43), renewAt: 1 } };
const revoked = () => ({ session: { token: 'A'.repeat(43), renewAt: Date.now() + 3_600_000 } });

describe.each(launchers)('who is logged in by looking, in $name', ({ name, launch }) => {
  const open = async (settings: Partial<LaunchSettings>) => {
    phone = await launch({ ...endpoint.launchSettings, now: Date.now(), ...settings });
  };
  afterEach(async () => {
    expect(await phone.errors()).toEqual([]);
    await phone.close();
  });

  it('nobody who never used anything: 通知 shows what there is to ask for', async () => {
    const before = await countAccounts();
    await open({ openid: `oCANARY0never${name}`, path: 'pages/notices/index' });
    await phone.waitForText('可以订阅');
    await phone.waitForText('还没有收到过通知');
    await phone.pullDown();
    await phone.switchTab('首页');
    await phone.switchTab('通知');
    await phone.waitForText('还没有收到过通知');
    expect(await phone.calls('login')).toEqual([]);
    expect(await countAccounts()).toBe(before);
  });

  it(
    'a reader whose session is over: the red dot shows on 首页',
    async () => {
      const openid = `oCANARY0known${name}`;
      await open({ openid, path: 'pages/notices/index' });
      // What came of the tap stays said, though that very tap makes the reader known.
      await phone.tap({ role: 'button', name: '订阅：通知公告' });
      await phone.waitForText('现在共能收 1 条');
      await phone.waitForText('还能收 1 条');
      await phone.close();

      const env = { DATABASE_URL: endpoint.databaseUrl };
      // Another one in each way to run it: readers are told of an article once.
      const article = articles[name === 'jsdom' ? 1 : 2];
      const args = ['publish', article?.id ?? '', '--urgent'];
      expect((await runProgram('cloud/cli/notice.ts', args, env)).code).toBe(0);
      endpoint.setNow(Date.now());
      expect(await endpoint.wechat.deliver()).toBe(1);

      await open({ openid, path: 'pages/home/index', storage: OVER });
      await phone.waitFor(
        'the dot',
        async () => (await phone.calls('showTabBarRedDot')).length > 0,
      );
      expect(await phone.calls('login')).toHaveLength(1);
    },
    WALK_MS,
  );

  it.each([
    ['pages/notices/index', '登录后查看您的通知', '登录查看', '收到的通知'],
    ['pages/mine/index', '您已退出登录，或者登录已失效', '登录', '复制编号'],
  ])('nobody whose token was revoked: %s', async (path, words, action, after) => {
    const before = await countAccounts();
    await open({ openid: `oCANARY0gone${name}${path.slice(6, 8)}`, path, storage: revoked() });
    await phone.waitForText(words);
    expect(await phone.calls('login')).toEqual([]);
    expect(await countAccounts()).toBe(before);
    await phone.tapText(action);
    await phone.waitForText(after);
    await phone.waitFor('the account', async () => (await countAccounts()) === before + 1);
  });

  it('offers nothing to leave or delete to a reader whose first login is refused', async () => {
    endpoint.wechat.server.setLoginRefusal(40226);
    try {
      await open({ openid: `oCANARY0risk${name}`, path: 'pages/mine/index' });
      await phone.tapText('查看我的数据');
      await phone.waitForText('暂时不能登录');
      expect(await phone.text()).not.toContain('退出登录');
    } finally {
      endpoint.wechat.server.setLoginRefusal(undefined);
    }
  });

  it('a favourite that was kept of a message: it marks nothing and logs nobody in', async () => {
    const query = `id=${articles[0]?.id}&notice=n1`;
    await open({ openid: `oCANARY0fav${name}`, path: 'pages/article/index', query });
    await phone.waitForText('发布时间');
    expect(await phone.addToFavorites()).toMatchObject({
      title: articles[0]?.title,
      query: `id=${articles[0]?.id}`,
      imageUrl: expect.stringMatching(/./),
    });
    expect(await phone.calls('login')).toEqual([]);
  });
});
