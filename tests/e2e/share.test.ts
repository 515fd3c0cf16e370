import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import type { FeedPage } from '../../types/article.ts';
import type { EventPage } from '../../types/event.ts';
import { launchers } from '../support/driver-launchers.ts';
import { DIST_DIR, type SampleEndpoint, startSampleEndpoint } from '../support/sample-endpoint.ts';

interface SharedPage {
  path: string;
  query: string;
  /** Words that stand on the page once it can be shared. */
  shows: string;
  title: string;
  /** Where the card leads, if not to the page itself. */
  leadsTo?: string;
}

/** The card of the program itself: for pages that show what belongs to one reader. */
const HOME = { query: '', title: '江门市妇女网', leadsTo: '/pages/home/index' };

let endpoint: SampleEndpoint;
let phone: Driver;
let shared: SharedPage[];

beforeAll(async () => {
  endpoint = await startSampleEndpoint();
  const [article] = (await endpoint.read<FeedPage>('/v1/articles')).items;
  const [event] = (await endpoint.read<EventPage>('/v1/events')).items;
  if (!article || !event) throw new Error('the sample is empty');
  shared = [
    { path: 'pages/home/index', query: '', shows: article.title, title: '江门市妇女网' },
    { path: 'pages/events/index', query: '', shows: event.title, title: '活动' },
    {
      path: 'pages/article/index',
      query: `id=${article.id}`,
      shows: '发布时间',
      title: article.title,
    },
    {
      path: 'pages/event/index',
      query: `id=${event.id}`,
      shows: event.venueName,
      title: event.title,
    },
    { path: 'pages/notices/index', shows: '收到的通知', ...HOME },
    { path: 'pages/mine/index', shows: '隐私说明', ...HOME },
  ];
});
afterAll(() => endpoint.stop());

it('every page of the program is in the table below', () => {
  const app = JSON.parse(readFileSync(`${DIST_DIR}/app.json`, 'utf8')) as { pages: string[] };
  expect(shared.map((page) => page.path).sort()).toEqual([...app.pages].sort());
});

describe.each(launchers)('sharing in $name', ({ launch }) => {
  afterEach(() => phone.close());

  it.each([0, 1, 2, 3, 4, 5])(
    'page %i gives a chat card, a timeline entry and a favourite that lead where they should',
    async (index) => {
      const page = shared[index];
      if (!page) throw new Error(`there is no page ${index}`);
      phone = await launch({ ...endpoint.launchSettings, path: page.path, query: page.query });
      await phone.waitForText(page.shows);

      const card = await phone.share();
      const address = page.query ? `/${page.path}?${page.query}` : `/${page.path}`;
      expect(card?.path).toBe(page.leadsTo ?? address);
      expect(card?.title).toContain(page.title);
      expect(card?.imageUrl).toBeTruthy();

      const entry = await phone.shareTimeline();
      expect(entry?.query ?? '').toBe(page.query);
      expect(entry?.title).toContain(page.title);
      expect(entry?.imageUrl).toBeTruthy();

      expect(await phone.addToFavorites()).toEqual(entry);
      expect(await phone.errors()).toEqual([]);
    },
  );
});
