import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
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
import { buildApp } from '../../../cloud/app.ts';
import { backUp } from '../../../cloud/store/backup.ts';
import { BACKUP_TABLES, TABLES_LEFT_OUT } from '../../../cloud/store/backup-format.ts';
import { saveMedia } from '../../../cloud/store/media.ts';
import { openStore } from '../../../cloud/store/open.ts';
import { restore } from '../../../cloud/store/restore.ts';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { saveEvent } from '../../../cloud/store/save-event.ts';
import type { Store } from '../../../cloud/store/store.ts';
import { TEST_NOW } from '../../support/app.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { EVERY_BLOCK, makeArticleDraft, makeEventDraft } from '../../support/drafts.ts';
import { keepBytes } from '../../support/keep-bytes.ts';
import { type Folder, makeFolder } from '../../support/run-program.ts';

jest.setTimeout(120_000);

/** Words that a careless dump breaks: separators, escapes, NULL's own sign, several scripts. */
const AWKWARD = 'a\tb\nc\\d\\N\r"\'{}😀é𠮷';

async function fill(store: Store): Promise<string[]> {
  const bytes = Buffer.from(Array.from({ length: 512 }, (_, index) => index % 256));
  const file = await keepBytes(store, { bytes, contentType: 'image/png', extension: 'png' });
  const draft = makeArticleDraft({
    title: AWKWARD,
    blocks: EVERY_BLOCK,
    address: 'https://example.com/1',
  });
  const article = await saveArticle(
    store,
    { ...draft, cover: { url: file, alt: AWKWARD } },
    TEST_NOW,
  );
  for (let n = 0; n < 30; n += 1)
    await saveArticle(store, makeArticleDraft({ title: `第${n}篇` }), TEST_NOW);
  const event = await saveEvent(
    store,
    makeEventDraft({ articleId: article.id, blocks: EVERY_BLOCK }),
    TEST_NOW,
  );
  return [file, `/v1/articles/${article.id}`, `/v1/events/${event.id}`];
}

async function readAll(store: Store, paths: string[]) {
  const app = await buildApp({ store, now: () => TEST_NOW, logger: false });
  const lists = ['/v1/channels', '/v1/articles?limit=50', '/v1/events'];
  const answers = [];
  for (const url of [...lists, ...paths]) {
    const { statusCode, rawPayload, headers } = await app.inject({ url });
    answers.push({ url, statusCode, body: rawPayload.toString('base64'), etag: headers.etag });
  }
  await app.close();
  return answers;
}

describe('backup and restore', () => {
  let source: TestDatabase;
  let paths: string[];
  let folder: Folder;
  const save = async () => {
    const target = join(folder.path, 'saved');
    expect(await backUp(source, target, TEST_NOW)).toMatchObject({ ok: true });
    return target;
  };

  beforeAll(async () => {
    source = await createTestDatabase();
    paths = await fill(source.store);
  });
  afterAll(() => source.drop());
  beforeEach(async () => {
    folder = await makeFolder();
  });
  afterEach(() => folder.remove());

  it('bring everything into an empty server: the same ids, the same answers byte for byte', async () => {
    const target = await save();
    const empty = await openStore({ dataDir: join(folder.path, 'data') }, () => {});
    expect(
      await restore({ url: empty.pool.options.connectionString ?? '', media: empty.media }, target),
    ).toMatchObject({
      ok: true,
    });
    const answers = await readAll(empty, paths);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
    expect(answers).toEqual(await readAll(source.store, paths));
    // Known again: nothing is imported twice after a restore.
    expect((await saveArticle(empty, makeArticleDraft({ title: '第3篇' }), TEST_NOW)).kind).toBe(
      'unchanged',
    );
    await empty.close();
  });

  it('bring the narrower widths and their bytes, and say which the storage had lost', async () => {
    const [hash, lost] = ['a'.repeat(64), 'b'.repeat(64)];
    const whole = { contentType: 'image/webp', extension: 'webp', size: 4, widths: [320] };
    const copies = [{ width: 320, bytes: Buffer.from('narrow') }];
    const bytes = Buffer.from('wide');
    const own = await createTestDatabase();
    await saveMedia(own.store, { ...whole, hash, bytes, copies });
    await saveMedia(own.store, { ...whole, hash: lost, bytes });
    const target = join(folder.path, 'own');
    const saved = await backUp(own, target, TEST_NOW);
    expect(saved).toMatchObject({
      manifest: { media: { files: 3, missing: [`${lost}-320.webp`] } },
    });
    const empty = await createTestDatabase();
    expect((await restore(empty, target)).ok).toBe(true);
    const found = await empty.media.read(`${hash}-320.webp`);
    expect(found && (await buffer(found.stream)).toString()).toBe('narrow');
    expect(await empty.media.size(`${lost}-320.webp`)).toBeUndefined();
    await flip(join(target, 'media', 'aa', `${hash}.webp`));
    expect(await restore(empty, target)).toMatchObject({
      problem: expect.stringMatching(/media\/aa\/a+\.webp is damaged/),
    });
    await own.drop();
    await empty.drop();
  });

  it('save the state of one moment while others write', async () => {
    const target = join(folder.path, 'saved');
    let writing = true;
    const writer = (async () => {
      for (let n = 0; writing; n += 1) {
        const { id } = await saveArticle(
          source.store,
          makeArticleDraft({ title: `边写${n}` }),
          TEST_NOW,
        );
        await saveEvent(source.store, makeEventDraft({ key: `边写${n}`, articleId: id }), TEST_NOW);
      }
    })();
    expect((await backUp(source, target, TEST_NOW)).ok).toBe(true);
    writing = false;
    await writer;
    const empty = await createTestDatabase();
    // An event whose article came later would break its reference.
    expect((await restore(empty, target)).ok).toBe(true);
    await empty.drop();
  });

  it('leave no table out', async () => {
    const { rows } = await source.store.pool.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    const tables = rows
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('schema_migrations'));
    const named = [...BACKUP_TABLES, ...Object.keys(TABLES_LEFT_OUT)];
    expect(tables.sort()).toEqual(named.sort());
  });

  it('have no sequence to set: ids come from origins', async () => {
    const { rows } = await source.store.pool.query('SELECT sequencename FROM pg_sequences');
    expect(rows).toEqual([]);
  });

  it('refuse a folder that exists', async () => {
    const target = await save();
    const before = await readFile(join(target, 'manifest.json'), 'utf8');
    const again = await backUp(source, target, TEST_NOW + 1);
    expect(again).toMatchObject({ ok: false, problem: expect.stringContaining('exists already') });
    expect(await readFile(join(target, 'manifest.json'), 'utf8')).toBe(before);
    expect(await readdir(folder.path)).toEqual(['saved']);
  });

  it('refuse a database without tables, and leave nothing', async () => {
    const bare = await createTestDatabase({ migrated: false });
    const outcome = await backUp(bare, join(folder.path, 'saved'), TEST_NOW);
    expect(outcome).toMatchObject({
      ok: false,
      problem: expect.stringContaining('npm run migrate'),
    });
    expect(await readdir(folder.path)).toEqual([]);
    await bare.drop();
  });

  it('refuse a place that takes no folders, before the database is asked', async () => {
    const nowhere = 'postgres://reader@127.0.0.1:1/none';
    const file = join(folder.path, 'file');
    await writeFile(file, '');
    for (const target of ['/proc/none/saved', join(file, 'deep', 'saved')]) {
      expect(await backUp({ url: nowhere, media: source.media }, target, TEST_NOW)).toMatchObject({
        ok: false,
        problem: expect.stringMatching(/^cannot use .*: name another folder\.$/),
      });
    }
  });

  it('remove what killed backups left beside them, and nothing else', async () => {
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    const make = async (name: string, file: string) => {
      await mkdir(join(folder.path, name));
      await writeFile(join(folder.path, name, file), 'x');
    };
    await make(`old.part-${dead}`, 'articles.copy.gz');
    await make(`saved.part-${process.pid}`, 'manifest.json');
    await make(`running.part-${process.ppid}`, 'articles.copy.gz');
    await make(`film.part-${dead}`, 'film.mp4');
    await save();
    expect((await readdir(folder.path)).sort()).toEqual(
      [`film.part-${dead}`, `running.part-${process.ppid}`, 'saved'].sort(),
    );
  });

  it('refuse to restore over content, and change nothing', async () => {
    const target = await save();
    const before = await readAll(source.store, paths);
    const outcome = await restore(source, target);
    expect(outcome).toMatchObject({
      ok: false,
      problem: expect.stringContaining('has content already'),
    });
    expect(await readAll(source.store, paths)).toEqual(before);
  });

  it.each<[string, (target: string) => Promise<void>, RegExp]>([
    ['cut off', (t) => truncate(join(t, 'articles.copy.gz'), 100), /articles.copy.gz is damaged/],
    ['changed in one byte', (t) => flip(join(t, 'media.copy.gz')), /media.copy.gz is damaged/],
    [
      'without a file',
      (t) => rm(join(t, 'events.copy.gz')),
      /events.copy.gz can't be read \(ENOENT\)/,
    ],
    ['without a manifest', (t) => rm(join(t, 'manifest.json')), /is no backup/],
    ['with half a manifest', (t) => truncate(join(t, 'manifest.json'), 50), /it is no JSON/],
    ['of a newer format', (t) => edit(t, { format: 9 }), /another version of this program/],
    ['of a newer schema', (t) => edit(t, { schema: '9999-future' }), /of version 9999-future/],
  ])('refuse a backup that is %s, and change nothing', async (_name, damage, problem) => {
    const target = await save();
    await damage(target);
    const empty = await createTestDatabase();
    const before = await readAll(empty.store, []);
    expect(await restore(empty, target)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(problem),
    });
    expect(await readAll(empty.store, [])).toEqual(before);
    await empty.drop();
  });

  it('take everything back when the last table fails', async () => {
    const target = await save();
    await edit(target, {}, (table) => ({ ...table, rows: table.rows + 1 }));
    const empty = await createTestDatabase();
    const before = await readAll(empty.store, []);
    await expect(restore(empty, target)).rejects.toThrow(/notice_tallies has 0 rows instead of 1/);
    expect(await readAll(empty.store, [])).toEqual(before);
    await empty.drop();
  });
});

async function flip(path: string): Promise<void> {
  const bytes = await readFile(path);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

interface SavedTable {
  rows: number;
}

/** Changes the manifest, and its last table. */
async function edit(
  target: string,
  changes: object,
  changeLast = (table: SavedTable): SavedTable => table,
): Promise<void> {
  const path = join(target, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { tables: SavedTable[] };
  const tables = manifest.tables.map((table, index) =>
    index === manifest.tables.length - 1 ? changeLast(table) : table,
  );
  await writeFile(path, JSON.stringify({ ...manifest, ...changes, tables }));
}
