import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import type { Article, FeedPage } from '../../types/article.ts';
import type { Event, EventPage } from '../../types/event.ts';
import { launchers } from '../support/driver-launchers.ts';
import { DIST_DIR, type SampleEndpoint, startSampleEndpoint } from '../support/sample-endpoint.ts';

const TIMELINE = 1154;
const WAY_IN = '请先点屏幕下方的“前往小程序”';

interface TimelinePage {
  path: string;
  query: string;
  /** Words that stand on the page as soon as it can be read. */
  shows: string;
  /** What can be tapped and leads out of the page. */
  leadsOut: string[];
}

let endpoint: SampleEndpoint;
let phone: Driver;
let pages: TimelinePage[];

/** The first of the sample that has what the page is tested with. */
async function findOne<T extends { id: string }>(
  kind: 'articles' | 'events',
  cards: readonly { id: string }[],
  fits: (one: T) => boolean,
): Promise<T> {
  for (const { id } of cards) {
    const one = await endpoint.read<T>(`/v1/${kind}/${encodeURIComponent(id)}`);
    if (fits(one)) return one;
  }
  throw new Error(`the sample has no such ${kind}`);
}

beforeAll(async () => {
  endpoint = await startSampleEndpoint();
  const { items } = await endpoint.read<FeedPage>('/v1/articles?limit=20');
  const events = (await endpoint.read<EventPage>('/v1/events')).items;
  const [firstArticle] = items;
  const [firstEvent] = events;
  if (!firstArticle || !firstEvent) throw new Error('the sample is empty');
  const article = await findOne<Article>('articles', items, (one) => one.attachments.length > 0);
  const event = await findOne<Event>('events', events, (one) => one.phone !== undefined);
  const [attachment] = article.attachments;
  pages = [
    {
      path: 'pages/home/index',
      query: '',
      shows: firstArticle.title,
      leadsOut: [firstArticle.title],
    },
    {
      path: 'pages/events/index',
      query: '',
      shows: firstEvent.title,
      leadsOut: [firstEvent.title],
    },
    {
      path: 'pages/article/index',
      query: `id=${encodeURIComponent(article.id)}`,
      shows: '发布时间',
      leadsOut: [attachment?.name ?? '', ...(article.originUrl ? ['复制网站原文链接'] : [])],
    },
    {
      path: 'pages/event/index',
      query: `id=${encodeURIComponent(event.id)}`,
      shows: event.venue.name,
      leadsOut: ['拨打', event.venue.latitude === undefined ? '复制' : '地图'],
    },
    { path: 'pages/notices/index', query: '', shows: '您的通知在小程序里', leadsOut: [] },
    { path: 'pages/mine/index', query: '', shows: '隐私说明', leadsOut: [] },
  ];
});
afterAll(() => endpoint.stop());

it('every page of the program is in the table', () => {
  const app = JSON.parse(readFileSync(`${DIST_DIR}/app.json`, 'utf8')) as { pages: string[] };
  expect(pages.map((page) => page.path).sort()).toEqual([...app.pages].sort());
});

describe.each(launchers)('opened from the timeline in $name', ({ launch }) => {
  afterEach(() => phone.close());

  it.each([0, 1, 2, 3, 4, 5])(
    'page %i is readable, and says where the way in is',
    async (index) => {
      const page = pages[index];
      if (!page) throw new Error(`there is no page ${index}`);
      phone = await launch({
        ...endpoint.launchSettings,
        path: page.path,
        query: page.query,
        scene: TIMELINE,
      });
      await phone.waitForText(page.shows);
      expect(await phone.errors()).toEqual([]);
      expect(await phone.count('.phone-tab')).toBe(0);

      for (const words of page.leadsOut) {
        await phone.tapText(words);
        await phone.waitForText(WAY_IN);
        expect(await phone.pageStack()).toEqual([page.path]);
        await phone.waitForNoText(WAY_IN);
      }
      expect(await phone.effects()).toEqual([]);
      expect(await phone.errors()).toEqual([]);
    },
  );

  it('前往小程序 opens the same page in the program, where everything works', async () => {
    const { path, query, shows } = pages[2] as TimelinePage;
    phone = await launch({ ...endpoint.launchSettings, path, query, scene: TIMELINE });
    await phone.waitForText(shows);
    await phone.tapText('前往小程序');
    await phone.waitForText(shows);
    await phone.waitForNoText('前往小程序');
    expect((await phone.currentPage()).path).toBe(path);
    expect(await phone.errors()).toEqual([]);
  });
});
