import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { loadSample } from '../../../cloud/sample/load-sample.ts';
import { needsSample } from '../../../cloud/sample/needs-sample.ts';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { TEST_NOW } from '../../support/app.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { makeArticleDraft } from '../../support/drafts.ts';

const CONTENT_DIR = fileURLToPath(new URL('../../../content', import.meta.url));

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const load = () =>
  loadSample({
    store: database.store,
    contentDir: CONTENT_DIR,
    now: TEST_NOW,
    log: () => undefined,
  });

it('an empty store needs it, until it is loaded', async () => {
  expect(await needsSample(database.store, CONTENT_DIR)).toBe(true);
  await load();
  expect(await needsSample(database.store, CONTENT_DIR)).toBe(false);
});

it('a loading that was cut off needs to be taken up', async () => {
  await load();
  const last = database.store.db.selectFrom('events').select('id').orderBy('created_at', 'desc');
  await database.store.db.deleteFrom('events').where('id', 'in', last.limit(3)).execute();
  expect(await needsSample(database.store, CONTENT_DIR)).toBe(true);
});

it('a store with an article of its own never needs it', async () => {
  await saveArticle(database.store, makeArticleDraft(), TEST_NOW);
  expect(await needsSample(database.store, CONTENT_DIR)).toBe(false);
});
