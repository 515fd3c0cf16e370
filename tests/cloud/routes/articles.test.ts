import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { saveEvent } from '../../../cloud/store/save-event.ts';
import type { Article, FeedPage } from '../../../types/article.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { EVERY_BLOCK, makeArticleDraft, makeEventDraft } from '../../support/drafts.ts';

describe('articles over HTTP', () => {
  let endpoint: TestApp;
  const save = (title: string, publishedAt: string, channelId = 'news') =>
    saveArticle(endpoint.store, makeArticleDraft({ title, publishedAt, channelId }), TEST_NOW);
  const readPage = async (query: string) => {
    const { body } = await endpoint.read(`/v1/articles?${query}`);
    return body as FeedPage;
  };
  const readTitles = async (query: string, toNext?: () => Promise<unknown>) => {
    const titles: string[] = [];
    let cursor: string | null = null;
    do {
      const page: FeedPage = await readPage(`${query}${cursor ? `&cursor=${cursor}` : ''}`);
      titles.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
      if (cursor) await toNext?.();
    } while (cursor);
    return titles;
  };

  beforeAll(async () => {
    endpoint = await createTestApp();
  });
  afterAll(() => endpoint.drop());

  it('pages through a channel newest first, each article once, while others arrive', async () => {
    // Five share one moment: only the id orders them.
    for (let day = 10; day < 25; day += 1)
      await save(`${day}日`, `2024-03-${Math.max(day, 15)}`, 'rights');
    await save('别的栏目', '2024-03-20', 'family');
    const before = await readTitles('channel=rights&limit=50');
    expect(before).toHaveLength(15);
    expect(before.slice(0, 9)).toEqual([24, 23, 22, 21, 20, 19, 18, 17, 16].map((d) => `${d}日`));
    let arrivals = 0;
    const during = await readTitles('channel=rights&limit=4', () => {
      arrivals += 1;
      return save(`新到${arrivals}`, '2025-01-01', 'rights');
    });
    expect(arrivals).toBe(3);
    expect(during).toEqual(before);
  });

  it('says that there is no next page when the last one is exactly full', async () => {
    await save('一', '2024-01-02', 'careers');
    await save('二', '2024-01-01', 'careers');
    expect((await readPage('channel=careers&limit=2')).nextCursor).toBeNull();
    expect((await readPage('channel=careers&limit=1')).nextCursor).not.toBeNull();
  });

  it('refuses the cursor of another list', async () => {
    await save('甲', '2024-01-02', 'family');
    await save('乙', '2024-01-01', 'family');
    const { nextCursor } = await readPage('channel=family&limit=1');
    const whole = await readPage('limit=1');
    const wrong = [
      `channel=notices&cursor=${nextCursor}`,
      `cursor=${nextCursor}`,
      `channel=family&cursor=${whole.nextCursor}`,
    ];
    for (const query of wrong) {
      expect(await endpoint.read(`/v1/articles?${query}`)).toMatchObject({
        status: 400,
        body: { detail: '参数 cursor 有误，请去掉它，从第一页重新读取。' },
      });
    }
    expect((await readPage(`channel=family&cursor=${nextCursor}`)).items).not.toEqual([]);
  });

  it('shows an empty channel as an empty page', async () => {
    expect(await endpoint.read('/v1/articles?channel=policy')).toEqual({
      status: 200,
      body: { items: [], pinned: [], nextCursor: null },
    });
  });

  it('gives 20 cards unless told otherwise', async () => {
    for (let n = 0; n < 21; n += 1) await save(`第${n}篇`, '2024-02-01', 'models');
    expect((await readPage('channel=models')).items).toHaveLength(20);
    expect((await readPage('channel=models&limit=50')).items).toHaveLength(21);
  });

  it('serves an article whole: every block, its channel, its address, its events in order', async () => {
    const draft = makeArticleDraft({
      title: '全文',
      channelId: 'notices',
      address: 'https://example.com/1',
      publishedAt: '2023-11-15T09:30:00+08:00',
      cover: { url: '/media/c.png', alt: '合影' },
      blocks: EVERY_BLOCK,
      attachments: [{ name: '表.xlsx', url: '/media/a.xlsx', fileType: 'xlsx', size: 3 }],
    });
    const { id } = await saveArticle(endpoint.store, draft, TEST_NOW);
    const later = makeEventDraft({ key: 'b', articleId: id });
    const sooner = { startsAt: '2026-12-01T09:00:00+08:00', endsAt: '2026-12-01T10:00:00+08:00' };
    const second = await saveEvent(endpoint.store, later, TEST_NOW);
    const first = await saveEvent(endpoint.store, { ...later, key: 'a', ...sooner }, TEST_NOW);
    const { body } = await endpoint.read(`/v1/articles/${id}`);
    const { events, ...article } = body as Article;
    expect(article).toEqual({
      id,
      state: 'published',
      channel: { id: 'notices', name: '通知公告' },
      title: '全文',
      summary: draft.summary,
      source: draft.source,
      publishedAt: draft.publishedAt,
      cover: draft.cover,
      blocks: EVERY_BLOCK,
      attachments: draft.attachments,
      originUrl: draft.address,
      readingMinutes: 1,
    });
    expect(events.map((event) => event.id)).toEqual([first.id, second.id]);
  });

  it('leaves out what an article does not have', async () => {
    const { id } = await save('朴素', '2023-11-15');
    const { body } = await endpoint.read(`/v1/articles/${id}`);
    expect(body).not.toHaveProperty('cover');
    expect(body).not.toHaveProperty('originUrl');
    expect(body).toMatchObject({ publishedAt: '2023-11-15', attachments: [], events: [] });
  });

  it.each([
    [
      'an unknown channel',
      '/v1/articles?channel=sports',
      404,
      '没有这个栏目，可用的栏目见 /v1/channels。',
    ],
    [
      'a channel that is none',
      '/v1/articles?channel=%00',
      404,
      '没有这个栏目，可用的栏目见 /v1/channels。',
    ],
    ['an unknown id', '/v1/articles/000000000000', 404, '内容不存在或已被移除，请返回列表查看。'],
    ['an id that is none', '/v1/articles/%00', 404, '内容不存在或已被移除，请返回列表查看。'],
    [
      'an endless id',
      `/v1/articles/${'a'.repeat(5000)}`,
      404,
      '内容不存在或已被移除，请返回列表查看。',
    ],
    [
      'a cursor that is none',
      '/v1/articles?cursor=x',
      400,
      '参数 cursor 有误，请去掉它，从第一页重新读取。',
    ],
    ['a limit of 0', '/v1/articles?limit=0', 400, '参数 limit 应为 1 到 50 的整数，只能出现一次。'],
    [
      'a limit of 51',
      '/v1/articles?limit=51',
      400,
      '参数 limit 应为 1 到 50 的整数，只能出现一次。',
    ],
    [
      'a limit beyond numbers',
      '/v1/articles?limit=1e400',
      400,
      '参数 limit 应为 1 到 50 的整数，只能出现一次。',
    ],
    [
      'a limit below numbers',
      '/v1/articles?limit=-1e400',
      400,
      '参数 limit 应为 1 到 50 的整数，只能出现一次。',
    ],
    ['a fraction', '/v1/articles?limit=1.5', 400, '参数 limit 应为 1 到 50 的整数，只能出现一次。'],
    [
      'an empty limit',
      '/v1/articles?limit=',
      400,
      '参数 limit 应为 1 到 50 的整数，只能出现一次。',
    ],
    [
      'two limits',
      '/v1/articles?limit=1&limit=2',
      400,
      '参数 limit 应为 1 到 50 的整数，只能出现一次。',
    ],
  ])('answers %s with a problem', async (_name, path, status, detail) => {
    expect(await endpoint.read(path)).toMatchObject({ status, body: { status, detail } });
  });
});

describe('articles whose files stand elsewhere', () => {
  let endpoint: TestApp;
  beforeAll(async () => {
    endpoint = await createTestApp({ mediaBaseUrl: 'https://cdn.example.com/f' });
  });
  afterAll(() => endpoint.drop());

  it('get the address of the files put before stored paths, and before nothing else', async () => {
    const FILES = 'https://cdn.example.com/f';
    const away = { kind: 'image' as const, url: 'https://example.com/media/a.png', alt: '' };
    const { id } = await saveArticle(
      endpoint.store,
      makeArticleDraft({
        cover: { url: '/media/c.png', alt: '' },
        blocks: [
          { kind: 'image', url: '/media/b.png', alt: '' },
          away,
          { kind: 'gallery', images: [{ url: '/media/b.png', alt: '' }, away] },
          { kind: 'video', url: '/media/v.mp4', text: '', poster: '/media/b.png' },
          { kind: 'audio', url: '/media/m.mp3', text: '' },
          { kind: 'attachment', text: '表', url: '/media/a.pdf', fileType: 'pdf' },
        ],
        attachments: [{ name: '表', url: '/media/a.pdf', fileType: 'pdf' }],
      }),
      TEST_NOW,
    );
    const event = await saveEvent(endpoint.store, makeEventDraft({ articleId: id }), TEST_NOW);
    const cover = { url: 'https://cdn.example.com/f/media/c.png', alt: '' };
    expect((await endpoint.read(`/v1/articles/${id}`)).body).toMatchObject({
      cover,
      blocks: [
        { url: `${FILES}/media/b.png` },
        away,
        { images: [{ url: `${FILES}/media/b.png` }, { url: away.url }] },
        { url: `${FILES}/media/v.mp4`, poster: `${FILES}/media/b.png` },
        { url: `${FILES}/media/m.mp3` },
        { url: `${FILES}/media/a.pdf` },
      ],
      attachments: [{ url: 'https://cdn.example.com/f/media/a.pdf' }],
    });
    expect((await endpoint.read('/v1/articles')).body).toMatchObject({ items: [{ cover }] });
    const { body } = await endpoint.read(`/v1/events/${event.id}`);
    expect(body).toMatchObject({ article: { cover } });
  });
});
