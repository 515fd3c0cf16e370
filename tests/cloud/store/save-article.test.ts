import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ArticleDraft } from '../../../cloud/domain/drafts.ts';
import { findArticle, listArticleCards } from '../../../cloud/store/articles.ts';
import { toOriginKeys } from '../../../cloud/store/origin-keys.ts';
import { toPermanentId } from '../../../cloud/store/permanent-id.ts';
import { findArticleIdByOrigin, saveArticle } from '../../../cloud/store/save-article.ts';
import { saveAtOnce } from '../../support/at-once.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { EVERY_BLOCK, makeArticleDraft } from '../../support/drafts.ts';

const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const ADDRESS = 'https://example.com/content/post_1.html';

describe('saving articles', () => {
  let database: TestDatabase;
  const save = (changes: Partial<ArticleDraft> = {}) =>
    saveArticle(database.store, makeArticleDraft(changes), NOW);

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await database.store.db.deleteFrom('articles').execute();
  });

  it('keeps every block to the letter', async () => {
    const { id } = await save({ blocks: EVERY_BLOCK });
    expect((await findArticle(database.store, id))?.blocks).toEqual(EVERY_BLOCK);
  });

  it.each<[string, Partial<ArticleDraft>, Partial<ArticleDraft>, 'unchanged' | 'updated']>([
    ['the same text', {}, {}, 'unchanged'],
    ['the same address', { address: ADDRESS }, { address: ADDRESS }, 'unchanged'],
    ['an address that was not known before', {}, { address: ADDRESS }, 'unchanged'],
    ['no address where one is known', { address: ADDRESS }, {}, 'unchanged'],
    ['other spaces in the title', { title: '通知 一' }, { title: ' 通知  一' }, 'updated'],
    ['a corrected body', {}, { blocks: [{ kind: 'divider' }] }, 'updated'],
    ['a corrected title', { address: ADDRESS }, { address: ADDRESS, title: '更正' }, 'updated'],
    ['another channel', {}, { channelId: 'notices' }, 'updated'],
    ['a time on the same day', {}, { publishedAt: '2023-11-15T09:30:00+08:00' }, 'updated'],
    ['that day in another zone', {}, { publishedAt: '2023-11-14T16:30:00Z' }, 'updated'],
  ])('knows an article again by %s', async (_name, first, second, kind) => {
    const { id } = await save(first);
    expect(await save(second)).toEqual({ kind, id });
    expect(await save(second)).toEqual({ kind: 'unchanged', id });
    expect((await listArticleCards(database.store, { limit: 50 })).items).toHaveLength(1);
  });

  it.each<[string, Partial<ArticleDraft>]>([
    ['title', { title: '另一篇' }],
    ['day', { publishedAt: '2023-11-16' }],
    ['site', { site: '另一个网站' }],
  ])('takes another %s for another article', async (_name, changes) => {
    const first = await save();
    const second = await save(changes);
    expect(second.kind).toBe('created');
    expect(second.id).not.toBe(first.id);
  });

  it('finds a corrected article by its old title, its new title and its address', async () => {
    const { id } = await save({ address: ADDRESS });
    await save({ address: ADDRESS, title: '更正' });
    const origins = [
      makeArticleDraft(),
      makeArticleDraft({ title: '更正' }),
      makeArticleDraft({ title: '无关', address: ADDRESS }),
    ];
    for (const origin of origins) {
      expect(await findArticleIdByOrigin(database.store, origin)).toBe(id);
    }
    const stranger = makeArticleDraft({ title: '无关' });
    expect(await findArticleIdByOrigin(database.store, stranger)).toBeUndefined();
  });

  it('adds the address to an article that had none', async () => {
    const { id } = await save();
    await save({ address: ADDRESS });
    expect((await findArticle(database.store, id))?.originUrl).toBe(ADDRESS);
  });

  it('gives the same article the same id in a fresh database', async () => {
    const { id } = await save({ address: ADDRESS });
    await database.store.db.deleteFrom('articles').execute();
    expect(await save({ address: ADDRESS })).toEqual({ kind: 'created', id });
  });

  it('lengthens an id whose beginning is taken', async () => {
    const [key] = toOriginKeys(makeArticleDraft());
    const { id: other } = await save({ title: '先来的' });
    await database.store.db.deleteFrom('article_origins').execute();
    await database.store.db.deleteFrom('article_versions').execute();
    await database.store.db.deleteFrom('article_search').execute();
    await database.store.db
      .updateTable('articles')
      .set({ id: toPermanentId(key) })
      .where('id', '=', other)
      .execute();
    expect(await save()).toEqual({ kind: 'created', id: toPermanentId(key, 13) });
  });

  it('makes one article of many saves at once', async () => {
    const outcomes = await saveAtOnce(database, 'articles', (index) =>
      save(index % 2 ? { address: ADDRESS } : {}),
    );
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
    expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(1);
    expect((await listArticleCards(database.store, { limit: 50 })).items).toHaveLength(1);
  });

  it('cleans what PostgreSQL cannot store', async () => {
    const { id } = await save({
      title: '一\0二\ud800',
      blocks: [{ kind: 'unknown', text: '三\0四\udc00五😀' }],
    });
    const article = await findArticle(database.store, id);
    expect(article).toMatchObject({
      title: '一二\ufffd',
      blocks: [{ kind: 'unknown', text: '三四\ufffd五😀' }],
    });
  });

  it.each<[string, Partial<ArticleDraft>, string]>([
    ['a date that is none', { publishedAt: '昨天' }, 'publishedAt is no date'],
    ['a date in other words', { publishedAt: 'Nov 15, 2023' }, 'publishedAt is no date'],
    ['a time without seconds', { publishedAt: '2023-11-15T09:30+08:00' }, 'is no date'],
    ['a year too early', { publishedAt: '1899-12-31' }, 'within the years 1900 to 2100'],
    ['a year too late', { publishedAt: '2101-01-01' }, 'within the years 1900 to 2100'],
    [
      'a year of five digits in China',
      { publishedAt: '9999-12-31T23:30:00-12:00' },
      'within the years 1900 to 2100',
    ],
    ['a channel that does not exist', { channelId: 'sports' }, 'articles_channel_id_fkey'],
    ['blocks of no known kind', { blocks: [{ kind: 'poll' }] as never }, 'break the contract'],
  ])('refuses %s and stores nothing', async (_name, changes, message) => {
    await expect(save(changes)).rejects.toThrow(message);
    expect((await listArticleCards(database.store, { limit: 50 })).items).toEqual([]);
  });

  it('serves the words of a block that a newer version stored', async () => {
    const { id } = await save();
    const poll = [{ kind: 'poll', options: [{ text: '甲' }, { text: '乙' }] }];
    await database.store.db
      .updateTable('articles')
      .set({ blocks: JSON.stringify(poll) })
      .where('id', '=', id)
      .execute();
    const article = await findArticle(database.store, id);
    expect(article?.blocks).toEqual([{ kind: 'unknown', text: '甲\n乙' }]);
  });
});
