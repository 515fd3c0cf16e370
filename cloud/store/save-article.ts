import { type Selectable, sql, type Transaction } from 'kysely';
import type { ArticleDraft, SaveOutcome } from '../domain/drafts.ts';
import { areBlocks } from './blocks.ts';
import { readMomentOrDate } from './moments.ts';
import { type ArticleOrigin, type OriginKey, toOriginKeys } from './origin-keys.ts';
import { insertWithPermanentId, withKeysLocked } from './save-lock.ts';
import { indexArticle } from './search-index.ts';
import { toContentHash, toStorable } from './storable.ts';
import type { Store } from './store.ts';
import type { ArticleTable, Tables } from './tables.ts';

type Known = Pick<Selectable<ArticleTable>, 'id' | 'content_hash' | 'origin_url'>;

/** The article that has one of the keys; the first key that is known decides. */
async function findKnown(
  trx: Transaction<Tables>,
  keys: readonly OriginKey[],
): Promise<Known | undefined> {
  const rows = await trx
    .selectFrom('article_origins')
    .innerJoin('articles', 'articles.id', 'article_origins.article_id')
    .select(['key', 'articles.id', 'content_hash', 'origin_url'])
    .where('key', 'in', keys)
    .execute();
  return rows.sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key))[0];
}

async function addKeys(trx: Transaction<Tables>, keys: readonly OriginKey[], articleId: string) {
  await trx
    .insertInto('article_origins')
    .values(keys.map((key) => ({ key, article_id: articleId })))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

function toColumns(draft: ArticleDraft, now: Date) {
  const { site, address, channelId, title, summary, source, publishedAt } = draft;
  const { cover, blocks, attachments } = draft;
  const content = { channelId, title, summary, source, publishedAt, cover, blocks, attachments };
  if (!areBlocks(blocks)) throw new TypeError(`the blocks of "${title}" break the contract`);
  return {
    channel_id: channelId,
    ...{ title, summary, source, site },
    published_at: publishedAt,
    sort_at: readMomentOrDate('publishedAt', publishedAt),
    cover: cover ? JSON.stringify(cover) : null,
    blocks: JSON.stringify(blocks),
    attachments: JSON.stringify(attachments),
    origin_url: address ?? null,
    content_hash: toContentHash(content),
    updated_at: now,
  };
}

/**
 * Saves an article. One that is known already, by its address or by site + title + day, keeps its id: it is
 * `unchanged` when its content is the same, `updated` otherwise. Keys and an address that were missing are added in
 * either case.
 *
 * @param now milliseconds since the epoch
 * @throws RangeError when `publishedAt` is no date of the years 1900–2100, TypeError when the blocks break the
 *   contract, the database's error when the channel does not exist
 */
export async function saveArticle(
  { db }: Store,
  given: ArticleDraft,
  now: number,
): Promise<SaveOutcome> {
  const draft = toStorable(given);
  const columns = toColumns(draft, new Date(now));
  const keys = toOriginKeys(draft);
  return withKeysLocked(db, keys, async (trx) => {
    const known = await findKnown(trx, keys);
    if (known === undefined) {
      const id = await insertWithPermanentId(keys[0], async (candidate) => {
        const inserted = await trx
          .insertInto('articles')
          .values({ id: candidate, created_at: columns.updated_at, ...columns })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst();
        return inserted.numInsertedOrUpdatedRows === 1n;
      });
      await addKeys(trx, keys, id);
      await indexArticle(trx, id);
      return { kind: 'created', id };
    }
    await addKeys(trx, keys, known.id);
    const originUrl = known.origin_url ?? columns.origin_url;
    if (known.content_hash !== columns.content_hash) {
      await trx
        .updateTable('articles')
        .set({ ...columns, origin_url: originUrl })
        .where('id', '=', known.id)
        .execute();
      await indexArticle(trx, known.id);
      return { kind: 'updated', id: known.id };
    }
    if (originUrl !== known.origin_url) {
      await trx
        .updateTable('articles')
        .set({ origin_url: originUrl })
        .where('id', '=', known.id)
        .execute();
    }
    return { kind: 'unchanged', id: known.id };
  });
}

/** The id of the article that came from there, by any of its keys; undefined when none did. */
export async function findArticleIdByOrigin(
  { db }: Store,
  origin: ArticleOrigin,
): Promise<string | undefined> {
  const keys = toOriginKeys(toStorable(origin));
  const row = await db
    .selectFrom('article_origins')
    .select('article_id')
    .where('key', 'in', keys)
    .orderBy(sql`array_position(${[...keys]}::text[], key)`)
    .executeTakeFirst();
  return row?.article_id;
}
