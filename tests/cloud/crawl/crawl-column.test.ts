import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { crawlColumn } from '../../../cloud/crawl/crawl-column.ts';
import {
  CRAWL_LIMITS,
  type CrawlEvent,
  type CrawlLimits,
} from '../../../cloud/crawl/crawl-parts.ts';
import { reasons } from '../../../cloud/importer/words.ts';
import {
  type ColumnChoices,
  type CrawlColumn,
  listColumns,
  listDueColumns,
  removeColumn,
  saveColumn,
} from '../../../cloud/store/crawl-columns.ts';
import { takeCrawlLease } from '../../../cloud/store/crawl-lease.ts';
import { listTroubles } from '../../../cloud/store/crawl-pages.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { directReader } from '../../support/direct-reader.ts';
import { articleHtml, type ListSite, listHtml, startListSite } from '../../support/list-site.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = Date.parse('2026-11-23T10:00:00+08:00');

let database: TestDatabase;
let site: ListSite;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  site = await startListSite();
});
afterEach(async () => {
  const { db } = database.store;
  await db.deleteFrom('crawl_columns').execute();
  await db.deleteFrom('articles').execute();
  await site.stop();
});

/** Fills the site: `lists` pages with `each` articles, a day between two of them. */
function fill(lists: number, each: number): void {
  const toDate = (at: number) => new Date(NOW - at * 24 * 60 * MINUTE).toISOString().slice(0, 10);
  for (let list = 0; list < lists; list += 1) {
    const links = Array.from({ length: each }, (_, index) => {
      const at = list * each + index;
      const title = `第 ${at} 篇文章的标题`;
      site.pages.set(`/t${at}.html`, articleHtml(title, toDate(at)));
      return { path: `/t${at}.html`, title, date: toDate(at) };
    });
    const next = list + 1 < lists ? `<a href="/list${list + 1}.html">下一页</a>` : '';
    site.pages.set(`/list${list}.html`, listHtml(links, next));
  }
}

const DEFAULTS: ColumnChoices = {
  ...{ channelId: 'news', site: undefined, since: undefined },
  ...{ maxListPages: 5, everyMinutes: 60 },
};
const save = (choices: Partial<ColumnChoices> = {}) =>
  saveColumn(database.store, `${site.origin}/list0.html`, choices, DEFAULTS, NOW);

interface Watched {
  end: string;
  events: CrawlEvent[];
  slept: number[];
}

async function crawl(
  column: CrawlColumn,
  now = NOW,
  limits: Partial<CrawlLimits> = {},
): Promise<Watched> {
  const events: CrawlEvent[] = [];
  const slept: number[] = [];
  const lease = await takeCrawlLease(database.store, 60_000);
  if (lease === undefined) throw new Error('somebody else crawls');
  const end = await crawlColumn(
    column,
    {
      ...{ store: database.store, now: () => now },
      sleep: async (ms) => {
        slept.push(ms);
      },
      limits: { ...CRAWL_LIMITS, ...limits },
      tell: (event) => events.push(event),
      signal: new AbortController().signal,
      reader: directReader,
      fetchOptions: { allowedHosts: new Set([site.host]), timeoutMs: 5_000 },
    },
    lease,
  );
  await lease.release();
  return { end, events, slept };
}

const kinds = ({ events }: Watched) => events.map(({ kind }) => kind);
const askedFor = () => {
  const paths = site.asked.map(({ path }) => path);
  site.asked = [];
  return paths;
};
const readQueue = () =>
  database.store.db
    .selectFrom('crawl_pages')
    .select(['address', 'state', 'attempts', 'reason', 'due_at'])
    .where('state', '<>', 'done')
    .orderBy('position')
    .execute();

describe('a run', () => {
  it('reads robots.txt, the list pages, then the articles, newest first, and waits between', async () => {
    fill(2, 3);
    site.pages.set('/robots.txt', 'User-agent: *\nCrawl-delay: 7');
    const run = await crawl(await save());
    expect(run.end).toBe('ended');
    expect(askedFor()).toEqual(
      '/robots.txt /list0.html /list1.html /t0.html /t1.html /t2.html /t3.html /t4.html /t5.html'.split(
        ' ',
      ),
    );
    expect(run.slept).toEqual(Array.from({ length: 8 }, () => 7_000));
    expect(kinds(run)).toEqual(['list', 'list', ...Array.from({ length: 6 }, () => 'created')]);
  });

  it('reads on behind something new only, and asks for an unchanged list on condition', async () => {
    fill(3, 3);
    const column = await save();
    await crawl(column);
    askedFor();
    const again = await crawl(column, NOW + 60 * MINUTE);
    expect(askedFor()).toEqual(['/robots.txt', '/list0.html']);
    expect(kinds(again)).toEqual(['same']);
    site.pages.set('/new/202611/t9.html', articleHtml('一篇新文章的标题', '2026-11-24'));
    const links = [{ path: '/new/202611/t9.html', title: '一篇新文章的标题', date: '2026-11-24' }];
    const known = { path: '/t0.html', title: '第 0 篇文章的标题', date: '2026-11-23' };
    site.pages.set(
      '/list0.html',
      listHtml(
        [...links, known, { ...known, path: '/t1.html' }],
        '<a href="/list1.html">下一页</a>',
      ),
    );
    const third = await crawl(column, NOW + 120 * MINUTE);
    expect(askedFor()).toEqual([
      '/robots.txt',
      '/list0.html',
      '/list1.html',
      '/new/202611/t9.html',
    ]);
    expect(kinds(third)).toEqual(['list', 'same', 'created']);
  });

  it('reads no more list pages and no more articles than it may', async () => {
    fill(4, 3);
    const column = await save({ maxListPages: 2 });
    const run = await crawl(column, NOW, { maxArticles: 4 });
    expect(run.end).toBe('bounded');
    expect(askedFor()).toEqual(
      '/robots.txt /list0.html /list1.html /t0.html /t1.html /t2.html /t3.html'.split(' '),
    );
    expect(kinds(await crawl(column, NOW + 60 * MINUTE))).toEqual(['same', 'created', 'created']);
  });

  it('leaves alone what is earlier than wanted, and stops where all is', async () => {
    fill(4, 3);
    const run = await crawl(await save({ since: '2026-11-20' }));
    expect(kinds(run)).toEqual(['list', 'list', 'created', 'created', 'created', 'created']);
    expect(askedFor()).not.toContain('/list2.html');
  });

  it('goes in a circle no longer than there is something new', async () => {
    fill(1, 3);
    site.pages.set(
      '/list0.html',
      (site.pages.get('/list0.html') as string).replace(
        '</body>',
        '<a href="/list9.html">下一页</a></body>',
      ),
    );
    site.pages.set(
      '/list9.html',
      (site.pages.get('/list0.html') as string).replace('/list9', '/list0'),
    );
    await crawl(await save({ maxListPages: 100 }));
    expect(askedFor().slice(0, 4)).toEqual([
      '/robots.txt',
      '/list0.html',
      '/list9.html',
      '/t0.html',
    ]);
  });

  it('asks for nothing that robots.txt forbids, before and after a redirect', async () => {
    fill(1, 4);
    site.pages.set('/robots.txt', 'User-agent: *\nDisallow: /t1\nDisallow: /secret');
    site.pages.set('/t2.html', (_request, response) =>
      response.writeHead(302, { location: '/secret/1.html' }).end(),
    );
    site.pages.set('/secret/1.html', articleHtml('秘密文章的标题', '2026-11-23'));
    const run = await crawl(await save());
    expect(kinds(run)).toEqual(['list', 'created', 'failed', 'failed', 'created']);
    expect(askedFor()).not.toContain('/t1.html');
    expect((await readQueue()).map(({ reason }) => reason)).toEqual([
      reasons.robotsForbids,
      reasons.robotsForbids,
    ]);
  });

  it('does not begin while robots.txt can not be read, and begins later', async () => {
    fill(1, 3);
    site.pages.set('/robots.txt', (_request, response) => response.writeHead(503).end());
    const column = await save();
    expect((await crawl(column)).end).toBe('postponed');
    expect(askedFor()).toEqual(['/robots.txt']);
    expect(await listDueColumns(database.store, NOW + 29 * MINUTE)).toEqual([]);
    expect(await listDueColumns(database.store, NOW + 30 * MINUTE)).toHaveLength(1);
    site.pages.delete('/robots.txt');
    expect((await crawl(column, NOW + 30 * MINUTE)).end).toBe('ended');
  });
});

describe('a page that fails', () => {
  it('is tried again later, five times, and then reported', async () => {
    fill(1, 3);
    site.pages.set('/t1.html', (_request, response) => response.writeHead(500).end());
    const column = await save();
    expect(kinds(await crawl(column))).toEqual(['list', 'created', 'again', 'created']);
    let at = NOW;
    const ends: string[] = [];
    for (const pause of [5, 15, 60, 240]) {
      const [waiting] = await readQueue();
      expect(waiting?.due_at.getTime()).toBe(at + pause * MINUTE);
      at += pause * MINUTE;
      expect(kinds(await crawl(column, at - 1))).not.toContain('again');
      ends.push(...kinds(await crawl(column, at)).filter((kind) => kind !== 'same'));
    }
    expect(ends).toEqual(['again', 'again', 'again', 'failed']);
    expect(await readQueue()).toMatchObject([
      { state: 'failed', attempts: 5, reason: reasons.status(500) },
    ]);
    expect(await listColumns(database.store)).toMatchObject([{ done: 2, waiting: 0, failed: 1 }]);
    askedFor();
    await crawl(column, at + DAY - 1);
    expect(askedFor()).not.toContain('/t1.html');
  });

  it('is tried again after a day where a list still has it, changed or not', async () => {
    fill(3, 3);
    const html = site.pages.get('/t7.html') as string;
    site.pages.delete('/t7.html');
    const column = await save();
    expect(kinds(await crawl(column)).filter((kind) => kind === 'failed')).toHaveLength(1);
    site.pages.set('/t7.html', html);
    askedFor();
    await crawl(column, NOW + 60 * MINUTE);
    expect(askedFor()).toEqual(['/robots.txt', '/list0.html']);
    const later = await crawl(column, NOW + DAY);
    expect(askedFor()).toEqual(expect.arrayContaining(['/list1.html', '/list2.html', '/t7.html']));
    expect(kinds(later).filter((kind) => kind === 'created')).toHaveLength(1);
    expect(await readQueue()).toEqual([]);
  });

  it('that no list has any more makes it read whole once a day, not with every run', async () => {
    fill(2, 3);
    site.pages.delete('/t5.html');
    const column = await save();
    await crawl(column);
    const last = site.pages.get('/list1.html') as string;
    site.pages.set('/list1.html', last.replace(/<li><a href="\/t5.*?<\/li>/, ''));
    const asked: boolean[] = [];
    for (const at of [60 * MINUTE, DAY, DAY + 60 * MINUTE, 2 * DAY]) {
      askedFor();
      await crawl(column, NOW + at);
      const paths = askedFor();
      expect(paths).not.toContain('/t5.html');
      asked.push(paths.includes('/list1.html'));
    }
    expect(asked).toEqual([false, true, false, true]);
  });

  it.each([403, 404])('with %s is still a known article, and asked for again', async (status) => {
    fill(1, 3);
    const column = await save();
    await crawl(column);
    const html = site.pages.get('/t1.html') as string;
    site.pages.set('/t1.html', (_request, response) => response.writeHead(status).end());
    const run = await crawl(column, NOW + DAY);
    expect(kinds(run)).toEqual(['same', 'same', 'failed', 'same']);
    expect(await listColumns(database.store)).toMatchObject([{ done: 3, waiting: 0, failed: 0 }]);
    expect(await listTroubles(database.store, column)).toMatchObject([
      { reason: reasons.status(status) },
    ]);
    site.pages.set('/t1.html', html.replace('正文。', '更正。'));
    expect(kinds(await crawl(column, NOW + 2 * DAY))).toContain('updated');
    expect(await listTroubles(database.store, column)).toEqual([]);
  });

  it('waits for as long as the site asks', async () => {
    fill(1, 3);
    site.pages.set('/t1.html', (_request, response) =>
      response.writeHead(429, { 'retry-after': '3600' }).end(),
    );
    await crawl(await save());
    expect((await readQueue())[0]?.due_at.getTime()).toBe(NOW + 60 * MINUTE);
  });

  it.each([
    ['gone', 404, 'text/html', '', reasons.status(404)],
    ['no page', 200, 'image/png', 'x', reasons.contentType('image/png')],
    ['no article', 200, 'text/html', '<h1 class="title">题目</h1><p>正文</p>', reasons.noDate],
  ])(
    'is not tried again where that is of no use: %s',
    async (_name, status, type, html, reason) => {
      fill(1, 3);
      site.pages.set('/t1.html', (_request, response) =>
        response.writeHead(status, { 'content-type': type }).end(html),
      );
      expect(kinds(await crawl(await save()))).toEqual(['list', 'created', 'failed', 'created']);
      expect(await readQueue()).toMatchObject([{ state: 'failed', reason }]);
    },
  );

  it('and the next ones too: the site is left alone, and the run goes on later', async () => {
    fill(1, 9);
    for (let at = 1; at < 9; at += 1) {
      site.pages.set(`/t${at}.html`, (_request, response) => response.destroy());
    }
    const column = await save();
    const run = await crawl(column);
    expect(run.end).toBe('postponed');
    expect(kinds(run)).toEqual([
      'list',
      'created',
      ...Array.from({ length: 5 }, () => 'again'),
      'postponed',
    ]);
    fill(1, 9);
    const later = await crawl(column, NOW + 30 * MINUTE);
    expect(kinds(later)).toEqual(Array.from({ length: 8 }, () => 'created'));
  });

  it('is asked for again at once when it was the list', async () => {
    fill(1, 3);
    const html = site.pages.get('/list0.html') as string;
    site.pages.set('/list0.html', (_request, response) => response.writeHead(404).end());
    const column = await save();
    expect(kinds(await crawl(column))).toEqual(['failed']);
    site.pages.set('/list0.html', html);
    expect(kinds(await crawl(column, NOW + 60 * MINUTE))).toEqual([
      'list',
      'created',
      'created',
      'created',
    ]);
  });
});

describe('a column', () => {
  it('is due at once, then after its time, and not by itself without one', async () => {
    fill(1, 3);
    const column = await save({ everyMinutes: 90 });
    expect(await listDueColumns(database.store, NOW)).toHaveLength(1);
    await crawl(column);
    expect(await listDueColumns(database.store, NOW + 89 * MINUTE)).toEqual([]);
    expect(await listDueColumns(database.store, NOW + 90 * MINUTE)).toHaveLength(1);
    await removeColumn(database.store, column.address);
    await save({ everyMinutes: undefined });
    expect(await listDueColumns(database.store, NOW + 9_999 * MINUTE)).toEqual([]);
  });

  it('keeps what is not chosen anew, and its articles keep their channel', async () => {
    fill(1, 3);
    await save({ channelId: 'family', since: '2026-01-01' });
    const column = await save({ maxListPages: 9 });
    expect(column).toMatchObject({ channel_id: 'family', since: '2026-01-01', max_list_pages: 9 });
    await crawl(column);
    const { db } = database.store;
    await db.updateTable('articles').set({ channel_id: 'rights' }).execute();
    site.pages.set('/t0.html', articleHtml('第 0 篇文章的标题', '2026-11-23', '更正。'));
    const run = await crawl(column, NOW + 24 * 60 * MINUTE);
    expect(kinds(run)).toEqual(['same', 'updated', 'same', 'same']);
    const rows = await db.selectFrom('articles').select('channel_id').distinct().execute();
    expect(rows).toEqual([{ channel_id: 'rights' }]);
  });

  it('is asked by one process at a time', async () => {
    const first = await takeCrawlLease(database.store, 60_000);
    expect(await takeCrawlLease(database.store, 60_000)).toBeUndefined();
    await first?.release();
    const dead = await takeCrawlLease(database.store, 0);
    const second = await takeCrawlLease(database.store, 60_000);
    expect(second).toBeDefined();
    expect(await dead?.renew()).toBe(false);
    await dead?.release();
    expect(await takeCrawlLease(database.store, 60_000)).toBeUndefined();
    await second?.release();
  });
});
