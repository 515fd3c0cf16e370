import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { runCrawl } from '../../../cloud/cli/run-crawl.ts';
import type { Store } from '../../../cloud/store/store.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { directReader } from '../../support/direct-reader.ts';
import { articleHtml, type ListSite, listHtml, startListSite } from '../../support/list-site.ts';
import { type Folder, makeFolder } from '../../support/run-program.ts';

// Eleven times Node starts anew, on a machine that may be busy.
jest.setTimeout(240_000);

const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const DAY = 24 * 60 * 60_000;
const LISTS = 15;
const A_LIST = 19;
const COLUMN = '/news/index.html';
const toListPath = (at: number) => (at === 0 ? COLUMN : `/news/index_${at}.html`);
const toArticlePath = (at: number) => `/news/202611/t${at}.html`;
const toDate = (at: number) => new Date(NOW - at * 2 * 60 * 60_000).toISOString().slice(0, 10);

/** One file that Node starts in a moment; from its sources it takes ten times as long. */
async function bundleChild(file: string): Promise<void> {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  // What is not bundled is looked for beside the file.
  await symlink(join(root, 'node_modules'), join(dirname(file), 'node_modules'));
  const banner =
    'import{createRequire as toRequire}from"node:module";const require=toRequire(import.meta.url);';
  await promisify(execFile)(join(root, 'node_modules/esbuild/bin/esbuild'), [
    join(root, 'tests/support/crawl-child.ts'),
    ...['--bundle', '--platform=node', '--format=esm', '--target=node20', `--outfile=${file}`],
    ...['--external:mammoth', '--external:sharp', '--external:pg-native', `--banner:js=${banner}`],
  ]);
}

/** Where each process is killed: at its how manieth request, before, in the middle of or after the answer. */
const KILLS = [
  { at: 1, when: 'before' },
  { at: 2, when: 'before' },
  { at: 2, when: 'after' },
  { at: 7, when: 'during' },
  { at: 13, when: 'after' },
  { at: 20, when: 'before' },
  { at: 3, when: 'after' },
  { at: 31, when: 'during' },
  { at: 28, when: 'after' },
  { at: 40, when: 'before' },
] as const;

let site: ListSite;
let calm: TestDatabase;
let troubled: TestDatabase;
let folder: Folder;
const toChild = () => join(folder.path, 'child.mjs');
beforeAll(async () => {
  [folder, site, calm, troubled] = await Promise.all([
    makeFolder(),
    startListSite(),
    createTestDatabase(),
    createTestDatabase(),
  ]);
  await bundleChild(toChild());
  process.env.IMPORT_ALLOW_HOSTS = site.host;
  site.pages.set('/robots.txt', 'User-agent: *\nDisallow: /private/');
  const paths = Array.from({ length: LISTS * A_LIST }, (_, at) => toArticlePath(at));
  paths.forEach((path, at) => {
    site.pages.set(path, articleHtml(`第 ${at} 篇文章的标题`, toDate(at), `内容 ${at}`));
  });
  for (let at = 0; at < LISTS; at += 1) {
    const links = paths.slice(at * A_LIST, (at + 1) * A_LIST).map((path, index) => ({
      ...{ path, title: `第 ${at * A_LIST + index} 篇文章的标题` },
      date: toDate(at * A_LIST + index),
    }));
    const secret = { path: '/private/t1.html', title: '不让抓取的文章', date: toDate(0) };
    const paging = `<script>createPageHTML(${LISTS}, ${at}, "index", "html");</script>`;
    site.pages.set(toListPath(at), listHtml(at === 0 ? [secret, ...links] : links, paging));
  }
});
afterAll(async () => {
  delete process.env.IMPORT_ALLOW_HOSTS;
  await Promise.all([folder.remove(), site.stop(), calm.drop(), troubled.drop()]);
});

const crawl = (store: Store, now: number) =>
  runCrawl(
    {
      kind: 'once',
      address: `${site.origin}${COLUMN}`,
      choices: { maxListPages: 50 },
      dryRun: false,
    },
    {
      ...{ store, now: () => now, sleep: async () => {} },
      limits: { delayMs: 0, maxArticles: 1000, maxRechecks: 1000 },
      reader: directReader,
      signal: new AbortController().signal,
      say: () => {},
      complain: () => {},
    },
  );

const readArticles = ({ db }: Store) =>
  db
    .selectFrom('articles')
    .select(['id', 'title', 'source', 'published_at', 'origin_url', 'content_hash'])
    .orderBy('id')
    .execute();

const readQueue = ({ db }: Store) =>
  db
    .selectFrom('crawl_pages')
    .select(['address', 'kind', 'position', 'state', 'article_id', 'etag'])
    .orderBy('address')
    .execute();

/** How often each page was asked for; robots.txt left out. */
function countAsked(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of site.asked) {
    if (path !== '/robots.txt') counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return counts;
}

/** Runs a process that is killed at its request; true when it was, false when it ended by itself. */
async function crawlUntilKilled(kill: (typeof KILLS)[number] | undefined): Promise<boolean> {
  const child = spawn(process.execPath, [toChild(), `${site.origin}${COLUMN}`, String(NOW)], {
    env: { DATABASE_URL: troubled.url, IMPORT_ALLOW_HOSTS: site.host },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let requests = 0;
  site.intercept = (_path, response) => {
    requests += 1;
    if (requests !== kill?.at) return false;
    const end = () => child.kill('SIGKILL');
    if (kill.when === 'after') {
      response.on('finish', end);
      return false;
    }
    if (kill.when === 'during') response.write('<html>', end);
    else end();
    return true;
  };
  const [code, signal] = await once(child, 'close');
  site.intercept = undefined;
  return code === null && signal === 'SIGKILL';
}

it('killed ten times ends like a crawl that nobody disturbs, and asks for little twice', async () => {
  expect(await crawl(calm.store, NOW)).toBe(1);
  const calmly = countAsked();
  expect(calmly.size).toBe(LISTS + LISTS * A_LIST);
  expect([...calmly.values()].every((count) => count === 1)).toBe(true);
  expect(calmly.has('/private/t1.html')).toBe(false);

  site.asked = [];
  for (const kill of KILLS) expect(await crawlUntilKilled(kill)).toBe(true);
  expect(await crawlUntilKilled(undefined)).toBe(false);
  const asked = countAsked();
  expect([...asked.keys()].sort()).toEqual([...calmly.keys()].sort());
  const total = [...asked.values()].reduce((sum, count) => sum + count, 0);
  expect(total).toBeLessThanOrEqual(calmly.size + KILLS.length);

  const articles = await readArticles(calm.store);
  expect(articles).toHaveLength(LISTS * A_LIST);
  expect(await readArticles(troubled.store)).toEqual(articles);
  expect(await readQueue(troubled.store)).toEqual(await readQueue(calm.store));
});

it('asks on condition the next day, and reads what was corrected', async () => {
  site.pages.set(toArticlePath(7), articleHtml('第 7 篇文章的标题', toDate(7), '更正后的内容'));
  const before = await readArticles(calm.store);
  site.asked = [];
  expect(await crawl(calm.store, NOW + DAY)).toBe(0);
  const pages = site.asked.filter(({ path }) => path !== '/robots.txt');
  expect(pages.filter(({ status }) => status === 200)).toEqual([
    { path: toArticlePath(7), status: 200 },
  ]);
  expect(pages).toHaveLength(1 + LISTS * A_LIST);
  const changed = (await readArticles(calm.store)).filter(
    ({ content_hash }) => !before.some((article) => article.content_hash === content_hash),
  );
  expect(changed).toMatchObject([{ title: '第 7 篇文章的标题' }]);
});
