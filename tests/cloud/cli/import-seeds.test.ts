import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { importWords } from '../../../cloud/cli/import-words.ts';
import type { Block } from '../../../types/block.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { runProgram } from '../../support/run-program.ts';

// Each run starts Node anew, on a machine that may be busy.
jest.setTimeout(60_000);

const FIXTURES = new URL('../../fixtures/import/', import.meta.url).pathname;
const SEED_DIR = process.env.SEED_DIR;

/** What is expected of each text. */
interface Expected {
  folder: string;
  file: string;
  title: string;
  source: string;
  publishedAt: string;
  paragraphs: number;
}

const FIXTURE: Expected = {
  folder: FIXTURES,
  file: 'river-cleanup.txt',
  title: '巾帼志愿者在示例河畔捡拾垃圾（虚构）',
  source: '示例区妇联',
  publishedAt: '2024-03-05',
  paragraphs: 5,
};

async function listSeeds(folder: string | undefined): Promise<Expected[]> {
  if (!folder) {
    process.stdout.write(
      'SEED_DIR is not set: the real article is not imported, the fixture is.\n',
    );
    return [];
  }
  const files = (await readdir(folder)).filter((name) => name.endsWith('.txt'));
  const [file] = files;
  if (file === undefined) throw new Error(`SEED_DIR=${folder} holds no .txt`);
  const lines = (await readFile(join(folder, file), 'utf8'))
    .split('\n')
    .filter((line) => line !== '');
  const title = lines[1] ?? '';
  return [{ folder, file, title, source: '江门市妇联', publishedAt: '2023-11-15', paragraphs: 11 }];
}

const SEEDS = [FIXTURE, ...(await listSeeds(SEED_DIR))];

/**
 * The paragraphs as they stand in the file, found without the importer: the lines between 发布时间 and 相关附件. The file
 * indents none of them.
 */
async function readParagraphs({ folder, file }: Expected): Promise<string[]> {
  const text = await readFile(join(folder, file), 'utf8');
  const body = text.split(/发布时间.*\n/)[1]?.split('\n相关附件')[0] ?? '';
  return body
    .split('\n')
    .map((line) => line.replace(/^　+/, ''))
    .filter((line) => line !== '');
}

/** The words of a paragraph; of any other block its kind. */
const toText = (block: Block) =>
  block.kind === 'paragraph' ? block.spans.map(({ text }) => text).join('') : block.kind;

describe('the text of the site', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it.each(SEEDS)('$title arrives to the letter, once', async (expected) => {
    const run = () =>
      runProgram('cloud/cli/import.ts', [join(expected.folder, expected.file)], database.env);
    const paragraphs = await readParagraphs(expected);
    expect(paragraphs).toHaveLength(expected.paragraphs);
    const first = await run();
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain(
      importWords.tally({ created: 1, updated: 0, unchanged: 0, failed: 0, shown: 0 }),
    );
    const read = () =>
      database.store.db
        .selectFrom('articles')
        .selectAll()
        .where('title', '=', expected.title)
        .execute();
    const saved = await read();
    expect(saved).toMatchObject([
      {
        title: expected.title,
        source: expected.source,
        published_at: expected.publishedAt,
        site: '江门市妇女网',
        attachments: [],
      },
    ]);
    // A telephone number is a run of its own, so the runs are joined.
    expect(saved[0]?.blocks.map(toText)).toEqual(paragraphs);
    expect(saved[0]?.blocks).toHaveLength(expected.paragraphs);
    const second = await run();
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(second.stdout).toContain(
      importWords.tally({ created: 0, updated: 0, unchanged: 1, failed: 0, shown: 0 }),
    );
    expect(await read()).toEqual(saved);
  });
});
