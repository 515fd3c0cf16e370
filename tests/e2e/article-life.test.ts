import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import type { FeedPage } from '../../types/article.ts';
import type { ArticleCard } from '../../types/article-card.ts';
import { TEST_NOW } from '../support/app.ts';
import { runArticleCommand } from '../support/article-command.ts';
import { launchers } from '../support/driver-launchers.ts';
import { type SampleEndpoint, startSampleEndpoint } from '../support/sample-endpoint.ts';

let endpoint: SampleEndpoint;
let phone: Driver;
let cards: ArticleCard[];

const run = async (...words: string[]) => {
  const { code, err } = await runArticleCommand(endpoint.store, words, TEST_NOW);
  if (code !== 0) throw new Error(err);
};

beforeAll(async () => {
  endpoint = await startSampleEndpoint();
  ({ items: cards } = await endpoint.read<FeedPage>('/v1/articles?limit=50'));
});
afterAll(() => endpoint.stop());

function pick(index: number): ArticleCard {
  const card = cards[index];
  if (!card) throw new Error(`the sample has less than ${index + 1} articles`);
  return card;
}

const count = (text: string, words: string) => text.split(words).length - 1;

describe.each(launchers.filter(({ name }) => name === 'jsdom'))('in $name', ({ launch }) => {
  const openArticle = async (id: string) => {
    const page = { path: 'pages/article/index', query: `id=${id}` };
    phone = await launch({ ...endpoint.launchSettings, ...page });
  };
  afterEach(async () => {
    expect((await phone.errors()).filter(({ level }) => level === 'error')).toEqual([]);
    await phone.close();
  });

  it('a withdrawn article says why, offers the newest of its channel, and leads home', async () => {
    const { id, title, channelId } = pick(1);
    const { blocks } = await endpoint.read<{ blocks: { spans?: { text: string }[] }[] }>(
      `/v1/articles/${id}`,
    );
    await run('withdraw', id, '--reason', '日期有误，另行通知');
    const feed = await endpoint.read<FeedPage>(`/v1/articles?channel=${channelId}`);
    await openArticle(id);
    await phone.waitForText('这篇文章已撤回');
    await phone.waitForText('这个栏目的最新文章');
    const text = await phone.text();
    expect(text).toContain(title);
    expect(text).toContain('日期有误，另行通知（2026-11-23 10:00）');
    for (const card of feed.items.slice(0, 3)) expect(text).toContain(card.title);
    const words = blocks.flatMap(({ spans = [] }) => spans.map((span) => span.text));
    expect(text).not.toContain(words.sort((a, b) => b.length - a.length)[0] ?? title);
    expect((await phone.share())?.title).toBe(`已撤回｜${title}`);
    await phone.tapText('取消');
    await phone.tapText('返回首页');
    await phone.waitForText('与您同行');
    await phone.waitForText(feed.items[0]?.title ?? '');
    expect(await phone.text()).not.toContain(title);
  });

  it('an expired article says so above its text, on its card and when it is shared', async () => {
    const { id, title } = pick(2);
    await run('expire', id, '--at', '2026-11-22');
    await openArticle(id);
    await phone.waitForText('已过期：2026-11-22');
    expect(await phone.text()).toContain('文章出处');
    expect((await phone.share())?.title).toBe(`已过期｜${title}`);
    await phone.close();
    phone = await launch(endpoint.launchSettings);
    await phone.waitForText(title);
    expect(count(await phone.text(), '已过期')).toBe(1);
  });

  it('what is pinned stands first and once, also where its channel has nothing else', async () => {
    const [first, last] = [pick(5), pick(cards.length - 1)];
    await run('pin', last.id);
    phone = await launch(endpoint.launchSettings);
    await phone.waitForText('置顶');
    const text = await phone.text();
    expect(count(text, '置顶')).toBe(1);
    expect(count(text, last.title)).toBe(1);
    expect(text.indexOf(last.title)).toBeLessThan(text.indexOf(first.title));
  });
});
