import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Driver, LaunchSettings } from '../../simulator/kit/driver.ts';
import type { Article, FeedPage } from '../../types/article.ts';
import type { EventPage } from '../../types/event.ts';
import { launchers } from '../support/driver-launchers.ts';
import { type SampleEndpoint, startSampleEndpoint } from '../support/sample-endpoint.ts';

let endpoint: SampleEndpoint;
let phone: Driver;

beforeAll(async () => {
  endpoint = await startSampleEndpoint();
});
afterAll(() => endpoint.stop());

const cardCount = () => phone.count('.card');

async function expectNoErrors(): Promise<void> {
  expect(await phone.errors()).toEqual([]);
}

/** Below every article, once the topics are there. */
const ASK = '点一次，微信通知您一次';

describe.each(launchers)('a reader in $name', ({ name, launch }) => {
  const open = async (settings: Partial<LaunchSettings> = {}) => {
    phone = await launch({ ...endpoint.launchSettings, ...settings });
  };
  afterEach(() => phone.close());

  it('goes from the feed into an article, back to the same place, and on to the next page', async () => {
    const { items } = await endpoint.read<FeedPage>('/v1/articles');
    const last = items[19];
    if (!last) throw new Error('the sample has no full page');
    await open();
    await phone.waitForText(last.title);
    expect(await cardCount()).toBe(20);

    const top = 600;
    if (name === 'Chromium') await phone.scrollTo(top);
    await phone.tapText(items[6]?.title ?? '');
    await phone.waitForText('文章出处');
    expect(await phone.currentPage()).toEqual({
      path: 'pages/article/index',
      query: { id: items[6]?.id },
    });

    await phone.back();
    await phone.waitForText(last.title);
    expect(await cardCount()).toBe(20);
    if (name === 'Chromium') expect(await phone.scrollTop()).toBe(top);

    await phone.scrollToBottom();
    await phone.waitFor('the second page', async () => (await cardCount()) === 40);
    await phone.scrollToBottom();
    await phone.waitForText('没有更多了');
    const titles = new Set(
      (await endpoint.read<FeedPage>('/v1/articles?limit=50')).items.map((i) => i.title),
    );
    expect(await cardCount()).toBe(titles.size);
    await expectNoErrors();
  });

  it('reads one channel alone, and all again', async () => {
    const { items } = await endpoint.read<FeedPage>('/v1/articles?channel=rights');
    await open();
    await phone.waitForText('维权服务');
    await phone.tapText('维权服务');
    await phone.waitFor('the channel alone', async () => (await cardCount()) === items.length);
    for (const { title } of items) await phone.waitForText(title);
    await phone.tapText('全部');
    await phone.waitFor('everything', async () => (await cardCount()) === 20);
    await expectNoErrors();
  });

  it('finds an activity by its state, and reads when and where it is', async () => {
    const { items } = await endpoint.read<EventPage>('/v1/events?when=ongoing');
    const [event] = items;
    if (!event) throw new Error('the sample has no ongoing event');
    await open();
    await phone.switchTab('活动');
    await phone.waitForText('即将开始');
    await phone.tapText('进行中');
    await phone.tapText(event.title);
    await phone.waitForText('主办');
    await phone.waitForText(event.venueName);
    await phone.waitForText('进行中');
    expect(await phone.currentPage()).toEqual({
      path: 'pages/event/index',
      query: { id: event.id },
    });
    await expectNoErrors();
  });

  it('goes from an announcement to its activity and back to the announcement', async () => {
    const { items } = await endpoint.read<EventPage>('/v1/events?when=upcoming');
    const event = await findAnnounced(items.map((item) => item.id));
    await open({ path: 'pages/article/index', query: `id=${event.article.id}` });
    await phone.waitForText('相关活动');
    await phone.tapText(event.title);
    await phone.waitFor('the activity', async () => {
      return (await phone.currentPage()).path === 'pages/event/index';
    });
    await phone.waitForText('主办');
    await phone.tapText(event.article.title);
    await phone.waitFor('the announcement', async () => {
      return (await phone.currentPage()).query.id === event.article.id;
    });
    await expectNoErrors();
  });

  it('opens a shared card cold and sees the same article', async () => {
    const { items } = await endpoint.read<FeedPage>('/v1/articles');
    await open();
    await phone.tapText(items[2]?.title ?? '');
    await phone.waitForText('文章出处');
    // What can be asked for comes a moment after the article.
    await phone.waitForText(ASK);
    const seen = await phone.text();
    const card = await phone.share();
    await phone.close();

    const [path, query] = (card?.path ?? '').split('?');
    await open({ path: path?.replace(/^\//, '') ?? '', query: query ?? '', scene: 1007 });
    await phone.waitForText('发布时间');
    await phone.waitForText(items[2]?.title ?? '');
    await phone.waitForText(ASK);
    expect(toBody(await phone.text())).toBe(toBody(seen));
    expect(await phone.pageStack()).toEqual(['pages/article/index']);
    await expectNoErrors();
  });

  it('is told when there is no network, and goes on when there is', async () => {
    await open({ network: 'none' });
    await phone.waitForText('没有网络连接');
    await phone.setNetwork('wifi');
    await phone.waitFor('the feed', async () => {
      if ((await cardCount()) === 20) return true;
      if ((await phone.text()).includes('重试')) await phone.tapText('重试');
      return false;
    });
    await phone.waitForNoText('没有网络连接');
    await expectNoErrors();
  });

  it('keeps what is on the screen when a refresh fails', async () => {
    await open();
    await phone.waitFor('the feed', async () => (await cardCount()) === 20);
    await phone.setNetwork('none');
    await phone.pullDown();
    await phone.waitForText('没有网络连接');
    expect(await cardCount()).toBe(20);
  });

  it('reads an article of more than 800 paragraphs to its end', async () => {
    const { items } = await endpoint.read<FeedPage>('/v1/articles?channel=models');
    const articles = await Promise.all(
      items.map(({ id }) => endpoint.read<Article>(`/v1/articles/${id}`)),
    );
    const [longest] = articles.sort((a, b) => b.blocks.length - a.blocks.length);
    if (!longest || longest.blocks.length < 800) throw new Error('the sample has no long article');
    await open({ path: 'pages/article/index', query: `id=${longest.id}` });
    const lastBlock = longest.blocks.at(-1);
    const words =
      lastBlock?.kind === 'paragraph' ? lastBlock.spans.map((s) => s.text).join('') : '';
    await phone.waitFor('the last paragraph', async () => {
      await phone.scrollToBottom();
      return (await phone.text()).includes(words);
    });
    // WeChat's hard limit is 1 MB; over 256 KB it warns (docs/wechat.md, Performance).
    const bytes = (await phone.ledger()).map((entry) => entry.bytes);
    expect(Math.max(...bytes)).toBeLessThan(256 * 1024);
    await expectNoErrors();
  });
});

async function findAnnounced(ids: string[]) {
  for (const id of ids) {
    const event = await endpoint.read<{ title: string; article?: { id: string; title: string } }>(
      `/v1/events/${id}`,
    );
    if (event.article) return { title: event.title, article: event.article };
  }
  throw new Error('the sample has no announced event');
}

/** The page's own words: without the bars, whose buttons depend on how it was reached. */
const toBody = (text: string) => text.slice(text.indexOf('文章出处'));
