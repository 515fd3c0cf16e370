import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { TEST_NOW } from '../../support/app.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { makeArticleDraft } from '../../support/drafts.ts';
import { type Folder, makeFolder, runProgram } from '../../support/run-program.ts';

jest.setTimeout(120_000);

const BACKUP = 'cloud/cli/backup.ts';
const RESTORE = 'cloud/cli/restore.ts';
const MIGRATE = 'cloud/cli/migrate.ts';
const NOWHERE = 'postgres://reader:secret@127.0.0.1:1/none';

describe('the commands for the database', () => {
  let database: TestDatabase;
  let folder: Folder;
  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await makeFolder();
    await saveArticle(database.store, makeArticleDraft(), TEST_NOW);
  });
  afterAll(async () => {
    await database.drop();
    await folder.remove();
  });

  it('save a database and restore it into the embedded one of a new data folder', async () => {
    const saved = join(folder.path, 'saved');
    const first = await runProgram(BACKUP, [saved], database.env);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('articles 1');
    const dataDir = join(folder.path, 'data');
    const second = await runProgram(RESTORE, [saved], { DATA_DIR: dataDir });
    expect(second).toMatchObject({ code: 0, stderr: '' });
    const third = await runProgram(RESTORE, [saved], { DATA_DIR: dataDir });
    expect([third.code, third.stderr.split('\n')]).toEqual([
      1,
      [expect.stringContaining('has content already'), ''],
    ]);
    const fourth = await runProgram(BACKUP, [], { DATA_DIR: dataDir });
    expect(fourth.code).toBe(0);
    expect(await readdir(join(dataDir, 'backups'))).toHaveLength(1);
  });

  it('migrate an empty database once', async () => {
    const bare = await createTestDatabase({ migrated: false });
    const { env } = bare;
    expect((await runProgram(MIGRATE, [], env)).stdout).toContain('applied 0001-content');
    expect((await runProgram(MIGRATE, [], env)).stdout).toContain('up to date');
    await bare.drop();
  });

  it.each<[string, string, string[], Record<string, string>, number, RegExp]>([
    ['two folders', BACKUP, ['a', 'b'], {}, 2, /^usage: npm run backup/],
    ['an unknown option', BACKUP, ['--force'], {}, 2, /^usage: npm run backup/],
    ['no folder', RESTORE, [], {}, 2, /^usage: npm run restore/],
    ['an argument', MIGRATE, ['now'], {}, 2, /^usage: npm run migrate/],
    ['a folder without backup', RESTORE, ['/nowhere'], {}, 1, /^\/nowhere is no backup/],
    [
      'a database out of reach',
      BACKUP,
      ['/nowhere'],
      { DATABASE_URL: NOWHERE },
      1,
      /ECONNREFUSED.*Check DATABASE_URL/,
    ],
    [
      'an address that is none',
      MIGRATE,
      [],
      { DATABASE_URL: 'mysql://x' },
      1,
      /^DATABASE_URL is no PostgreSQL address/,
    ],
    [
      'a container without database',
      MIGRATE,
      [],
      { CONTAINER: '1' },
      1,
      /^DATABASE_URL is missing/,
    ],
  ])('refuse %s in one line', async (_name, script, args, env, code, line) => {
    const ended = await runProgram(script, args, env);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(line);
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(ended.stderr).not.toContain('secret');
  });

  it('make no data folder for a backup that is damaged', async () => {
    const broken = join(folder.path, 'broken');
    await mkdir(broken);
    const dataDir = join(folder.path, 'never');
    expect((await runProgram(RESTORE, [broken], { DATA_DIR: dataDir })).code).toBe(1);
    expect(await readdir(folder.path)).not.toContain('never');
  });
});
