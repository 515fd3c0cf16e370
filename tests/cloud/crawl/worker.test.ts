import type { ServerResponse } from 'node:http';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { sql } from 'kysely';
import { type CrawlWorker, startCrawlWorker } from '../../../cloud/crawl/worker.ts';
import { warnings } from '../../../cloud/importer/words.ts';
import { type ColumnChoices, saveColumn } from '../../../cloud/store/crawl-columns.ts';
import { takeCrawlLease } from '../../../cloud/store/crawl-lease.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { directReader } from '../../support/direct-reader.ts';
import { articleHtml, type ListSite, listHtml, startListSite } from '../../support/list-site.ts';
import { startProgram } from '../../support/run-program.ts';

// One of them starts the endpoint as a program, on a machine that may be busy.
jest.setTimeout(20_000);

const MINUTE = 60_000;
const NOTHING = { site: undefined, since: undefined };
const HOURLY = { ...NOTHING, channelId: 'news', maxListPages: 5, everyMinutes: 60 };

let endpoint: TestApp;
let site: ListSite;
/** Paths in the order in which they were asked for, answered or not. */
let begun: string[];
/** The paths that are not answered, and who waits for their answers. */
let held: Map<string, (response: ServerResponse) => void>;
let workers: CrawlWorker[];

beforeAll(async () => {
  endpoint = await createTestApp();
});
afterAll(() => endpoint.drop());
beforeEach(async () => {
  site = await startListSite();
  [begun, held, workers] = [[], new Map(), []];
  site.intercept = (path, response) => {
    begun.push(path);
    held.get(path)?.(response);
    return held.has(path);
  };
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await site.stop();
  const { db } = endpoint.store;
  await db.deleteFrom('crawl_columns').execute();
  await db.deleteFrom('articles').execute();
});

/** Holds back the answer to a path; resolves with it once it was asked for. */
const hold = (path: string): Promise<ServerResponse> =>
  new Promise((resolve) => {
    held.set(path, resolve);
  });

function release(path: string, response: ServerResponse): void {
  held.delete(path);
  response.writeHead(200, { 'content-type': 'text/html' }).end(site.pages.get(path));
}

function fill(column: string, ...paths: string[]): Promise<unknown> {
  const links = paths.map((path) => ({ path, title: `题目 ${path}`, date: '2026-11-20' }));
  site.pages.set(column, listHtml(links));
  for (const { path, title, date } of links) site.pages.set(path, articleHtml(title, date));
  return save(site.origin + column);
}
const save = (address: string, now = TEST_NOW, choices: Partial<ColumnChoices> = {}) =>
  saveColumn(endpoint.store, address, choices, HOURLY, now);

/** The time of one worker: it sleeps between two looks until the test lets time pass. */
function createClock() {
  let now = TEST_NOW;
  let wake: (() => void) | undefined;
  let tellIdle = () => {};
  return {
    now: () => now,
    sleep: (ms: number, signal: AbortSignal): Promise<void> => {
      if (ms === 0 || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        wake = resolve;
        signal.addEventListener('abort', () => resolve());
        tellIdle();
      });
    },
    /** Resolves when the worker has done what was due. */
    idle: (): Promise<void> =>
      new Promise((resolve) => {
        tellIdle = resolve;
        if (wake !== undefined) resolve();
      }),
    pass: (ms: number) => {
      now += ms;
      const sleeper = wake;
      wake = undefined;
      sleeper?.();
    },
  };
}

function start() {
  const clock = createClock();
  const told: { level: string; message: string; details: object }[] = [];
  const to = (level: string) => (details: object, message: string) =>
    told.push({ level, message, details });
  const limits = { delayMs: 0, maxArticles: 10, maxRechecks: 10 };
  const log = { info: to('info'), warn: to('warn') };
  const fetchOptions = { allowedHosts: new Set([site.host]), timeoutMs: 20_000 };
  const worker = startCrawlWorker(endpoint.store, limits, clock.now, log, {
    ...{ sleep: clock.sleep, reader: directReader, fetchOptions },
  });
  workers.push(worker);
  return { clock, told, stop: worker.stop };
}

const takeBegun = () => begun.splice(0).filter((path) => path !== '/robots.txt');
const readTitles = async () => {
  const { status, body } = await endpoint.read('/v1/articles');
  expect(status).toBe(200);
  return (body as { items: { title: string }[] }).items.map(({ title }) => title).sort();
};
const readPages = () =>
  endpoint.store.db
    .selectFrom('crawl_pages')
    .select(['address', 'state', 'attempts'])
    .where('kind', '=', 'article')
    .orderBy('address')
    .execute();

/** True when nobody crawls; the lease is given back. */
async function isFree(): Promise<boolean> {
  const lease = await takeCrawlLease(endpoint.store, MINUTE);
  await lease?.release();
  return lease !== undefined;
}

describe('the worker beside the endpoint', () => {
  it('crawls what is due when it starts, and again when its time has come, not before', async () => {
    await fill('/a.html', '/t1.html');
    await fill('/by-command.html', '/t9.html');
    await save(`${site.origin}/by-command.html`, TEST_NOW, { everyMinutes: undefined });
    await save(`${site.origin}/later.html`, TEST_NOW + 90 * MINUTE);
    const { clock, told } = start();
    await clock.idle();
    expect(takeBegun()).toEqual(['/a.html', '/t1.html']);
    expect(await readTitles()).toEqual(['题目 /t1.html']);
    expect(told).toMatchObject([{ level: 'info', message: 'crawl: created' }]);
    clock.pass(59 * MINUTE);
    await clock.idle();
    expect(takeBegun()).toEqual([]);
    clock.pass(MINUTE);
    await clock.idle();
    expect(takeBegun()).toEqual(['/a.html']);
  });

  it('logs what an editor should look at', async () => {
    await fill('/a.html', '/t1.html');
    const html = articleHtml('题目 /t1.html', '2026-11-20', '<iframe src="/x"></iframe>正文。');
    site.pages.set('/t1.html', html);
    const { clock, told } = start();
    await clock.idle();
    const noted = { warnings: expect.arrayContaining([warnings.droppedTag('iframe', 1)]) };
    expect(told).toMatchObject([{ message: 'crawl: created', details: noted }]);
  });

  it('never crawls in two processes at a time', async () => {
    await fill('/a.html', '/t1.html', '/t2.html');
    const waiting = hold('/t1.html');
    const first = start();
    const response = await waiting;
    const second = start();
    await second.clock.idle();
    second.clock.pass(MINUTE);
    await second.clock.idle();
    expect(takeBegun()).toEqual(['/a.html', '/t1.html']);
    expect(await readTitles()).toEqual([]);
    release('/t1.html', response);
    await first.clock.idle();
    second.clock.pass(MINUTE);
    await second.clock.idle();
    expect(takeBegun()).toEqual(['/t2.html']);
    expect([await readTitles(), second.told]).toEqual([['题目 /t1.html', '题目 /t2.html'], []]);
  });

  it('stops while a site does not answer, blames nobody, and the next one goes on there', async () => {
    await fill('/a.html', '/t1.html', '/t2.html');
    const waiting = hold('/t2.html');
    const first = start();
    await waiting;
    expect(await readTitles()).toEqual(['题目 /t1.html']);
    await first.stop();
    expect(await isFree()).toBe(true);
    expect((await readPages())[1]).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(first.told.filter(({ level }) => level === 'warn')).toEqual([]);
    held.clear();
    takeBegun();
    const { clock } = start();
    await clock.idle();
    expect(takeBegun()).toEqual(['/t2.html']);
    expect(await readTitles()).toHaveLength(2);
  });

  it('tells of a site that is away, tries it later, and crawls the others meanwhile', async () => {
    await fill('/a.html', '/t1.html');
    site.pages.set('/robots.txt', (_request, response) => response.writeHead(503).end());
    const { clock, told } = start();
    await clock.idle();
    const warning = { level: 'warn', message: 'crawl: postponed' };
    expect(told).toMatchObject([{ ...warning, details: { address: `${site.origin}/a.html` } }]);
    expect(await readTitles()).toEqual([]);
    site.pages.delete('/robots.txt');
    clock.pass(29 * MINUTE);
    await clock.idle();
    expect(takeBegun()).toEqual([]);
    clock.pass(MINUTE);
    await clock.idle();
    expect(await readTitles()).toEqual(['题目 /t1.html']);
  });

  it('a mistake of ours in one column keeps no other waiting, and is tried later too', async () => {
    await save('no address', TEST_NOW - MINUTE);
    await fill('/a.html', '/t1.html');
    const { clock, told } = start();
    await clock.idle();
    expect(await readTitles()).toEqual(['题目 /t1.html']);
    const failed = () => told.filter(({ message }) => message === 'crawl: column failed');
    const details = { address: 'no address', err: { message: expect.stringMatching(/URL/) } };
    expect(failed()).toMatchObject([{ level: 'warn', details }]);
    clock.pass(MINUTE);
    await clock.idle();
    expect(failed()).toHaveLength(1);
    clock.pass(29 * MINUTE);
    await clock.idle();
    expect(failed()).toHaveLength(2);
    expect(await isFree()).toBe(true);
  });

  it('outlives a database that is away', async () => {
    const rename = (from: string, to: string) =>
      sql`ALTER TABLE ${sql.table(from)} RENAME TO ${sql.id(to)}`.execute(endpoint.store.db);
    await fill('/a.html', '/t1.html');
    await rename('crawl_columns', 'away');
    const { clock, told } = start();
    await clock.idle();
    expect(told).toMatchObject([{ level: 'warn', message: 'crawling failed' }]);
    await rename('away', 'crawl_columns');
    clock.pass(MINUTE);
    await clock.idle();
    expect(await readTitles()).toEqual(['题目 /t1.html']);
  });
});

it('the endpoint starts it, answers while a site does not, and stops with it', async () => {
  await fill('/a.html', '/t1.html', '/t2.html');
  const waiting = hold('/t2.html');
  const env = { ...endpoint.env, PORT: '0', IMPORT_ALLOW_HOSTS: site.host, CRAWL_DELAY_MS: '0' };
  const server = startProgram('cloud/server.ts', [], env);
  try {
    const [, address = ''] = await server.waitFor(/listening at (http:\/\/[^"]+)/);
    await Promise.race([waiting, server.ended]);
    await server.waitFor(/"crawl: created"/);
    const answer = await fetch(`${address}/v1/articles`);
    expect(await answer.json()).toMatchObject({ items: [{ title: '题目 /t1.html' }] });
  } finally {
    server.process.kill('SIGTERM');
  }
  expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
  expect((await readPages())[1]).toMatchObject({ state: 'waiting', attempts: 0 });
  expect(await isFree()).toBe(true);
});
