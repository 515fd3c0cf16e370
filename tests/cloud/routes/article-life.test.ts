import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Value } from 'typebox/value';
import type { LifeCommand } from '../../../cloud/domain/article-changes.ts';
import { CACHE_POLICIES } from '../../../cloud/http/caching.ts';
import { changeLife } from '../../../cloud/store/change-article.ts';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { saveEvent } from '../../../cloud/store/save-event.ts';
import { DAY_MS } from '../../../rules/utc8.ts';
import { Article, type FeedPage } from '../../../types/article.ts';
import type { Event } from '../../../types/event.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { EVERY_BLOCK, makeArticleDraft, makeEventDraft } from '../../support/drafts.ts';

const HOUR_MS = DAY_MS / 24;
let endpoint: TestApp;
let made = 0;

/** Saves an article of its own day and takes it through commands. */
async function make(commands: LifeCommand[] = [], { asDraft = false, channelId = 'news' } = {}) {
  made += 1;
  const draft = makeArticleDraft({
    ...{ title: `第${made}篇`, channelId, blocks: EVERY_BLOCK, address: `https://a.test/${made}` },
    publishedAt: `2024-01-${String(made).padStart(2, '0')}`,
    cover: { url: '/media/c.png', alt: '合影' },
    attachments: [{ name: '表', url: '/media/a.pdf', fileType: 'pdf' }],
  });
  const { id } = await saveArticle(endpoint.store, draft, TEST_NOW, { by: '', from: '', asDraft });
  for (const command of commands) {
    const context = { by: '', from: '', note: '', now: TEST_NOW };
    const { kind } = await changeLife(endpoint.store, id, command, context);
    if (kind !== 'changed') throw new Error(`${command.kind}: ${kind}`);
  }
  return id;
}
const readFeed = async (query = '') =>
  (await endpoint.read(`/v1/articles${query}`)).body as FeedPage;
const toIds = (cards: readonly { id: string }[] = []) => cards.map(({ id }) => id);

beforeAll(async () => {
  endpoint = await createTestApp();
});
afterAll(() => endpoint.drop());
beforeEach(async () => {
  made = 0;
  endpoint.setNow(TEST_NOW);
  await endpoint.store.db.deleteFrom('events').execute();
  await endpoint.store.db.deleteFrom('articles').execute();
});

describe('what readers are told of an article', () => {
  const plan: LifeCommand = { kind: 'schedule', at: TEST_NOW + HOUR_MS };
  it.each<[string, LifeCommand[], boolean, number, string | undefined]>([
    ['draft', [], true, 404, undefined],
    ['scheduled', [plan], true, 404, undefined],
    ['published', [], false, 200, 'published'],
    ['expired', [{ kind: 'expire', at: TEST_NOW }], false, 200, 'expired'],
    ['withdrawn', [{ kind: 'withdraw', reason: '日期有误' }], false, 200, 'withdrawn'],
  ])('%s', async (state, commands, asDraft, status, told) => {
    const id = await make(commands, { asDraft });
    const event = await saveEvent(endpoint.store, makeEventDraft({ articleId: id }), TEST_NOW);
    const answer = await endpoint.read(`/v1/articles/${id}`);
    expect([answer.status, (answer.body as Article).state]).toEqual([status, told]);
    const isListed = told === 'published' || told === 'expired';
    const { items } = await readFeed();
    expect(items).toMatchObject(isListed ? [{ id }] : []);
    expect(items[0]?.expired).toBe(state === 'expired' ? true : undefined);
    const about = (await endpoint.read(`/v1/events/${event.id}`)).body as Event;
    expect(about.article?.id).toBe(isListed ? id : undefined);
  });

  it('a withdrawn one: its title and the reason, and nothing else of it', async () => {
    const id = await make([{ kind: 'withdraw', reason: '日期有误' }]);
    await saveEvent(endpoint.store, makeEventDraft({ articleId: id }), TEST_NOW);
    const { body } = await endpoint.read(`/v1/articles/${id}`);
    expect(Value.Check(Article, body)).toBe(true);
    expect(body).toEqual({
      ...{ id, state: 'withdrawn', title: '第1篇', source: '江门市妇联' },
      channel: { id: 'news', name: '妇联动态' },
      publishedAt: '2024-01-01',
      withdrawal: { reason: '日期有误', at: new Date(TEST_NOW).toISOString() },
      ...{ summary: '', blocks: [], attachments: [], events: [] },
    });
  });

  it('changes by the clock alone', async () => {
    const end = TEST_NOW + 2 * HOUR_MS;
    const id = await make([plan, { kind: 'expire', at: end }], { asDraft: true });
    const states: unknown[] = [];
    for (const at of [plan.at - 1, plan.at, end - 1, end]) {
      endpoint.setNow(at);
      const { status, body } = await endpoint.read(`/v1/articles/${id}`);
      const [card] = (await readFeed()).items;
      states.push([status, (body as Article).state, card?.id, card?.expired]);
    }
    expect(states).toEqual([
      [404, undefined, undefined, undefined],
      [200, 'published', id, undefined],
      [200, 'published', id, undefined],
      [200, 'expired', id, true],
    ]);
  });
});

describe('what is pinned', () => {
  const pin: LifeCommand = { kind: 'pin', until: null };

  it('stands on the first page, the newest pin first, at most five, for all and by channel', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      const id = await make([], { channelId: n === 2 ? 'rights' : 'news' });
      const context = { by: '', from: '', note: '', now: TEST_NOW + n };
      await changeLife(endpoint.store, id, pin, context);
      ids.push(id);
    }
    const newest = [...ids].reverse();
    const page = await readFeed('?limit=3');
    expect(toIds(page.pinned)).toEqual(newest.slice(0, 5));
    expect(toIds(page.items)).toEqual(newest.slice(0, 3));
    expect(toIds((await readFeed('?channel=rights')).pinned)).toEqual([ids[2]]);
    expect((await readFeed('?channel=family')).pinned).toEqual([]);
    const second = await readFeed(`?limit=3&cursor=${page.nextCursor}`);
    expect(second).not.toHaveProperty('pinned');
    expect(toIds(second.items)).toEqual(newest.slice(3, 6));
  });

  it('comes down when its time, or the article’s, is over', async () => {
    const until = await make([{ kind: 'pin', until: TEST_NOW + 1 }]);
    const over = await make([pin, { kind: 'expire', at: TEST_NOW + 2 }]);
    await make([pin, { kind: 'withdraw', reason: '有误' }]);
    const seen: string[][] = [];
    for (const after of [0, 1, 2]) {
      endpoint.setNow(TEST_NOW + after);
      seen.push(toIds((await readFeed()).pinned).sort());
    }
    expect(seen).toEqual([[until, over].sort(), [over], []]);
  });
});

describe('a withdrawal reaches readers within three minutes', () => {
  it.each(['list', 'item'] as const)('in the caches of a %s', (name) => {
    const { maxAge, sharedMaxAge, staleWhileRevalidate } = CACHE_POLICIES[name];
    const inNetwork = sharedMaxAge + staleWhileRevalidate;
    expect(inNetwork + maxAge + staleWhileRevalidate).toBeLessThanOrEqual(180);
  });

  it('and is no longer named as it was', async () => {
    const id = await make();
    const read = (headers = {}) => endpoint.app.inject({ url: `/v1/articles/${id}`, headers });
    const { etag } = (await read()).headers;
    const known = { 'if-none-match': String(etag) };
    expect((await read(known)).statusCode).toBe(304);
    const context = { by: '', from: '', note: '', now: TEST_NOW };
    await changeLife(endpoint.store, id, { kind: 'withdraw', reason: '有误' }, context);
    const answer = await read(known);
    expect([answer.statusCode, answer.json<Article>().state]).toEqual([200, 'withdrawn']);
    expect(answer.headers['cache-control']).toBe(
      'public, max-age=30, s-maxage=60, stale-while-revalidate=30',
    );
  });
});
