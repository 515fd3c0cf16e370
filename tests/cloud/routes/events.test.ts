import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { saveEvent } from '../../../cloud/store/save-event.ts';
import { toEventState } from '../../../rules/event-state.ts';
import type { EventPage } from '../../../types/event.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { makeArticleDraft, makeEventDraft } from '../../support/drafts.ts';

const HOUR_MS = 3_600_000;
const toMoment = (hours: number) => new Date(TEST_NOW + hours * HOUR_MS).toISOString();

/** Hours from now: start, end. */
const EVENTS: [string, number, number, 'scheduled' | 'postponed' | 'cancelled'][] = [
  ['明天', 24, 26, 'scheduled'],
  ['下周', 168, 170, 'postponed'],
  ['已取消', 48, 50, 'cancelled'],
  ['刚开始', 0, 2, 'scheduled'],
  ['持续一周', -72, 96, 'scheduled'],
  ['刚结束', -2, 0, 'scheduled'],
  ['上月', -720, -718, 'cancelled'],
  ['去年', -8760, -8758, 'scheduled'],
];

describe('events over HTTP', () => {
  let endpoint: TestApp;
  const readPage = async (query: string) =>
    (await endpoint.read(`/v1/events?${query}`)).body as EventPage;

  beforeAll(async () => {
    endpoint = await createTestApp();
    for (const [title, start, end, status] of EVENTS) {
      const draft = makeEventDraft({ key: title, title, status });
      const times = { startsAt: toMoment(start), endsAt: toMoment(end) };
      await saveEvent(endpoint.store, { ...draft, ...times }, TEST_NOW);
    }
  });
  afterAll(() => endpoint.drop());

  it.each([
    ['', ['明天', '已取消', '下周']],
    ['when=upcoming', ['明天', '已取消', '下周']],
    ['when=ongoing', ['持续一周', '刚开始']],
    ['when=past', ['刚结束', '上月', '去年']],
  ])('lists by time: %s', async (query, titles) => {
    const page = await readPage(query);
    expect(page.items.map(({ title }) => title)).toEqual(titles);
    expect(page.nextCursor).toBeNull();
    const one = await readPage(`${query}&limit=1`);
    expect(one.items.map(({ title }) => title)).toEqual(titles.slice(0, 1));
    const rest = await readPage(`${query}&cursor=${one.nextCursor}`);
    expect(rest.items.map(({ title }) => title)).toEqual(titles.slice(1));
  });

  it.each(['upcoming', 'ongoing', 'past'] as const)(
    'agrees with the rule that the mini-program applies: %s',
    async (when) => {
      const { items } = await readPage(`when=${when}`);
      for (const event of items) {
        const state = toEventState({ ...event, status: 'scheduled' }, TEST_NOW);
        expect(state).toBe(when);
      }
    },
  );

  it('carries the venue’s name on the card and the article on the page', async () => {
    const article = await saveArticle(endpoint.store, makeArticleDraft(), TEST_NOW);
    const draft = makeEventDraft({ key: 'announced', articleId: article.id });
    const { id } = await saveEvent(endpoint.store, draft, TEST_NOW);
    const { body } = await endpoint.read(`/v1/events/${id}`);
    expect(body).toMatchObject({ id, venue: draft.venue, article: { id: article.id } });
    const page = await readPage('');
    expect(page.items.find((event) => event.id === id)?.venueName).toBe(draft.venue.name);
  });

  it.each([
    [
      'an unknown state',
      '/v1/events?when=soon',
      400,
      '参数 when 应为 upcoming、ongoing 或 past 之一，只能出现一次。',
    ],
    [
      'two states',
      '/v1/events?when=past&when=past',
      400,
      '参数 when 应为 upcoming、ongoing 或 past 之一，只能出现一次。',
    ],
    ['an unknown id', '/v1/events/000000000000', 404, '内容不存在或已被移除，请返回列表查看。'],
  ])('answers %s with a problem', async (_name, path, status, detail) => {
    expect(await endpoint.read(path)).toMatchObject({ status, body: { status, detail } });
  });

  it('refuses the cursor of another list', async () => {
    const { nextCursor } = await readPage('when=past&limit=1');
    const { status } = await endpoint.read(`/v1/events?when=upcoming&cursor=${nextCursor}`);
    expect(status).toBe(400);
  });
});
