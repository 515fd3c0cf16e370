import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import type { Article, FeedPage } from '../../types/article.ts';
import type { Event, EventPage } from '../../types/event.ts';
import { launchers } from '../support/driver-launchers.ts';
import { type SampleEndpoint, startSampleEndpoint } from '../support/sample-endpoint.ts';

let endpoint: SampleEndpoint;
let articles: Article[];
let events: Event[];
let phone: Driver;

beforeAll(async () => {
  endpoint = await startSampleEndpoint();
  const feed = await endpoint.read<FeedPage>('/v1/articles?limit=50');
  articles = await Promise.all(
    feed.items.map(({ id }) => endpoint.read<Article>(`/v1/articles/${id}`)),
  );
  const lists = await Promise.all(
    ['upcoming', 'past'].map((when) => endpoint.read<EventPage>(`/v1/events?when=${when}`)),
  );
  events = await Promise.all(
    lists.flatMap(({ items }) => items).map(({ id }) => endpoint.read<Event>(`/v1/events/${id}`)),
  );
});
afterAll(() => endpoint.stop());

function find<T>(items: T[], what: string, fits: (item: T) => boolean): T {
  const found = items.find(fits);
  if (!found) throw new Error(`the sample has no ${what}`);
  return found;
}

/** The first argument of the one call of a wx function; fails when there is none, or more. */
async function expectOneCall(name: string): Promise<Record<string, unknown>> {
  await phone.waitFor(`a call of ${name}`, async () => (await phone.calls(name)).length > 0);
  const calls = await phone.calls(name);
  expect(calls).toHaveLength(1);
  return calls[0]?.args[0] as Record<string, unknown>;
}

describe.each(launchers)('what a reader can do on a page, in $name', ({ launch }) => {
  const openArticle = async (article: Article) => {
    phone = await launch({
      ...endpoint.launchSettings,
      path: 'pages/article/index',
      query: `id=${article.id}`,
    });
    await phone.waitForText('文章出处');
  };
  const openEvent = async (event: Event) => {
    phone = await launch({
      ...endpoint.launchSettings,
      path: 'pages/event/index',
      query: `id=${event.id}`,
    });
    await phone.waitForText('主办');
  };
  afterEach(() => phone.close());

  it('opens an attachment, with the menu that lets it be sent on', async () => {
    const article = find(articles, 'attachment', ({ attachments }) => attachments.length > 0);
    const [attachment] = article.attachments;
    await openArticle(article);
    await phone.scrollToBottom();
    await phone.tapText(attachment?.name ?? '');
    const options = await expectOneCall('openDocument');
    expect(options).toMatchObject({ showMenu: true, fileType: attachment?.fileType });
    const [download] = await phone.calls('downloadFile');
    expect(JSON.stringify(download?.args)).toContain(attachment?.url);
  });

  it('shows a picture large, among the others of the article', async () => {
    const pictures = (article: Article) => article.blocks.filter(({ kind }) => kind === 'image');
    const article = find(articles, 'gallery', (item) => pictures(item).length > 1);
    await openArticle(article);
    await phone.tap('.picture-image');
    const options = await expectOneCall('previewImage');
    expect(options.urls).toHaveLength(pictures(article).length);
  });

  it('shows the way to an event, and calls its organiser, once however often it is tapped', async () => {
    const event = find(events, 'event with place and phone', ({ venue, phone: number }) =>
      Boolean(venue.latitude && number),
    );
    await openEvent(event);
    await Promise.all([phone.tapText('地图'), phone.tapText('地图')]);
    expect(await expectOneCall('openLocation')).toMatchObject({
      latitude: event.venue.latitude,
      longitude: event.venue.longitude,
      address: event.venue.address,
    });
    await Promise.all([phone.tapText('拨打'), phone.tapText('拨打')]);
    expect(await expectOneCall('makePhoneCall')).toMatchObject({ phoneNumber: event.phone });
    // Reached only from the synchronous part of a tap.
    expect(await phone.effects('phone')).toMatchObject([{ detail: { phoneNumber: event.phone } }]);
  });

  it('copies the address of an event without a position', async () => {
    const event = find(events, 'event without a position', ({ venue }) => !venue.latitude);
    await openEvent(event);
    await phone.tapText('复制');
    expect(String((await expectOneCall('setClipboardData')).data)).toContain(event.venue.address);
    // Reached only with the clipboard declared in the privacy guide.
    expect(await phone.effects('clipboard')).toHaveLength(1);
  });

  it('opens an article once, however often its card is tapped', async () => {
    phone = await launch(endpoint.launchSettings);
    const title = articles[3]?.title ?? '';
    await phone.waitForText(title);
    await Promise.all([phone.tapText(title), phone.tapText(title)].map((tap) => tap.catch(String)));
    await phone.waitForText('文章出处');
    expect(await phone.pageStack()).toEqual(['pages/home/index', 'pages/article/index']);
  });

  it('every control and picture carries a role and a label in the built templates', async () => {
    phone = await launch(endpoint.launchSettings);
    await phone.waitForText(articles[0]?.title ?? '');
    expect(await phone.attributes('.card')).toMatchObject({ role: 'link' });
    const cover = await phone.attributes('.card-cover');
    expect(cover).toMatchObject({ role: 'img' });
    expect(cover).toHaveProperty('aria-label');
    await phone.tap({ role: 'tab', name: '通知公告' });
    await phone.waitFor('the channel alone', async () => (await phone.text()).includes('改期'));
  });
});
