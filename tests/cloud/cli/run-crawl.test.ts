import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { importWords } from '../../../cloud/cli/import-words.ts';
import { runCrawl } from '../../../cloud/cli/run-crawl.ts';
import { reasons, warnings } from '../../../cloud/importer/words.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { directReader } from '../../support/direct-reader.ts';
import { articleHtml, type ListSite, listHtml, startListSite } from '../../support/list-site.ts';

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

/** What the command says of the column `/list.html`. */
async function crawl(): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await runCrawl(
    { kind: 'once', address: `${site.origin}/list.html`, choices: {}, dryRun: false },
    {
      ...{ store: database.store, now: Date.now, sleep: async () => undefined },
      limits: { delayMs: 0, maxArticles: 10, maxRechecks: 10 },
      ...{ reader: directReader, signal: new AbortController().signal },
      fetchOptions: { allowedHosts: new Set([site.host]) },
      say: (line) => lines.push(line),
      complain: (line) => lines.push(line),
    },
  );
  return { code, lines };
}

const TITLE = '一篇文章的标题';
const link = { path: '/t1.html', title: TITLE, date: '2026-11-20' };

it('says with an article what an editor should look at', async () => {
  site.pages.set('/list.html', listHtml([link]));
  site.pages.set('/t1.html', articleHtml(TITLE, '2026-11-20', '<iframe src="/x"></iframe>正文。'));
  const { lines } = await crawl();
  const at = lines.findIndex((line) => line.startsWith('新增'));
  expect(lines.slice(at + 1)).toContain(importWords.warning(warnings.droppedTag('iframe', 1)));
});

it('says why nothing was found', async () => {
  const menu = [{ path: '/about.html', title: '关于我们的介绍' }];
  site.pages.set('/list.html', listHtml(menu));
  const { code, lines } = await crawl();
  expect(code).toBe(0);
  expect(lines[0]).toContain(reasons.noArticles);
  site.pages.set('/list.html', listHtml([...menu, link]));
  site.pages.set('/t1.html', articleHtml(TITLE, '2026-11-20'));
  expect((await crawl()).lines[0]).not.toContain(reasons.noArticles);
});
