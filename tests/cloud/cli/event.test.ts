import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parseEventArguments } from '../../../cloud/cli/event/event-arguments.ts';
import { eventWords } from '../../../cloud/cli/event/event-words.ts';
import { runEvent } from '../../../cloud/cli/event/run-event.ts';
import { findEvent } from '../../../cloud/store/events.ts';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import type { Block } from '../../../types/block.ts';
import { TEST_NOW } from '../../support/app.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { makeArticleDraft } from '../../support/drafts.ts';
import { type Folder, makeFolder } from '../../support/run-program.ts';
import { makeImage } from '../importer/media/media-files.ts';

let database: TestDatabase;
let folder: Folder;
let articleId: string;

const p = (text: string): Block => ({ kind: 'paragraph', spans: [{ text }] });
const NOTICE: Block[] = [
  { kind: 'heading', level: 2, text: '一、亲子阅读' },
  p('活动时间：2026年12月5日上午9:30—11:30\n活动地点：示例图书馆'),
  p('主办单位：江门市妇联\n报名方式：电话<报名>\n联系电话：0750-5550100'),
  { kind: 'heading', level: 2, text: '二、健步走' },
  p('活动时间：12月6日上午9:00\n活动地点：示例公园\u202e'),
  { kind: 'heading', level: 2, text: '三、讲座' },
  p('活动时间：12月'),
];

async function run(...words: string[]) {
  const parsed = parseEventArguments(words);
  if (parsed.kind !== 'run') throw new Error(JSON.stringify(parsed));
  const [out, err]: string[][] = [[], []];
  const context = {
    ...{ store: database.store, now: () => TEST_NOW },
    say: (line: string) => void out?.push(line),
    complain: (line: string) => void err?.push(line),
  };
  const code = await runEvent(context, parsed.command);
  return { code, out: out?.join('\n') ?? '', err: err?.join('\n') ?? '' };
}

const COMPLETE = {
  ...{ key: 'reading', title: '亲子阅读', status: 'scheduled' },
  ...{ start: '2026-12-05 09:30', end: '2026年12月5日 11:30' },
  venue: { name: '示例图书馆', address: '' },
  ...{ organiser: '江门市妇联', body: '<p>一起读书。</p>' },
};

async function put(name: string, content: object | string | Buffer): Promise<string> {
  const path = join(folder.path, name);
  const isRaw = typeof content === 'string' || Buffer.isBuffer(content);
  await writeFile(path, isRaw ? content : JSON.stringify(content));
  return path;
}
const listIds = async () =>
  (await database.store.db.selectFrom('events').select('id').execute()).map(({ id }) => id);
const readOnly = async () => {
  const [id = '', ...others] = await listIds();
  expect(others).toEqual([]);
  return findEvent(database.store, id, TEST_NOW);
};

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await makeFolder();
  const draft = makeArticleDraft({
    ...{ title: '十二月活动预告', publishedAt: '2026-11-20', blocks: NOTICE },
  });
  const told = { by: 'tester', from: 'a.txt' };
  articleId = (await saveArticle(database.store, draft, TEST_NOW, told)).id;
  await saveArticle(database.store, makeArticleDraft(), TEST_NOW, told);
});
afterAll(async () => {
  await folder.remove();
  await database.drop();
});
beforeEach(async () => {
  await database.store.db.deleteFrom('events').execute();
});

describe('npm run event -- propose', () => {
  it('writes one file an activity with what the article says, and nothing else', async () => {
    const out = join(folder.path, 'out', 'deep');
    const first = await run('propose', '活动预告', '--out', out);
    expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: '' });
    const names = await readdir(out);
    const files = await Promise.all(
      names.map(async (name) => JSON.parse(await readFile(join(out, name), 'utf8'))),
    );
    const byTitle = new Map(files.map((file) => [file.title, file]));
    expect(names.sort()).toEqual(files.map(({ key }) => `${key}.json`).sort());
    expect(byTitle.get('亲子阅读')).toEqual({
      ...{
        key: expect.stringMatching(`^${articleId}-[0-9a-f]{8}$`),
        title: '亲子阅读',
        status: '',
      },
      ...{ start: '2026-12-05 09:30', end: '2026-12-05 11:30' },
      venue: { name: '示例图书馆', address: '' },
      ...{ organiser: '江门市妇联', phone: '0750-5550100', article: articleId },
      body: '<p>报名方式：电话&lt;报名&gt;</p>',
      missing: ['status', 'venue.address'],
      lines: expect.arrayContaining(['一、亲子阅读', '活动地点：示例图书馆']),
    });
    // Nobody has written a year.
    expect(byTitle.get('健步走')).toMatchObject({
      ...{ start: '____-12-06 09:00', end: '', organiser: '', phone: '', body: '' },
      missing: [...['status', 'start', 'end', 'venue.address', 'organiser', 'phone', 'body']],
    });
    expect(byTitle.get('讲座')).toMatchObject({ start: '', end: '', venue: { name: '' } });

    await writeFile(join(out, names[0] ?? ''), 'mine');
    const again = await run('propose', articleId, '--out', out);
    expect(again.code).toBe(1);
    expect(again.err.split('\n')).toHaveLength(3);
    expect(again.err).toContain('不覆盖');
    expect(await readFile(join(out, names[0] ?? ''), 'utf8')).toBe('mine');
    expect(await listIds()).toEqual([]);
  });

  it('offers the title of the article where it names no activity, and says so', async () => {
    const draft = makeArticleDraft({
      ...{ title: '周末观影会', publishedAt: '2026-11-21' },
      blocks: [p('时间：2026年12月5日19:00-21:00'), p('地点：示例影院')],
    });
    const { id } = await saveArticle(database.store, draft, TEST_NOW);
    const propose = async () => JSON.parse((await run('propose', id)).out);
    const file = await propose();
    expect(file).toMatchObject({ title: '周末观影会', missing: expect.arrayContaining(['title']) });
    expect(file.lines[0]).toBe(eventWords.assumedTitle);
    // It stays the same activity when the article's title is corrected.
    const { db } = database.store;
    await db.updateTable('articles').set({ title: '观影' }).where('id', '=', id).execute();
    expect(await propose()).toMatchObject({ title: '观影', key: file.key });
    const complete = { ...COMPLETE, ...file, body: '<p>一起看。</p>', organiser: '江门市妇联' };
    const path = await put('film.json', { ...complete, status: 'scheduled', missing: ['title'] });
    expect(await run('add', path)).toMatchObject({ code: 0 });
    await db.deleteFrom('articles').where('id', '=', id).execute();
  });

  it('prints them without --out, escaping what would turn a terminal’s direction', async () => {
    const { code, out } = await run('propose', articleId);
    const files = JSON.parse(`[${out.replaceAll('\n}\n{', '\n},\n{')}]`);
    expect(code).toBe(0);
    expect(files).toHaveLength(3);
    expect(out).not.toContain('\u202e');
    expect(files[1].venue.name).toBe('示例公园\u202e');
  });

  it.each([
    ['志愿者走进', 0, '《巾帼志愿者走进社区》里没有找到活动', ''],
    ['没有的', 1, '', '没有编号或标题是“没有的”的文章'],
  ])('%s', async (named, code, out, err) => {
    const end = await run('propose', named);
    expect(end.code).toBe(code);
    expect(end.out).toContain(out);
    expect(end.err).toContain(err);
  });

  it('says that it can’t write', async () => {
    const end = await run('propose', articleId, '--out', await put('no-folder', ''));
    expect(end).toMatchObject({ code: 1, err: expect.stringMatching(/^写不了 .*（E\w+）$/) });
  });
});

describe('npm run event -- add', () => {
  it('saves a completed proposal, once, and updates it after a change', async () => {
    await put('cover.png', await makeImage('png', 640, 480));
    const file = {
      ...{ ...COMPLETE, article: articleId, phone: '0750-5550100', lines: ['原文'] },
      ...{ missing: ['status', 'venue.address'], cover: { file: 'cover.png', alt: '读书' } },
      venue: { name: '示例图书馆', address: '示例路 1 号', latitude: 22.5, longitude: 113 },
    };
    const path = await put('a.json', `\ufeff${JSON.stringify(file)}`);
    expect(await run('add', path)).toMatchObject({
      ...{ code: 0, err: '', out: expect.stringMatching(/^新增　\w+　亲子阅读$/) },
    });
    const saved = await readOnly();
    expect(saved).toMatchObject({
      ...{ title: '亲子阅读', status: 'scheduled', phone: '0750-5550100' },
      ...{ startsAt: '2026-12-05T09:30:00+08:00', endsAt: '2026-12-05T11:30:00+08:00' },
      ...{ venue: file.venue, summary: '一起读书。', organiser: '江门市妇联' },
      ...{ blocks: [p('一起读书。')], article: { id: articleId } },
      cover: { url: expect.stringMatching(/^\/media\//), alt: '读书', width: 640 },
    });
    expect((await run('add', path)).out).toMatch(/^未变　/);
    const moved = { ...file, title: '亲子共读', start: '2026-12-05T02:00:00Z' };
    expect((await run('add', await put('b.json', moved))).out).toMatch(/^更新　/);
    expect(await readOnly()).toMatchObject({
      ...{ id: saved?.id, title: '亲子共读', startsAt: '2026-12-05T10:00:00+08:00' },
    });
    const twin = await put('c.json', { ...moved, key: 'other' });
    expect((await run('add', twin)).out).toContain(`已有同名活动 ${saved?.id}`);
  });

  it.each<[string, object, string[]]>([
    [
      'nothing filled',
      { key: '', venue: {} },
      [
        ...['识别名（key）：没有填：请写', '名称（title）：没有填', '状态（status）：没有填'],
        ...[
          '开始时间（start）：没有填',
          '结束时间（end）：没有填',
          '地点名称（venue.name）：没有填',
        ],
        ...['主办单位（organiser）：没有填', '正文（body）：没有填'],
      ],
    ],
    ['no year', { ...COMPLETE, start: '____-12-06 09:00' }, ['开始时间（start）：年份没有填']],
    ['no such day', { ...COMPLETE, start: '2026-02-30 09:00' }, ['看不懂“2026-02-30 09:00”']],
    ['no clock', { ...COMPLETE, end: '2026-12-05' }, ['结束时间（end）：请写明几点']],
    ['ends first', { ...COMPLETE, end: '2026-12-05 09:00' }, ['结束时间（end）：要在开始时间之后']],
    ['lasts no time', { ...COMPLETE, end: COMPLETE.start }, ['（end）：要在开始时间之后']],
    [
      'unsettled',
      { ...COMPLETE, missing: ['phone', 'venue.address', 'x'] },
      ['电话（phone）：原文没有写', '地址（venue.address）：原文没有写', '没有“x”这一项'],
    ],
    ['status', { ...COMPLETE, status: '如期' }, ['状态（status）：只能是 scheduled']],
    ['phone', { ...COMPLETE, phone: '5550100（李老师）' }, ['电话（phone）：只写能拨的号码']],
    [
      'kinds',
      { ...COMPLETE, title: 5, venue: 'x', lines: 'x', 'venue.name': 'x', 开始: 'x' },
      [
        ...['（title）：应当是引号', '（venue）：应当是 {', '（lines）：应当是 ['],
        ...['开始：没有这一项', '（venue.name）：没有这一项', '（venue.name）：没有填'],
      ],
    ],
    ['line', { ...COMPLETE, title: '一\n二' }, ['名称（title）：里面不能有换行']],
    ['long', { ...COMPLETE, title: '长'.repeat(201) }, ['名称（title）：有 201 字，最多 200 字']],
    [
      'place',
      { ...COMPLETE, venue: { name: 'x', address: '', latitude: 91 } },
      ['纬度（venue.latitude）：应当是 -90 到 90', '地点（venue）：经度和纬度要么'],
    ],
    ['article', { ...COMPLETE, article: '没有' }, ['文章编号（article）：没有这个编号的文章']],
    ['empty body', { ...COMPLETE, body: '<p> </p>' }, ['正文（body）：里面没有文字']],
    [
      'cover',
      { ...COMPLETE, cover: { file: 'none.png', alt: '' } },
      ['封面图片（cover.file）：没有这张图片'],
    ],
  ])('refuses a file: %s', async (_name, file, problems) => {
    const path = await put('bad.json', file);
    const { code, out, err } = await run('add', path);
    const [head, ...lines] = err.split('\n');
    expect({ code, out, head }).toEqual({ code: 1, out: '', head: `失败　${path}` });
    for (const problem of problems) expect(err).toContain(problem);
    expect(lines).toHaveLength(problems.length);
    expect(await listIds()).toEqual([]);
  });

  it.each<[string, string | Buffer, string]>([
    ['broken', '{\n"key": "a"\n"title": "b"\n}', '第 3 行附近有错'],
    ['cut', '{\n"key": "a"', '不是完整的 JSON'],
    ['list', '[]', '一个文件只写一场活动'],
    ['encoding', Buffer.from([0x7b, 0xbb, 0xee]), '请存成 UTF-8'],
  ])('refuses what is no event file: %s', async (_name, content, problem) => {
    const path = await put('bad.json', content);
    const { code, err } = await run('add', path);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(problem) });
  });

  it('saves the good ones beside the bad ones; two files are never one event', async () => {
    const good = await put('good.json', COMPLETE);
    const same = await put('same.json', { ...COMPLETE, title: '另一场' });
    const { code, out, err } = await run('add', join(folder.path, 'no.json'), good, same);
    expect(code).toBe(1);
    expect(out).toMatch(/^新增　\w+　亲子阅读$/);
    expect(err).toContain('读不了文件（ENOENT）');
    expect(err).toContain(`识别名（key）：与 ${good} 相同`);
    expect(await readOnly()).toMatchObject({ title: '亲子阅读' });
  });
});

describe('npm run event -- list', () => {
  it('tells what goes on, what comes and what is over', async () => {
    expect(await run('list')).toEqual({ code: 0, out: '还没有活动。', err: '' });
    const days = { past: '2026-11-01', upcoming: '2026-12-05' };
    for (const [key, day] of Object.entries(days)) {
      const times = { start: `${day} 09:00`, end: `${day} 10:00` };
      await run('add', await put('x.json', { ...COMPLETE, key, ...times, status: 'postponed' }));
    }
    const times = { start: '2026-11-23 09:00', end: '2026-11-24 10:00' };
    await run('add', await put('x.json', { ...COMPLETE, key: 'now', ...times }));
    expect((await run('list')).out.split('\n').map((line) => line.replace(/^\w+/, ''))).toEqual([
      '　2026-11-23 09:00 → 2026-11-24 10:00　进行中　亲子阅读　示例图书馆',
      '　2026-12-05 09:00 → 2026-12-05 10:00　即将举行 · 改期　亲子阅读　示例图书馆',
      '　2026-11-01 09:00 → 2026-11-01 10:00　已结束 · 改期　亲子阅读　示例图书馆',
    ]);
  });
});

describe('the words after npm run event --', () => {
  it.each<[string[], string]>([
    [[], eventWords.noCommand],
    [['show'], eventWords.unknownCommand('show')],
    [['propose'], eventWords.noArticleNamed],
    [['propose', 'a', 'b'], eventWords.tooMuch('b')],
    [['propose', 'a', '--out'], eventWords.needsValue('--out')],
    [['propose', 'a', '--to', 'b'], eventWords.unknownFlag('--to')],
    [['add'], eventWords.noFile],
    [['add', 'a', '--out', 'b'], eventWords.foreignFlag('add', '--out')],
    [['list', 'a'], eventWords.tooMuch('a')],
  ])('%j is misuse', (words, reason) => {
    expect(parseEventArguments(words)).toEqual({ kind: 'misused', reason });
  });

  it('--help helps', () => expect(parseEventArguments(['-h'])).toEqual({ kind: 'help' }));
});
