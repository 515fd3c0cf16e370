import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { saveArticle } from '../../../../cloud/store/save-article.ts';
import { refreshSearchIndex } from '../../../../cloud/store/search/refresh-index.ts';
import { SEARCH_VERSION } from '../../../../cloud/store/search/search-version.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { makeArticleDraft } from '../../../support/drafts.ts';

const NOW = Date.parse('2026-11-23T10:00:00+08:00');
/** More than one batch. */
const ARTICLES = 53;

/** The dictionary, on a machine busy with other tests. */
const SETUP_MS = 60_000;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  for (let n = 0; n < ARTICLES; n += 1) {
    await saveArticle(database.store, makeArticleDraft({ title: `第 ${n} 期家长课` }), NOW);
  }
}, SETUP_MS);
afterAll(() => database.drop());

const readEntries = () =>
  database.store.db.selectFrom('article_search').selectAll().orderBy('article_id').execute();

describe('bringing the search index up to date', () => {
  let saved: Awaited<ReturnType<typeof readEntries>>;
  beforeEach(async () => {
    saved ??= await readEntries();
  });

  it('leaves entries of this version alone', async () => {
    expect(saved).toHaveLength(ARTICLES);
    expect(await refreshSearchIndex(database.store)).toBe(0);
  });

  it('makes what is missing, as after the update that brought searching or a restore', async () => {
    await database.store.db.deleteFrom('article_search').execute();
    expect(await refreshSearchIndex(database.store)).toBe(ARTICLES);
    expect(await readEntries()).toEqual(saved);
  });

  it('makes anew what another dictionary made, and nothing else', async () => {
    const old = saved.slice(0, 3).map(({ article_id }) => article_id);
    await database.store.db
      .updateTable('article_search')
      .set({ version: 'old', body: '' })
      .where('article_id', 'in', old)
      .execute();
    expect(await refreshSearchIndex(database.store)).toBe(old.length);
    const entries = await readEntries();
    expect(entries).toEqual(saved);
    expect(entries.every(({ version }) => version === SEARCH_VERSION)).toBe(true);
  });

  it('is done by one process at a time, and by none after it was told to stop', async () => {
    await database.store.db.deleteFrom('article_search').execute();
    const done = await Promise.all([
      refreshSearchIndex(database.store),
      refreshSearchIndex(database.store),
    ]);
    expect(done.reduce((sum, articles) => sum + articles)).toBe(ARTICLES);
    await database.store.db.deleteFrom('article_search').execute();
    expect(await refreshSearchIndex(database.store, AbortSignal.abort())).toBe(0);
  });
});
