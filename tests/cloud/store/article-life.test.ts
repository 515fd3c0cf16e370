import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { ArticleDraft } from '../../../cloud/domain/drafts.ts';
import { findArticleRecord } from '../../../cloud/store/article-record.ts';
import { listVersions } from '../../../cloud/store/article-versions.ts';
import { changeLife, correctArticle, restoreVersion } from '../../../cloud/store/change-article.ts';
import { contentMigration } from '../../../cloud/store/migrations/0001-content.ts';
import { articleLifeMigration } from '../../../cloud/store/migrations/0006-article-life.ts';
import { searchMigration } from '../../../cloud/store/migrations/0007-search.ts';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { saveAtOnce } from '../../support/at-once.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { EVERY_BLOCK, makeArticleDraft } from '../../support/drafts.ts';

const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const ADDRESS = 'https://example.com/content/post_1.html';
const EDITOR = { by: '张三', from: 'article correct', now: NOW, note: '' };
const LONG =
  '为进一步提升妇女儿童的安全意识，市妇联定于本周六上午九时在妇女儿童活动中心三楼举办家庭急救知识讲座，邀请医生主讲。';

const toBlocks = (text: string): ArticleDraft['blocks'] => [
  { kind: 'paragraph', spans: [{ text }] },
];

let database: TestDatabase;
const save = (changes: Partial<ArticleDraft> = {}, options = {}) =>
  saveArticle(database.store, makeArticleDraft({ address: ADDRESS, ...changes }), NOW, {
    ...{ by: '导入人', from: ADDRESS },
    ...options,
  });
const read = async (id: string) => {
  const record = await findArticleRecord(database.store.db, id);
  if (record === undefined) throw new Error(`no article ${id}`);
  return record;
};
const versions = async (id: string) =>
  (await listVersions(database.store, id)).map(({ number, how, fields, by }) => [
    ...[number, how, by],
    ...fields,
  ]);

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.store.db.deleteFrom('articles').execute();
});

describe('versions', () => {
  it('keep every change with who, when and from where, and none where nothing changed', async () => {
    const { id } = await save();
    await save();
    await save({ source: '新出处' });
    await correctArticle(database.store, id, { title: '改过' }, { ...EDITOR, note: '错字' });
    await correctArticle(database.store, id, { title: '改过' }, EDITOR);
    await changeLife(database.store, id, { kind: 'pin', until: null }, EDITOR);
    expect(await versions(id)).toEqual([
      [4, 'pinned', '张三'],
      [3, 'corrected', '张三', 'title'],
      [2, 'imported', '导入人', 'source'],
      [1, 'imported', '导入人'],
    ]);
    expect((await listVersions(database.store, id))[1]).toMatchObject({
      ...{ at: NOW, from: 'article correct', note: '错字' },
    });
    expect((await read(id)).version).toBe(4);
  });

  it('are restored to the letter, as a new version, which no import takes back', async () => {
    const { id } = await save({ blocks: EVERY_BLOCK, cover: { url: '/media/a.png', alt: '' } });
    const first = (await read(id)).content;
    const correction = { title: '改过', body: { blocks: toBlocks('新'), attachments: [] } };
    await correctArticle(database.store, id, correction, EDITOR);
    await changeLife(database.store, id, { kind: 'pin', until: null }, EDITOR);
    const second = (await read(id)).content;
    expect(second.body).toEqual(correction.body);
    expect((await restoreVersion(database.store, id, 1, EDITOR)).kind).toBe('changed');
    expect((await read(id)).content).toEqual(first);
    // Version 3 changed the life alone: its content is that of version 2.
    await restoreVersion(database.store, id, 3, EDITOR);
    expect((await read(id)).content).toEqual(second);
    expect((await read(id)).life.pinnedAt).toBe(NOW);
    await save({ blocks: EVERY_BLOCK, cover: { url: '/media/a.png', alt: '' } });
    expect((await read(id)).content).toEqual(second);
    expect(await restoreVersion(database.store, id, 9, EDITOR)).toMatchObject({
      kind: 'no-version',
    });
    expect((await restoreVersion(database.store, id, 5, EDITOR)).kind).toBe('unchanged');
  });
});

describe('an article that is imported again', () => {
  it('keeps what an editor corrected, follows the site elsewhere, and tells the difference', async () => {
    const { id } = await save();
    await correctArticle(database.store, id, { title: '编辑的题' }, EDITOR);
    expect(await save()).toMatchObject({
      kind: 'unchanged',
      kept: [{ field: 'title', site: '巾帼志愿者走进社区' }],
    });
    const again = { title: '网站的新题', source: '新出处' };
    const kept = [{ field: 'title', site: again.title }];
    const title = '编辑的题';
    expect(await save(again)).toEqual({ kind: 'updated', id, kept, title });
    expect(await save(again)).toEqual({ kind: 'unchanged', id, kept, title });
    expect(await read(id)).toMatchObject({
      content: { title: '编辑的题', source: '新出处' },
      siteValues: { title: '网站的新题' },
    });
    expect((await versions(id)).slice(0, 1)).toEqual([[3, 'imported', '导入人', 'source']]);
  });

  it('is known by the title that an editor gave it', async () => {
    const { id } = await save();
    await correctArticle(database.store, id, { title: '编辑的题' }, EDITOR);
    const file = makeArticleDraft({ title: '编辑的题' });
    expect((await saveArticle(database.store, file, NOW)).id).toBe(id);
  });

  it('stays withdrawn, as its content goes on following the site', async () => {
    const { id } = await save();
    await changeLife(database.store, id, { kind: 'withdraw', reason: '有误' }, EDITOR);
    expect(await save({ source: '新' })).toEqual({ kind: 'updated', id, hidden: 'withdrawn' });
    expect(await save({ source: '新' }, { asDraft: true })).toMatchObject({ hidden: 'withdrawn' });
    expect((await read(id)).life).toMatchObject({ state: 'withdrawn', withdrawnReason: '有误' });
  });

  it('keeps its pin, its end and its place among the drafts', async () => {
    const { id } = await save();
    await changeLife(database.store, id, { kind: 'pin', until: NOW + 9 }, EDITOR);
    await changeLife(database.store, id, { kind: 'expire', at: NOW + 5 }, EDITOR);
    const { life } = await read(id);
    await save({ source: '新' }, { asDraft: true });
    expect((await read(id)).life).toEqual(life);
    const draft = await save({ address: `${ADDRESS}?2`, title: '乙' }, { asDraft: true });
    expect(draft).toMatchObject({ kind: 'created', hidden: 'draft' });
    expect(await save({ address: `${ADDRESS}?2`, title: '乙' })).toMatchObject({ hidden: 'draft' });
  });

  it('leaves the channel to the editor where the import names none', async () => {
    const { id } = await save();
    const keeps = { keepsChannel: true };
    await correctArticle(database.store, id, { channelId: 'rights' }, EDITOR);
    expect(await save({ channelId: 'family' }, keeps)).toMatchObject({ kind: 'unchanged' });
    expect((await read(id)).siteValues).toEqual({ channelId: 'news' });
    await correctArticle(database.store, id, { channelId: 'news' }, EDITOR);
    expect(await save({ channelId: 'family' })).toEqual({ kind: 'updated', id });
  });
});

describe('a possible duplicate', () => {
  const first = { blocks: toBlocks(LONG) };
  it.each<[string, Partial<ArticleDraft>, boolean]>([
    ['the same words under another title', {}, true],
    ['nearly the same words', { blocks: toBlocks(LONG.replace('周六', '周日')) }, true],
    ['two days later', { publishedAt: '2023-11-17' }, true],
    ['two days before', { publishedAt: '2023-11-13' }, true],
    ['a month later', { publishedAt: '2023-12-15' }, false],
    ['another site', { site: '区妇联' }, false],
    ['other words', { blocks: toBlocks([...LONG].reverse().join('')) }, false],
  ])('%s', async (_name, changes, told) => {
    const { id } = await save(first);
    const second = { ...first, address: undefined, title: '另一个题', ...changes };
    const { address: _, ...draft } = makeArticleDraft(second as Partial<ArticleDraft>);
    const outcome = await saveArticle(database.store, draft, NOW);
    expect(outcome.kind).toBe('created');
    expect(outcome.duplicates).toEqual(told ? [{ id, title: '巾帼志愿者走进社区' }] : undefined);
    // Known from then on: it is told once.
    expect((await saveArticle(database.store, draft, NOW)).duplicates).toBeUndefined();
  });
});

describe('changes at once', () => {
  it('follow each other: each has its version, none is lost', async () => {
    const { id } = await save();
    const fields = ['title', 'source', 'summary'] as const;
    await saveAtOnce<unknown>(database, 'articles', (index) => {
      const field = fields[index];
      if (field) return correctArticle(database.store, id, { [field]: `改${index}` }, EDITOR);
      if (index === 3) {
        return changeLife(database.store, id, { kind: 'pin', until: null }, EDITOR);
      }
      return save({ title: `网站${index}`, publishedAt: `2023-11-0${index}` });
    });
    const numbers = (await listVersions(database.store, id)).map(({ number }) => number);
    expect(numbers).toEqual(Array.from(numbers, (_, index) => numbers.length - index));
    const { content, life, version } = await read(id);
    expect(content).toMatchObject({ title: '改0', source: '改1', summary: '改2' });
    expect([life.pinnedAt, version]).toEqual([NOW, numbers.length]);
  });

  it('a correction of an older version is refused, unless it names none', async () => {
    const { id } = await save();
    await save({ source: '新' });
    const correct = (base?: number) =>
      correctArticle(database.store, id, { title: '改过' }, EDITOR, base);
    expect((await correct(1)).kind).toBe('outdated');
    expect((await read(id)).content.title).toBe('巾帼志愿者走进社区');
    expect((await correct(2)).kind).toBe('changed');
    expect((await correctArticle(database.store, id, { title: '再改' }, EDITOR)).kind).toBe(
      'changed',
    );
  });

  it('what does not exist is said', async () => {
    const none = '000000000000';
    const life = await changeLife(database.store, none, { kind: 'publish' }, EDITOR);
    expect([life.kind, (await correctArticle(database.store, none, {}, EDITOR)).kind]).toEqual([
      'unknown',
      'unknown',
    ]);
  });
});

it('articles of before are published, with their content as version 1', async () => {
  const old = await createTestDatabase({ migrated: false });
  const pool = new pg.Pool({ connectionString: old.url, max: 1 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  await contentMigration.up(db);
  const blocks = JSON.stringify(toBlocks(LONG));
  await sql`INSERT INTO articles (id, channel_id, title, summary, source, published_at, sort_at, cover,
      blocks, attachments, site, content_hash, created_at, updated_at)
    SELECT 'a' || n, 'news', '题', '', '妇联', '2023-11-15', '2023-11-14T16:00:00Z',
      CASE WHEN n = 1 THEN '{"url": "/media/a.png", "alt": ""}'::jsonb END,
      ${blocks}::jsonb, '[]', '站', '', now(), ${new Date(NOW)} FROM generate_series(1, 2) AS n`.execute(
    db,
  );
  await articleLifeMigration.up(db);
  await searchMigration.up(db);
  await db.destroy();
  const record = await findArticleRecord(old.store.db, 'a1');
  expect(record).toMatchObject({
    version: 1,
    life: { state: 'published', visibleAt: null },
    bodyPrint: expect.stringMatching(/^[0-9a-f]{16}$/),
  });
  expect(await listVersions(old.store, 'a2')).toEqual([
    { number: 1, how: 'imported', fields: [], at: NOW, by: '', from: '', note: '' },
  ]);
  for (const id of ['a1', 'a2']) {
    await correctArticle(old.store, id, { title: '改' }, EDITOR);
    await restoreVersion(old.store, id, 1, EDITOR);
    const restored = await findArticleRecord(old.store.db, id);
    expect(restored?.content.body).toEqual({
      ...(id === 'a1' && { cover: { url: '/media/a.png', alt: '' } }),
      ...{ blocks: toBlocks(LONG), attachments: [] },
    });
  }
  await old.drop();
});
