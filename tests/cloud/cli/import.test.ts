import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
import { importWords } from '../../../cloud/cli/import-words.ts';
import { reasons, warnings } from '../../../cloud/importer/words.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type Folder, makeFolder, runProgram } from '../../support/run-program.ts';
import { makeImage } from '../importer/media/media-files.ts';

// Each run starts Node anew, on a machine that may be busy.
jest.setTimeout(60_000);

let database: TestDatabase;
let folder: Folder;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.remove());

const at = (name: string) => join(folder.path, name);
const write = (name: string, ...lines: string[]) => writeFile(at(name), lines.join('\n'));
const runImport = (...words: string[]) => runProgram('cloud/cli/import.ts', words, database.env);

const readAll = () =>
  database.store.db.selectFrom('articles').selectAll().orderBy('title').execute();

const page = (title: string, ...body: string[]) => [
  '江门市妇女网',
  title,
  '  • 文章出处:示例区妇联',
  '  • 发布时间:2024-03-05',
  ...body,
  '相关附件:',
];
const tally = (created: number, updated: number, unchanged: number, failed: number) =>
  importWords.tally({ created, updated, unchanged, failed, shown: 0 });

describe('npm run import', () => {
  it('imports what it can, says what it could not and why, and knows it again', async () => {
    await mkdir(at('images'));
    await writeFile(at('images/a.png'), await makeImage('png', 640, 480));
    await write('good.txt', ...page('甲文', '一', '二'));
    await write('bad.txt', '站', '乙文', '发布时间：2024-02-30', '一');
    await write(
      'page.html',
      '<h1>丙文</h1><p>文章出处：甲</p><p>发布时间：2024-03-06</p><div><p>正文。<img src="images/a.png"></p></div>',
    );
    const first = await runImport(folder.path, at('none.txt'));
    expect(first).toMatchObject({ code: 1, stderr: '' });
    expect(first.stdout).toContain(
      importWords.failed(at('bad.txt'), reasons.badDate('2024-02-30')),
    );
    expect(first.stdout).toContain(importWords.failed(at('none.txt'), reasons.noSuchFile));
    expect(first.stdout).toContain(importWords.skipped(folder.path, 1));
    expect(first.stdout).toContain(importWords.warning(warnings.noSite('江门市妇女网')));
    expect(first.stdout.trimEnd().split('\n').at(-1)).toBe(tally(2, 0, 0, 2));
    const articles = await readAll();
    expect(articles).toMatchObject([
      { title: '丙文', cover: { url: expect.stringMatching(/^\/media\/[0-9a-f]{64}\.webp$/) } },
      {
        title: '甲文',
        source: '示例区妇联',
        published_at: '2024-03-05',
        channel_id: 'news',
        attachments: [],
      },
    ]);

    await write('good.txt', ...page('甲文', '一', '改了'));
    const second = await runImport(at('good.txt'), at('page.html'));
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(second.stdout.trimEnd().split('\n').at(-1)).toBe(tally(0, 1, 1, 0));
    const again = await readAll();
    expect(again.map(({ id }) => id)).toEqual(articles.map(({ id }) => id));
    expect(JSON.stringify(again)).toContain('改了');
  });

  it('puts articles into the channel that is named', async () => {
    await write('a.txt', ...page('丁文', '一'));
    expect(await runImport('--channel', 'notices', at('a.txt'))).toMatchObject({ code: 0 });
    expect(await readAll()).toContainEqual(
      expect.objectContaining({ title: '丁文', channel_id: 'notices' }),
    );
  });

  it('leaves a known article in its channel when none is named', async () => {
    await write('a.txt', ...page('辛文', '一'));
    expect(await runImport('--channel', 'rights', at('a.txt'))).toMatchObject({ code: 0 });
    const again = await runImport(at('a.txt'));
    expect(again.stdout.trimEnd().split('\n').at(-1)).toBe(tally(0, 0, 1, 0));
    expect(await readAll()).toContainEqual(
      expect.objectContaining({ title: '辛文', channel_id: 'rights' }),
    );
  });

  it('lists the channels when there is none of that name', async () => {
    await write('a.txt', ...page('戊文', '一'));
    const { code, stderr } = await runImport('--channel', 'nws', at('a.txt'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/nws.*news（妇联动态）.*policy（政策法规）/);
    expect(await readAll()).not.toContainEqual(expect.objectContaining({ title: '戊文' }));
  });

  it.each([
    ['a flag it does not know', ['--chanel', 'x'], 2, importWords.unknownFlag('--chanel')],
    ['nothing to import named', [], 2, importWords.noNames],
  ])('refuses %s', async (_name, words, code, sentence) => {
    const ended = await runImport(...words);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toContain(sentence);
    expect(ended.stderr).toContain(importWords.usage);
  });

  it('does not take an empty folder for a success', async () => {
    const { code, stderr } = await runImport(folder.path);
    expect({ code, stderr }).toEqual({ code: 1, stderr: `${importWords.nothing}\n` });
  });

  it('says in one line that the database is away', async () => {
    await write('a.txt', ...page('己文', '一'));
    const away = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    const { code, stderr } = await runProgram('cloud/cli/import.ts', [at('a.txt')], away);
    expect(code).toBe(1);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('npm run import -- --dry-run', () => {
  it('shows the blocks and needs no database', async () => {
    await write('a.txt', ...page('庚文', '第一段', '第二段'));
    const away = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    const { code, stdout } = await runProgram(
      'cloud/cli/import.ts',
      ['--dry-run', at('a.txt')],
      away,
    );
    expect(code).toBe(0);
    expect(stdout).toContain('庚文');
    expect(stdout).toContain('[段落] 第一段\n[段落] 第二段');
    expect(stdout).toContain(importWords.dryTally(1, 0));
  });

  it('refuses a channel that there is not', async () => {
    await write('a.txt', ...page('壬文', '一'));
    const { code, stdout, stderr } = await runProgram(
      'cloud/cli/import.ts',
      ['--dry-run', '--channel', 'nws', at('a.txt')],
      {},
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/nws.*news（妇联动态）.*policy（政策法规）/);
  });
});
