import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { importWords } from '../../../cloud/cli/import-words.ts';
import { runImport } from '../../../cloud/cli/run-import.ts';
import { toStoreTarget } from '../../../cloud/cli/store-target.ts';
import { listInputs } from '../../../cloud/importer/sources/list-inputs.ts';
import { reasons } from '../../../cloud/importer/words.ts';
import { correctArticle } from '../../../cloud/store/change-article.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { directReader } from '../../support/direct-reader.ts';
import { type Folder, makeFolder } from '../../support/run-program.ts';

let database: TestDatabase;
let folder: Folder;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await database.store.db.deleteFrom('articles').execute();
  await folder.remove();
});

const FIRST = 't1.html';
const SECOND = 't1_1.html';
const at = (name: string) => join(folder.path, name);
const write = (name: string, body: string, more = '') =>
  writeFile(
    at(name),
    `<h1>长篇</h1><p>来源：甲　时间：2024-03-05</p><div><p>${body}，写得长一些。</p></div>${more}`,
  );
const writeFirst = (body: string) =>
  write(FIRST, body, `<div><a href="${SECOND}">2</a> <a href="${SECOND}">下一页</a></div>`);

async function importFirst(asPartial = false) {
  const lines: string[] = [];
  const wanted = { channelId: undefined, asDraft: false, asPartial };
  const input = { kind: 'file', name: FIRST, file: at(FIRST), root: folder.path } as const;
  const tally = await runImport(
    [{ ...input, format: 'html' }],
    { channelId: 'news', site: '站' },
    toStoreTarget(database.store, wanted, directReader.read),
    (line) => lines.push(line),
  );
  const rows = await database.store.db.selectFrom('articles').selectAll().execute();
  const [{ id, blocks, version }] = rows as [(typeof rows)[0]];
  const texts = [...JSON.stringify(blocks).matchAll(/[^"]+(?=，写得)/g)].map(([text]) => text);
  return { tally, lines, id, version, texts };
}

it('leaves a whole article as it is where a page of it does not come, and says what to do', async () => {
  await writeFirst('一');
  await write(SECOND, '二');
  expect((await importFirst()).texts).toEqual(['一', '二']);
  await rm(at(SECOND));
  await writeFirst('一改');
  const kept = await importFirst();
  expect(kept).toMatchObject({
    ...{ texts: ['一', '二'], version: 1, tally: { failed: 1, updated: 0, unchanged: 0 } },
    lines: [importWords.failed(FIRST, importWords.withheld('长篇', kept.id, [at(SECOND)]))],
  });
  const partial = await importFirst(true);
  expect(partial).toMatchObject({ texts: ['一改'], tally: { updated: 1 } });
  expect(partial.lines).toContain(importWords.warning(importWords.lacks(1)));
  expect(partial.lines).not.toContain(importWords.warning(importWords.newPartial(1)));
});

it('stores a new article without the page, with a warning, and completes it later', async () => {
  await writeFirst('一');
  const first = await importFirst();
  expect(first).toMatchObject({ texts: ['一'], tally: { created: 1, failed: 0 } });
  expect(first.lines).toContain(importWords.warning(importWords.newPartial(1)));
  expect(await importFirst()).toMatchObject({ tally: { unchanged: 1, failed: 0 } });
  await write(SECOND, '二');
  const whole = await importFirst();
  expect(whole).toMatchObject({ texts: ['一', '二'], tally: { updated: 1 } });
  expect(whole.lines).not.toContain(importWords.warning(importWords.newPartial(1)));
});

it('names an article by the title that an editor has given it', async () => {
  await writeFirst('一');
  await write(SECOND, '二');
  const { id } = await importFirst();
  const context = { by: '甲', from: '', note: '', now: Date.now() };
  await correctArticle(database.store, id, { title: '改过' }, context);
  await writeFirst('一改');
  expect((await importFirst()).lines[0]).toBe(importWords.saved('updated', '改过', id));
  await rm(at(SECOND));
  await writeFirst('又改');
  expect((await importFirst()).lines[0]).toContain('“改过”');
});

async function importNamed(...names: string[]) {
  const lines: string[] = [];
  const wanted = { channelId: undefined, asDraft: false, asPartial: false };
  const target = toStoreTarget(database.store, wanted, directReader.read);
  const options = { channelId: 'news', site: '站' };
  const tally = await runImport(await listInputs(names), options, target, (line) => {
    lines.push(line);
  });
  const { db } = database.store;
  const rows = await db.selectFrom('articles').select(['title', 'version', 'blocks']).execute();
  return { tally, lines, rows };
}

describe('a further page', () => {
  const back = `<div><a href="${FIRST}">上一页</a> <a href="${FIRST}">1</a></div>`;

  it.each([
    ['that names the first', back],
    ['that names no other', ''],
  ])('%s is no article of its own in a folder', async (_name, links) => {
    await writeFirst('一');
    await write(SECOND, '二', links);
    for (const kind of ['created', 'unchanged'] as const) {
      const { tally, lines, rows } = await importNamed(folder.path);
      expect(tally).toMatchObject({ [kind]: 1, updated: 0, failed: 0 });
      expect(lines).toContain(importWords.joined(at(SECOND), at(FIRST)));
      expect(rows).toMatchObject([{ version: 1 }]);
      expect(JSON.stringify(rows[0]?.blocks)).toMatch(/一，.*二，/);
    }
  });

  it('by itself is refused with where the first is', async () => {
    await writeFirst('一');
    await write(SECOND, '二', back);
    const { tally, lines, rows } = await importNamed(at(SECOND));
    expect(tally).toMatchObject({ failed: 1, created: 0 });
    expect(lines).toEqual([importWords.failed(at(SECOND), reasons.furtherPage(at(FIRST)))]);
    expect(rows).toEqual([]);
  });

  it('is an article where the page before it is another one', async () => {
    await write(SECOND, '二', back);
    await writeFile(at(FIRST), '<h1>短篇</h1><p>来源：甲　时间：2024-03-05</p><p>正文很短。</p>');
    expect(await importNamed(at(SECOND))).toMatchObject({ tally: { created: 1, failed: 0 } });
  });
});
