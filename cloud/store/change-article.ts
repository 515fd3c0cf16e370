import type { Kysely, Transaction } from 'kysely';
import { applyLifeCommand, type LifeCommand, type LifeRefusal } from '../domain/article-changes.ts';
import {
  type ContentField,
  type ContentValues,
  findChanges,
  mergeCorrection,
} from '../domain/article-content.ts';
import type { ArticleLife } from '../domain/article-state.ts';
import { cancelNoticesOf } from './article-notices.ts';
import {
  type ArticleRecord,
  lockArticleRecord,
  toContentColumns,
  toCorrectionColumns,
  toLifeColumns,
} from './article-record.ts';
import { type Author, addVersion, findVersionContent } from './article-versions.ts';
import { toOriginKeys } from './origin-keys.ts';
import { retryConflict } from './retry-conflict.ts';
import { addOriginKeys } from './save-article.ts';
import { toStorable } from './storable.ts';
import type { Store } from './store.ts';
import type { VersionKind } from './tables/article-life.ts';
import type { Tables } from './tables.ts';

const VERSION_KINDS = {
  publish: 'published',
  schedule: 'scheduled',
  draft: 'drafted',
  withdraw: 'withdrawn',
  pin: 'pinned',
  unpin: 'unpinned',
  expire: 'expiring',
} as const satisfies Record<LifeCommand['kind'], VersionKind>;

/** Who, from where, when (milliseconds since the epoch), and a note for other editors. */
export interface ChangeContext extends Author {
  now: number;
  note: string;
}

export type LifeChange =
  | {
      kind: 'changed';
      from: ArticleLife;
      to: ArticleLife;
      version: number;
      /** Ids of the notices that a withdrawal has cancelled. */
      cancelled: string[];
    }
  | { kind: 'unchanged'; life: ArticleLife }
  | { kind: 'refused'; refusal: LifeRefusal; life: ArticleLife }
  | { kind: 'unknown' };

/** Changes the life of an article, as its state at that moment allows. Changes at once follow each other. */
export function changeLife(
  { db }: Store,
  id: string,
  command: LifeCommand,
  context: ChangeContext,
): Promise<LifeChange> {
  const change = async (trx: Transaction<Tables>): Promise<LifeChange> => {
    const record = await lockArticleRecord(trx, id);
    if (record === undefined) return { kind: 'unknown' };
    const { life } = record;
    const outcome = applyLifeCommand(life, toStorable(command), context.now);
    if (outcome.kind !== 'changed') return { ...outcome, life };
    const version = record.version + 1;
    await trx
      .updateTable('articles')
      .set({ ...toLifeColumns(outcome.life), version, updated_at: new Date(context.now) })
      .where('id', '=', id)
      .execute();
    const { now: at, ...told } = toStorable(context);
    const how = VERSION_KINDS[command.kind];
    await addVersion(trx, { ...told, at, articleId: id, number: version, how, fields: [] });
    const cancelled = command.kind === 'withdraw' ? await cancelNoticesOf(trx, id, at) : [];
    return { kind: 'changed', from: life, to: outcome.life, version, cancelled };
  };
  return retryConflict(() => db.transaction().execute(change));
}

export type ContentChange =
  | { kind: 'changed'; from: ArticleRecord; to: ArticleRecord; fields: ContentField[] }
  | { kind: 'unchanged'; record: ArticleRecord }
  /** Somebody changed it after the version that the correction was made from. */
  | { kind: 'outdated'; record: ArticleRecord }
  | { kind: 'unknown' }
  | { kind: 'no-version'; record: ArticleRecord };

async function writeContent(
  trx: Transaction<Tables>,
  from: ArticleRecord,
  correction: ContentValues,
  how: 'corrected' | 'restored',
  context: ChangeContext,
): Promise<ContentChange> {
  const merged = mergeCorrection(from, correction);
  const fields = findChanges(from.content, merged.content);
  if (fields.length === 0) return { kind: 'unchanged', record: from };
  const { id } = from;
  const { content, siteValues } = merged;
  const { now: at, ...told } = toStorable(context);
  const version = from.version + 1;
  const columns = { ...toContentColumns(content), ...toCorrectionColumns(siteValues) };
  await trx
    .updateTable('articles')
    .set({ ...columns, version, updated_at: new Date(at) })
    .where('id', '=', id)
    .execute();
  // Found again by the corrected title too, should a file with it be imported.
  const { title, publishedAt } = content;
  await addOriginKeys(trx, toOriginKeys({ site: from.site, title, publishedAt }), id);
  await addVersion(trx, { ...told, at, articleId: id, number: version, how, fields, content });
  const to = { ...from, ...merged, version, bodyPrint: columns.body_print, updatedAt: at };
  return { kind: 'changed', from, to, fields };
}

/** Runs a change on the record of an article that nobody else changes meanwhile. */
function withRecord(
  db: Kysely<Tables>,
  id: string,
  change: (trx: Transaction<Tables>, record: ArticleRecord) => Promise<ContentChange>,
): Promise<ContentChange> {
  return db.transaction().execute(async (trx) => {
    const record = await lockArticleRecord(trx, id);
    return record === undefined ? { kind: 'unknown' } : change(trx, record);
  });
}

/**
 * Corrects parts of an article; they no longer follow the site.
 *
 * @param base the version that the editor had before them: refused when there is a newer one. Absent: whichever there is
 * @throws RangeError, TypeError and the database's error as `saveArticle` does
 */
export function correctArticle(
  { db }: Store,
  id: string,
  correction: ContentValues,
  context: ChangeContext,
  base?: number,
): Promise<ContentChange> {
  return withRecord(db, id, async (trx, record) => {
    if (base !== undefined && base !== record.version) return { kind: 'outdated', record };
    return writeContent(trx, record, toStorable(correction), 'corrected', context);
  });
}

/** Gives an article the content of an earlier version, as a new version. Its life stays what it is. */
export function restoreVersion(
  { db }: Store,
  id: string,
  number: number,
  context: ChangeContext,
): Promise<ContentChange> {
  return withRecord(db, id, async (trx, record) => {
    const content = await findVersionContent(trx, id, number);
    if (content === undefined) return { kind: 'no-version', record };
    return writeContent(trx, record, content, 'restored', context);
  });
}
