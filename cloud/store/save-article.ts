import { sql, type Transaction } from 'kysely';
import {
  type ArticleContent,
  findChanges,
  findKept,
  isSame,
  mergeImport,
  toContent,
} from '../domain/article-content.ts';
import { isShown, PLAIN_LIFE, toArticleState } from '../domain/article-state.ts';
import type { ArticleDraft } from '../domain/drafts.ts';
import type { SaveArticleOutcome } from '../domain/save-article-outcome.ts';
import {
  type ArticleRecord,
  lockArticleRecord,
  toContentColumns,
  toCorrectionColumns,
} from './article-record.ts';
import { type Author, addVersion } from './article-versions.ts';
import { findDuplicates } from './find-duplicates.ts';
import { type ArticleOrigin, type OriginKey, toOriginKeys } from './origin-keys.ts';
import { insertWithPermanentId, withKeysLocked } from './save-lock.ts';
import { toContentHash, toStorable } from './storable.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

export interface SaveOptions extends Author {
  /** A new article waits as a draft; one that is known stays what it is in either case. */
  asDraft?: boolean;
  /** The draft's channel is for a new article alone. */
  keepsChannel?: boolean;
  /** Pages of the draft are missing: a known article stays as it is. */
  isPartial?: boolean;
}

const NOT_TOLD: SaveOptions = { by: '', from: '' };

/** The article that has one of the keys; the first key that is known decides. Locked until the end of the transaction. */
async function findKnown(
  trx: Transaction<Tables>,
  keys: readonly OriginKey[],
): Promise<ArticleRecord | undefined> {
  const rows = await trx
    .selectFrom('article_origins')
    .select(['key', 'article_id'])
    .where('key', 'in', keys)
    .execute();
  const [first] = rows.sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
  // One alone, so that two saves never wait for each other.
  return first && lockArticleRecord(trx, first.article_id);
}

export async function addOriginKeys(
  trx: Transaction<Tables>,
  keys: readonly OriginKey[],
  articleId: string,
): Promise<void> {
  await trx
    .insertInto('article_origins')
    .values(keys.map((key) => ({ key, article_id: articleId })))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** Everything that goes through one saving. */
interface Saving {
  trx: Transaction<Tables>;
  draft: ArticleDraft;
  content: ArticleContent;
  columns: ReturnType<typeof toContentColumns>;
  keys: [OriginKey, ...OriginKey[]];
  options: SaveOptions;
  now: number;
}

/** The hash of what a site says, as the first versions of this program made it. */
const toSiteHash = ({ body, ...words }: ArticleContent) => toContentHash({ ...words, ...body });

async function create(saving: Saving): Promise<SaveArticleOutcome> {
  const { trx, draft, content, columns, keys, options, now } = saving;
  const { site } = draft;
  const { sort_at: sortAt, body_print: bodyPrint } = columns;
  const duplicates = await findDuplicates(trx, { site, sortAt, bodyPrint });
  const at = new Date(now);
  const state = options.asDraft ? 'draft' : PLAIN_LIFE.state;
  const id = await insertWithPermanentId(keys[0], async (candidate) => {
    const inserted = await trx
      .insertInto('articles')
      .values({
        ...{ id: candidate, site, state, ...columns },
        ...{ origin_url: draft.address ?? null, content_hash: toSiteHash(content) },
        ...{ created_at: at, updated_at: at },
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    return inserted.numInsertedOrUpdatedRows === 1n;
  });
  await addOriginKeys(trx, keys, id);
  const { by, from } = options;
  const version = { number: 1, how: 'imported', fields: [], at: now, by, from, note: '' } as const;
  await addVersion(trx, { ...version, fields: [], articleId: id, content });
  return {
    ...{ kind: 'created', id },
    ...(state === 'draft' && { hidden: state }),
    ...(duplicates.length > 0 && { duplicates }),
  };
}

/** What an editor may want to know of an article that was saved again. */
function toNotes(known: ArticleRecord, now: number): Pick<SaveArticleOutcome, 'hidden' | 'kept'> {
  const state = toArticleState(known.life, now);
  const kept = findKept(known).map((field) => ({
    field,
    site: known.siteValues[field] ?? known.content[field],
  }));
  return { ...(!isShown(state) && { hidden: state }), ...(kept.length > 0 && { kept }) };
}

async function update(saving: Saving, known: ArticleRecord): Promise<SaveArticleOutcome> {
  const { trx, draft, options, now } = saving;
  const { id, siteValues } = known;
  const channelId = options.keepsChannel
    ? (siteValues.channelId ?? known.content.channelId)
    : draft.channelId;
  const incoming = { ...saving.content, channelId };
  const merged = mergeImport(known, incoming);
  const fields = findChanges(known.content, merged.content);
  const toTitle = ({ title }: ArticleContent) => (title === draft.title ? {} : { title });
  const originUrl = known.originUrl ?? draft.address ?? null;
  // Half an article never takes the place of a whole one, nor of what is known of its site.
  if (options.isPartial && (fields.length > 0 || !isSame(merged.siteValues, siteValues))) {
    return { id, kind: 'unchanged', ...toTitle(known.content), withheld: true };
  }
  const outcome = { id, ...toTitle(merged.content), ...toNotes({ ...known, ...merged }, now) };
  const site = {
    ...{ origin_url: originUrl, content_hash: toSiteHash(incoming) },
    ...toCorrectionColumns(merged.siteValues),
  };
  if (fields.length === 0) {
    const isKnownAlready =
      site.content_hash === known.contentHash &&
      originUrl === known.originUrl &&
      isSame(merged.siteValues, siteValues);
    if (!isKnownAlready) {
      await trx.updateTable('articles').set(site).where('id', '=', id).execute();
    }
    return { ...outcome, kind: 'unchanged' };
  }
  const number = known.version + 1;
  await trx
    .updateTable('articles')
    .set({ ...site, ...toContentColumns(merged.content), site: draft.site })
    .set({ version: number, updated_at: new Date(now) })
    .where('id', '=', id)
    .execute();
  const { by, from } = options;
  const { content } = merged;
  const version = { number, fields, at: now, by, from, note: '' };
  await addVersion(trx, { ...version, how: 'imported', articleId: id, content });
  return { ...outcome, kind: 'updated' };
}

/**
 * Saves an article. One that is known already, by its address or by site + title + day, keeps its id: it is
 * `unchanged` when nothing of it changes, `updated` with a new version otherwise. What an editor has corrected stays; its state,
 * its pin and its end stay too. Keys and an address that were missing are added in either case.
 *
 * @param now milliseconds since the epoch
 * @throws RangeError when `publishedAt` is no date of the years 1900–2100, TypeError when the blocks break the
 *   contract, the database's error when the channel does not exist
 */
export async function saveArticle(
  { db }: Store,
  given: ArticleDraft,
  now: number,
  options: SaveOptions = NOT_TOLD,
): Promise<SaveArticleOutcome> {
  const draft = toStorable(given);
  const content = toContent(draft);
  const columns = toContentColumns(content);
  const keys = toOriginKeys(draft);
  return withKeysLocked(db, keys, async (trx) => {
    const saving = { trx, draft, content, columns, keys, options: toStorable(options), now };
    const known = await findKnown(trx, keys);
    if (known === undefined) return create(saving);
    await addOriginKeys(trx, keys, known.id);
    return update(saving, known);
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
