import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import type { FeedPage } from '../../types/article.ts';
import type { EventPage } from '../../types/event.ts';
import { launchers } from '../support/driver-launchers.ts';
import { runProgram } from '../support/run-program.ts';
import { type SampleEndpoint, startSampleEndpoint } from '../support/sample-endpoint.ts';

const WALK_MS = 90_000;

let endpoint: SampleEndpoint;
let phone: Driver;

beforeAll(async () => {
  endpoint = await startSampleEndpoint();
  endpoint.setNow(Date.now());
});
afterAll(() => endpoint.stop());

/** Every kind there is, by the page that offers it and the content that is told of. */
const KINDS = [
  {
    kind: 'notice',
    topic: 'notices',
    name: '通知公告',
    page: 'article',
    list: 'articles?channel=notices',
  },
  {
    kind: 'channel',
    topic: 'channel:rights',
    name: '维权服务',
    page: 'article',
    list: 'articles?channel=rights',
  },
  { kind: 'event', topic: 'events', name: '新活动', page: 'event', list: 'events?when=upcoming' },
] as const;

/** How many of each list readers were told of. */
const used = new Map<string, number>();

/** Two contents of a list: one to read, and one that nobody was told of. */
async function pick(
  list: string,
): Promise<{ read: { id: string }; told: { id: string; title: string } }> {
  const { items } = await endpoint.read<FeedPage | EventPage>(`/v1/${list}`);
  const next = (used.get(list) ?? 0) + 1;
  used.set(list, next);
  const [read, told] = [items[0], items[next]];
  if (!read || !told) throw new Error(`the sample has too little in ${list}`);
  return { read, told };
}

async function publish(id: string): Promise<string> {
  const env = { DATABASE_URL: endpoint.databaseUrl };
  const { code, stdout, stderr } = await runProgram(
    'cloud/cli/notice.ts',
    ['publish', id, '--urgent'],
    env,
  );
  if (code !== 0) throw new Error(stdout + stderr);
  endpoint.setNow(Date.now());
  return stdout;
}

const credits = async (openid: string) => {
  const { key } = endpoint.wechat.service.context;
  const rows = await endpoint.store.db
    .selectFrom('credit_balances as b')
    .innerJoin('accounts as a', 'a.id', 'b.account_id')
    .select(['b.topic', 'b.balance'])
    .where('a.openid_print', '=', key.toPrint(openid))
    .execute();
  return Object.fromEntries(rows.map(({ topic, balance }) => [topic, balance]));
};

describe.each(launchers)('a notice, from the tap to the page, in $name', ({ name, launch }) => {
  afterEach(async () => {
    expect(await phone.errors()).toEqual([]);
    await phone.close();
  });

  it('logs nobody in before the tap, nor for a refusal', async () => {
    const { read } = await pick('articles?channel=notices');
    phone = await launch({
      ...endpoint.launchSettings,
      ...{ path: 'pages/article/index', query: `id=${read.id}` },
      user: { subscribe: { '*': 'reject' } },
    });
    await phone.waitForText('订阅「通知公告」');
    await phone.tap('wx-view.ask wx-view.button');
    await phone.waitForText('您这次没有允许「通知公告」');
    expect(await phone.calls('login')).toEqual([]);
  });

  it.each(KINDS)(
    'of kind $kind',
    async ({ kind, topic, name: topicName, page, list }) => {
      const openid = `oCANARY0${name}${kind}`;
      const { read, told } = await pick(list);
      const before = endpoint.wechat.server.messages.length;
      phone = await launch({
        ...endpoint.launchSettings,
        ...{ openid, now: Date.now(), path: `pages/${page}/index`, query: `id=${read.id}` },
      });
      await phone.tapText('订阅');
      await phone.waitForText('已订阅');
      await phone.waitFor('the credit', async () => (await credits(openid))[topic] === 1);

      await publish(told.id);
      expect(await endpoint.wechat.deliver()).toBe(1);
      const messages = endpoint.wechat.server.messages.slice(before);
      expect(messages).toHaveLength(1);
      expect(messages[0]?.openid).toBe(openid);
      expect((await credits(openid))[topic]).toBe(0);
      expect(await endpoint.wechat.deliver()).toBe(0);

      await phone.enter({ path: 'pages/notices/index' });
      await phone.waitForText(told.title);
      expect(await phone.count('wx-view.notice-dot')).toBe(1);

      const [path = '', query = ''] = messages[0]?.page.split('?') ?? [];
      await phone.enter({ path, query, scene: 1014 });
      await phone.waitForText(told.title);
      expect(await phone.currentPage()).toMatchObject({ path: `pages/${page}/index` });
      expect((await phone.share())?.path).toBe(`/pages/${page}/index?id=${told.id}`);
      await phone.enter({ path: 'pages/notices/index' });
      await phone.waitForText('次数已用完');
      await phone.waitFor('the read notice', async () => {
        return (await phone.count('wx-view.notice-dot')) === 0;
      });
      const text = await phone.text();
      expect(text).toContain(told.title);
      expect(text).toContain(topicName);
    },
    WALK_MS,
  );
});
