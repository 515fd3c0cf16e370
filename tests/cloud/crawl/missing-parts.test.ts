import type { RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { crawlColumn } from '../../../cloud/crawl/crawl-column.ts';
import { CRAWL_LIMITS, type CrawlEvent } from '../../../cloud/crawl/crawl-parts.ts';
import { PAGE_LIMITS } from '../../../cloud/importer/media/limits.ts';
import { type CrawlColumn, saveColumn } from '../../../cloud/store/crawl-columns.ts';
import { type CrawlLease, takeCrawlLease } from '../../../cloud/store/crawl-lease.ts';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { directReader } from '../../support/direct-reader.ts';
import { articleHtml, type ListSite, listHtml, startListSite } from '../../support/list-site.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const TITLE = '一篇有两页的文章';

let database: TestDatabase;
let site: ListSite;
let column: CrawlColumn;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  site = await startListSite();
  const link = { path: '/t0.html', title: TITLE, date: '2026-11-23' };
  site.pages.set('/list.html', listHtml([link]));
  column = await saveColumn(
    database.store,
    `${site.origin}/list.html`,
    {},
    {
      ...{ channelId: 'news', site: undefined, since: undefined },
      ...{ maxListPages: 5, everyMinutes: 60 },
    },
    NOW,
  );
});
afterEach(async () => {
  const { db } = database.store;
  await db.deleteFrom('crawl_columns').execute();
  await db.deleteFrom('articles').execute();
  await site.stop();
});

/** `renew` in place of the lease's own. */
async function crawl(
  now = NOW,
  signal = new AbortController().signal,
  renew?: CrawlLease['renew'],
) {
  const events: CrawlEvent[] = [];
  const lease = await takeCrawlLease(database.store, 60_000);
  if (lease === undefined) throw new Error('somebody else crawls');
  const end = await crawlColumn(
    column,
    {
      ...{ store: database.store, now: () => now, sleep: async () => undefined },
      ...{ limits: CRAWL_LIMITS, tell: (event) => events.push(event), signal },
      reader: directReader,
      fetchOptions: { allowedHosts: new Set([site.host]), timeoutMs: 5_000 },
    },
    renew === undefined ? lease : { ...lease, renew },
  );
  await lease.release();
  return { end, kinds: events.map(({ kind }) => kind) };
}

const readBlocks = async () => {
  const rows = await database.store.db.selectFrom('articles').select('blocks').execute();
  return rows.map(({ blocks }) => JSON.stringify(blocks));
};

const page = (body: string) => articleHtml(TITLE, '2026-11-23', body);
const first = () =>
  page('开头。').replace('</body>', '<div><a href="/t0_2.html">下一页</a></div></body>');

describe('a further page that does not come', () => {
  it('lets the article wait; the next try brings it whole', async () => {
    site.pages.set('/t0.html', first());
    site.pages.set('/t0_2.html', (_request, response) => response.writeHead(503).end());
    expect((await crawl()).kinds).toEqual(['list', 'again']);
    expect(await readBlocks()).toEqual([]);
    site.pages.set('/t0_2.html', page('结尾。'));
    expect((await crawl(NOW + 5 * MINUTE)).kinds).toEqual(['same', 'created']);
    expect(await readBlocks()).toEqual([expect.stringMatching(/开头。.*结尾。/)]);
  });

  it('is done without after the last try, where the article is new', async () => {
    site.pages.set('/t0.html', first());
    site.pages.set('/t0_2.html', (_request, response) => response.destroy());
    const kinds = [];
    let at = NOW;
    for (const pause of [0, 5, 15, 60, 240]) {
      at += pause * MINUTE;
      kinds.push((await crawl(at)).kinds.at(-1));
    }
    expect(kinds).toEqual(['again', 'again', 'again', 'again', 'created']);
    site.pages.set('/t0_2.html', page('结尾。'));
    await crawl(at + 24 * 60 * MINUTE);
    expect(await readBlocks()).toEqual([expect.stringMatching(/开头。.*结尾。/)]);
  });

  it('never makes half an article of one that came whole by another way', async () => {
    await saveArticle(
      database.store,
      {
        ...{ site: '甲', address: `${site.origin}/t0.html`, channelId: 'news', title: TITLE },
        ...{ summary: '', source: '甲', publishedAt: '2026-11-23', attachments: [] },
        blocks: [{ kind: 'paragraph', spans: [{ text: '整篇。' }] }],
      },
      NOW,
    );
    site.pages.set('/t0.html', first());
    site.pages.set('/t0_2.html', (_request, response) => response.destroy());
    let at = NOW;
    const kinds = [];
    for (const pause of [0, 5, 15, 60, 240]) {
      at += pause * MINUTE;
      kinds.push((await crawl(at)).kinds.at(-1));
    }
    expect(kinds.at(-1)).toBe('failed');
    expect(await readBlocks()).toEqual([expect.stringContaining('整篇。')]);
  });

  it('is no reason to wait where it is gone', async () => {
    site.pages.set('/t0.html', first());
    expect((await crawl()).kinds).toEqual(['list', 'created']);
  });

  const listener = (status: number, type = 'text/html', body = '') => {
    const answer: RequestListener = (_request, response) =>
      response.writeHead(status, { 'content-type': type }).end(body);
    return answer;
  };
  it.each([
    ['404', listener(404)],
    ['410', listener(410)],
    ['a picture', listener(200, 'image/png', 'x')],
    ['what the reader refuses', listener(200, 'text/html', '<b>'.repeat(5_000))],
  ])('takes nothing from a whole article: %s', async (_name, answer) => {
    site.pages.set('/t0.html', first());
    site.pages.set('/t0_2.html', page('结尾。'));
    expect((await crawl()).kinds).toEqual(['list', 'created']);
    site.pages.set('/t0.html', first().replace('开头。', '开头改。'));
    site.pages.set('/t0_2.html', answer);
    const day = 24 * 60 * MINUTE;
    expect((await crawl(NOW + day)).kinds).toEqual(['same', 'failed']);
    expect(await readBlocks()).toEqual([expect.stringMatching(/开头。.*结尾。/)]);
  });
});

describe('a run that is told to stop', () => {
  it('saves no article that lacks what was still to come', async () => {
    const stopping = new AbortController();
    site.pages.set('/t0.html', first());
    site.intercept = (path) => {
      if (path === '/t0_2.html') stopping.abort();
      return path === '/t0_2.html' && stopping.signal.aborted && !site.pages.has(path);
    };
    expect((await crawl(NOW, stopping.signal)).end).toBe('stopped');
    expect(await readBlocks()).toEqual([]);
    site.intercept = undefined;
    site.pages.set('/t0_2.html', page('结尾。'));
    expect((await crawl(NOW)).kinds).toEqual(['created']);
    expect(await readBlocks()).toEqual([expect.stringMatching(/开头。.*结尾。/)]);
  });
});

describe('a page that takes long', () => {
  const files = [1, 2, 3, 4, 5, 6].map((number) => `/f${number}.pdf`);
  const links = files.map((path) => `<p><a href="${path}">附件${path.at(2)}.pdf</a></p>`).join('');
  /** Time passes with every request. */
  const serve = () => {
    let [clock, renewedAt] = [0, 0];
    site.pages.set('/t0.html', first());
    site.pages.set('/t0_2.html', page(`结尾。</p>${links}<p>`));
    const begun: string[] = [];
    site.intercept = (path) => {
      begun.push(path);
      clock += 1;
      return false;
    };
    return {
      ...{ begun, longest: 0 },
      renew(): Promise<boolean> {
        this.longest = Math.max(this.longest, clock - renewedAt);
        renewedAt = clock;
        return Promise.resolve(true);
      },
    };
  };

  it('keeps the lease while its pages and files are fetched', async () => {
    const held = serve();
    const { kinds } = await crawl(NOW, undefined, () => held.renew());
    expect(kinds).toEqual(['list', 'created']);
    expect(held.begun).toEqual(expect.arrayContaining(files));
    // Some files are fetched side by side.
    expect(held.longest).toBeLessThanOrEqual(PAGE_LIMITS.atOnce);
  });

  it('is left to whoever has taken the lease meanwhile', async () => {
    const { begun } = serve();
    const isOurs = async () => !begun.some((path) => files.includes(path));
    expect((await crawl(NOW, undefined, isOurs)).end).toBe('stopped');
    expect(await readBlocks()).toEqual([]);
    expect(begun).not.toContain('/f4.pdf');
  });
});

it('a file that does not come again stays what is stored', async () => {
  const pdf = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';
  const attached = (text: string) => page(`${text}</p><p><a href="/b.pdf">活动方案.pdf</a>`);
  site.pages.set('/t0.html', attached('初稿。'));
  site.pages.set('/b.pdf', (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf);
  });
  expect((await crawl()).kinds).toEqual(['list', 'created']);
  site.pages.set('/t0.html', attached('改过。'));
  site.pages.set('/b.pdf', (_request, response) => response.writeHead(503).end());
  expect((await crawl(NOW + 24 * 60 * MINUTE)).kinds).toContain('updated');
  expect(await readBlocks()).toEqual([expect.stringContaining('改过。')]);
  const rows = await database.store.db.selectFrom('articles').select('attachments').execute();
  expect(rows[0]?.attachments).toMatchObject([{ url: expect.stringMatching(/^\/media\//) }]);
});

it('a file that does not come is asked for again with the next recheck', async () => {
  site.pages.set('/t0.html', page('<a href="/a.pdf">活动方案.pdf</a>'));
  site.pages.set('/a.pdf', (_request, response) => response.destroy());
  expect((await crawl()).kinds).toEqual(['list', 'created']);
  const pdf = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';
  site.pages.set('/a.pdf', (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf);
  });
  expect((await crawl(NOW + 24 * 60 * MINUTE)).kinds).toContain('updated');
});
