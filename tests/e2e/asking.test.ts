import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Driver, LaunchSettings } from '../../simulator/kit/driver.ts';
import { launchInJsdom } from '../../simulator/kit/launch-in-jsdom.ts';
import type { SubscriptionList } from '../../types/subscription.ts';
import { type BentEndpoint, startBentEndpoint } from '../support/bent-endpoint.ts';
import { type SampleEndpoint, startSampleEndpoint } from '../support/sample-endpoint.ts';

const WALK_MS = 60_000;

let endpoint: SampleEndpoint;
let between: BentEndpoint;
let phone: Driver;

beforeAll(async () => {
  endpoint = await startSampleEndpoint();
  between = await startBentEndpoint(endpoint.origin);
});
afterAll(async () => {
  await between.stop();
  await endpoint.stop();
});

async function openNotices(openid: string, settings: Partial<LaunchSettings> = {}): Promise<void> {
  const { launchSettings } = endpoint;
  const hosts = Object.entries(launchSettings.hosts).map(([from, to]) => {
    return [from, to === endpoint.origin ? between.origin : to] as const;
  });
  phone = await launchInJsdom({
    ...launchSettings,
    ...{ hosts: Object.fromEntries(hosts), openid, path: 'pages/notices/index' },
    ...settings,
  });
  await phone.waitForText('可以订阅');
}

const countText = async (words: string) => (await phone.text()).split(words).length - 1;
const tapAsk = (name: string) => phone.tap({ role: 'button', name: `订阅：${name}` });

describe('asking on 通知', () => {
  afterEach(async () => {
    between.bend();
    // What is shown anew is fetched anew: a phone that is closed meanwhile would fail that.
    await phone.waitFor('the end of all requests', async () =>
      (await phone.calls('request')).every(({ outcome }) => /ok|fail/.test(`${outcome}`)),
    );
    expect((await phone.errors()).filter(({ level }) => level === 'error')).toEqual([]);
    await phone.close();
  });

  it(
    'leads from a main switch that is off to a subscription, and out of it again',
    async () => {
      await openNotices('oCANARY0asking0switch', {
        user: { subscribeSwitch: false, settingsVisit: 'grant' },
      });
      await phone.waitForText('您在微信里关掉了本程序的订阅消息');
      expect(await countText('关掉了本程序')).toBe(1);
      expect(await countText('打开设置')).toBe(1);

      await tapAsk('通知公告');
      await phone.waitForText('还没有订阅上：请先点上面的“打开设置”');
      expect(await countText('关掉了本程序')).toBe(1);

      await phone.tap({ role: 'button', name: '打开设置' });
      await phone.waitForText('已打开，请再点一次。');
      expect(await phone.text()).not.toMatch(/关掉了|还没有订阅上|打开设置/);

      // A person takes longer than a double tap, which counts as one.
      await phone.setNow(endpoint.launchSettings.now + 60_000);
      await tapAsk('通知公告');
      await phone.waitForText('已订阅，下一条「通知公告」会在微信里通知您。');
      await phone.waitForText('我订阅的通知');
      expect(await phone.text()).not.toContain('已打开');

      await phone.tap({ role: 'button', name: '不再接收：通知公告' });
      await phone.waitForText('不再接收这类通知？');
      await phone.tapText('取消');
      await phone.waitForNoText('不再接收这类通知？');
      expect(await phone.text()).toContain('我订阅的通知');
      await phone.setNow(endpoint.launchSettings.now + 120_000);
      await phone.tap({ role: 'button', name: '不再接收：通知公告' });
      await phone.waitForText('不再接收这类通知？');
      await phone.tap({ role: 'button', name: '不再接收' });
      await phone.waitForNoText('我订阅的通知');
    },
    WALK_MS,
  );

  it(
    'says below the card what came of asking together, and keeps the order of the topics',
    async () => {
      await openNotices('oCANARY0asking0together', { user: { subscribe: { '*': 'reject' } } });
      await phone.tapText('一起订阅');
      await phone.waitForText('您这次没有允许「新活动」');
      expect(await phone.count('wx-view.topics-together wx-view.ask-result')).toBe(2);
      expect(await phone.count('wx-view.topic wx-view.ask-result')).toBe(0);

      await phone.setUser({ subscribe: { '*': 'accept' } });
      await tapAsk('新活动');
      await phone.waitForText('已订阅，下一条「新活动」');
      await tapAsk('通知公告');
      await phone.waitForText('已订阅，下一条「通知公告」');
      const { topics } = await endpoint.read<{ topics: { name: string }[] }>('/v1/topics');
      const offered = topics.map(({ name }) => name).filter((name) => /通知公告|新活动/.test(name));
      await phone.waitForText('还能收 1 条');
      const [mine = ''] = (await phone.text()).split('可以订阅');
      const places = offered.map((name) => mine.indexOf(`\n${name}\n`));
      expect(places).toHaveLength(2);
      expect([...places].sort((one, other) => one - other)).toEqual(places);
    },
    WALK_MS,
  );

  it(
    'sends a report that failed again when the program is shown, and grants it once',
    async () => {
      await openNotices('oCANARY0asking0report');
      const failing = { status: 500, contentType: 'text/plain', body: '' };
      const bodies: string[] = [];
      between.bend((path, body, method) => {
        if (path !== '/v1/subscriptions' || method !== 'POST') return undefined;
        bodies.push(body);
        return failing;
      });
      await tapAsk('通知公告');
      await phone.waitForText('稍后会自动再试');
      expect(bodies).toHaveLength(1);

      between.bend();
      await phone.setForeground(false);
      await phone.setForeground(true);
      await phone.waitForText('已订阅，下一条「通知公告」会在微信里通知您。现在共能收 1 条。');
      const [granted = '{}'] = bodies;
      const { subscriptions } = JSON.parse(granted) as SubscriptionList;
      expect(subscriptions.map(({ credits }) => credits)).toEqual([1]);
    },
    WALK_MS,
  );

  it(
    'shows in the row what was allowed before this start and is not registered yet',
    async () => {
      const failing = { status: 500, contentType: 'text/plain', body: '' };
      between.bend((path, _body, method) =>
        path === '/v1/subscriptions' && method === 'POST' ? failing : undefined,
      );
      const [topic] = (
        await endpoint.read<{ topics: { id: string; templateId: string }[] }>('/v1/topics')
      ).topics.filter(({ id }) => id === 'events');
      const accepted = [{ topicId: 'events', templateId: topic?.templateId }];
      await openNotices('oCANARY0asking0waiting', {
        storage: { 'subscribe-reports': [{ reportId: 'a'.repeat(20), accepted }] },
      });
      await phone.waitForText('已允许，正在登记…');
      expect(await countText('已允许，正在登记…')).toBe(1);
      between.bend();
      await phone.setForeground(false);
      await phone.setForeground(true);
      await phone.waitForText('还能收 1 条');
      expect(await phone.text()).not.toContain('正在登记');
    },
    WALK_MS,
  );
});
