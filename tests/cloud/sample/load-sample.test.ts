import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadSample } from '../../../cloud/sample/load-sample.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type Folder, makeFolder } from '../../support/run-program.ts';
import { DOCUMENTS, makeImage } from '../importer/media/media-files.ts';

const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const DAY = 24 * 60 * 60 * 1000;

let database: TestDatabase;
let folder: Folder;
beforeEach(async () => {
  database = await createTestDatabase();
  folder = await makeFolder();
  await write('images/a.webp', await makeImage('webp', 1280, 800));
  await write('files/form.docx', DOCUMENTS.docx);
  await write(
    'articles/news/walk.txt',
    '江门市妇女网\n河边散步\n文章出处：甲\n发布时间：{{day -3}}\n{{md 5}}再走一次。\n相关附件：',
  );
  await write('articles/notices/reading.html', READING);
  await write('events/reading.json', JSON.stringify(EVENT));
});
afterEach(async () => {
  await folder.remove();
  await database.drop();
});

const READING = `<title>读书会报名-江门市妇女网</title><h1>读书会报名</h1>
<p>文章出处：甲</p><p>发布时间：{{day -1 09:30}}</p>
<div><p>{{md 3}}一起读书。</p><img src="../../images/a.webp" alt="读书"></div>
<p>相关附件：<a href="../../files/form.docx">报名表</a></p>`;

const EVENT = {
  title: '读书会',
  status: 'scheduled',
  start: { day: 3, time: '09:30' },
  end: { day: 3, time: '11:30' },
  venue: { name: '中心', address: '示例路1号' },
  organiser: '甲',
  cover: { file: 'images/a.webp', alt: '读书' },
  article: 'notices/reading',
  body: '<p>{{md 3}}见。</p><p><img src="../images/a.webp"></p>',
};

async function write(name: string, content: string | Buffer) {
  const path = join(folder.path, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

const lines: string[] = [];
const load = (now = NOW) =>
  loadSample({
    store: database.store,
    contentDir: folder.path,
    now,
    log: (line) => lines.push(line),
  });
const readArticles = () =>
  database.store.db.selectFrom('articles').selectAll().orderBy('sort_at').execute();
const readEvents = () => database.store.db.selectFrom('events').selectAll().execute();
const loaded = (created: number, unchanged: number) => ({
  kind: 'loaded',
  tally: { created, updated: 0, unchanged },
});

describe('the sample content', () => {
  it('is loaded relative to the first run', async () => {
    expect(await load()).toEqual(loaded(3, 0));
    const [walk, reading] = await readArticles();
    expect(walk).toMatchObject({
      title: '河边散步',
      channel_id: 'news',
      published_at: '2026-11-20',
      blocks: [{ kind: 'paragraph', spans: [{ text: '11月28日再走一次。' }] }],
      attachments: [],
    });
    expect(reading).toMatchObject({
      channel_id: 'notices',
      published_at: '2026-11-22T09:30:00+08:00',
      cover: { url: expect.stringMatching(/^\/media\/\w+\.webp$/), alt: '读书' },
      attachments: [
        { name: '报名表', fileType: 'docx', url: expect.stringMatching(/^\/media\/\w+\.docx$/) },
      ],
    });
    expect(await readEvents()).toMatchObject([
      {
        title: '读书会',
        starts_at: '2026-11-26T09:30:00+08:00',
        ends_at: '2026-11-26T11:30:00+08:00',
        article_id: reading?.id,
        cover: { alt: '读书' },
        blocks: [
          { kind: 'paragraph', spans: [{ text: '11月26日见。' }] },
          { kind: 'image', width: 1280, height: 800 },
        ],
      },
    ]);
  });

  it('is the same when it is loaded again, on whatever day', async () => {
    await load();
    const before = [await readArticles(), await readEvents()];
    expect(await load()).toEqual(loaded(0, 3));
    expect(await load(NOW + 5 * DAY)).toEqual(loaded(0, 3));
    expect([await readArticles(), await readEvents()]).toEqual(before);
  });

  it('is completed on a later day when loading was interrupted', async () => {
    await load();
    const before = await readArticles();
    // What an interruption leaves behind: the first event and nothing else.
    await database.store.db.deleteFrom('articles').execute();
    expect(await load(NOW + 2 * DAY)).toMatchObject({ tally: { created: 2 } });
    const strip = (rows: typeof before) =>
      rows.map(({ id, published_at }) => ({ id, published_at }));
    expect(strip(await readArticles())).toEqual(strip(before));
  });

  it.each([
    [
      'a folder that is no channel',
      'articles/none/a.txt',
      '江门市妇女网\n题\n文章出处：甲\n发布时间：{{day -3}}\n文',
      'articles/none/a.txt: no channel none',
    ],
    [
      'a token that means nothing',
      'articles/news/walk.txt',
      '站\n题\n发布时间：{{daj -3}}\n文',
      'articles/news/walk.txt: unknown tokens {{daj -3}}',
    ],
    [
      'an article without a date',
      'articles/news/walk.txt',
      '站\n题\n文章出处：甲\n文',
      'articles/news/walk.txt: 找不到「发布时间」，可以用 --date 指定。',
    ],
    [
      'a picture that is missing',
      'articles/notices/reading.html',
      READING.replace('a.webp', 'b.webp'),
      'articles/notices/reading.html: 找不到文件，没有导入：images/b.webp',
    ],
    [
      'an event field',
      'events/reading.json',
      JSON.stringify({ ...EVENT, phone: 12 }),
      'events/reading.json: /phone: must be string',
    ],
    [
      'an event token',
      'events/reading.json',
      JSON.stringify({ ...EVENT, body: '{{x}}' }),
      'events/reading.json: /body: unknown tokens {{x}}',
    ],
    [
      'an announcement that is missing',
      'events/reading.json',
      JSON.stringify({ ...EVENT, article: 'news/none' }),
      'events/reading.json: /article: no article news/none',
    ],
    [
      'a cover that is missing',
      'events/reading.json',
      JSON.stringify({ ...EVENT, cover: { file: 'images/b.webp', alt: '' } }),
      'events/reading.json: /cover/file: no picture at images/b.webp',
    ],
    [
      'a cover outside',
      'events/reading.json',
      JSON.stringify({ ...EVENT, cover: { file: '../a.webp', alt: '' } }),
      'events/reading.json: /cover/file: no picture at ../a.webp',
    ],
  ])('is refused as a whole for %s', async (_name, file, content, problem) => {
    await write(file, content);
    expect(await load()).toEqual({ kind: 'refused', problems: [problem] });
    expect(await readArticles()).toEqual([]);
    expect(await readEvents()).toEqual([]);
  });
});
