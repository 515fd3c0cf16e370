import type { Kysely, Selectable } from 'kysely';
import {
  type ArticleContent,
  CONTENT_FIELDS,
  type ContentValues,
} from '../domain/article-content.ts';
import type { ArticleLife } from '../domain/article-state.ts';
import { toBodyPrint } from '../domain/body-print.ts';
import { areBlocks } from './blocks.ts';
import { readMomentOrDate } from './moments.ts';
import type { ArticleTable, Tables } from './tables.ts';

/** All that is stored of an article, as editors and imports work with it. */
export interface ArticleRecord {
  id: string;
  site: string;
  originUrl: string | null;
  /** Of the content as its site gave it last. */
  contentHash: string;
  version: number;
  content: ArticleContent;
  /** What the site says of the parts that an editor has changed. */
  siteValues: ContentValues;
  life: ArticleLife;
  bodyPrint: string;
  updatedAt: number;
}

const toMs = (date: Date | null): number | null => date?.getTime() ?? null;
const toDate = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

type LifeRow = Pick<
  Selectable<ArticleTable>,
  | 'state'
  | 'visible_at'
  | 'expires_at'
  | 'pinned_at'
  | 'pinned_until'
  | 'withdrawn_at'
  | 'withdrawn_reason'
>;

export const LIFE_COLUMNS = [
  'state',
  'visible_at',
  'expires_at',
  'pinned_at',
  'pinned_until',
  'withdrawn_at',
  'withdrawn_reason',
] as const satisfies readonly (keyof LifeRow)[];

export function toLife(row: LifeRow): ArticleLife {
  return {
    state: row.state,
    visibleAt: toMs(row.visible_at),
    expiresAt: toMs(row.expires_at),
    pinnedAt: toMs(row.pinned_at),
    pinnedUntil: toMs(row.pinned_until),
    withdrawnAt: toMs(row.withdrawn_at),
    withdrawnReason: row.withdrawn_reason,
  };
}

export function toLifeColumns(life: ArticleLife) {
  return {
    state: life.state,
    visible_at: toDate(life.visibleAt),
    expires_at: toDate(life.expiresAt),
    pinned_at: toDate(life.pinnedAt),
    pinned_until: toDate(life.pinnedUntil),
    withdrawn_at: toDate(life.withdrawnAt),
    withdrawn_reason: life.withdrawnReason,
  };
}

/**
 * @throws RangeError when `publishedAt` is no date of the years 1900–2100, TypeError when the blocks break the contract
 */
export function toContentColumns(content: ArticleContent) {
  const { title, summary, source, publishedAt, channelId, body } = content;
  if (!areBlocks(body.blocks)) throw new TypeError(`the blocks of "${title}" break the contract`);
  return {
    channel_id: channelId,
    ...{ title, summary, source },
    published_at: publishedAt,
    sort_at: readMomentOrDate('publishedAt', publishedAt),
    cover: body.cover ? JSON.stringify(body.cover) : null,
    blocks: JSON.stringify(body.blocks),
    attachments: JSON.stringify(body.attachments),
    body_print: toBodyPrint(body.blocks),
  };
}

export function toCorrectionColumns(siteValues: ContentValues) {
  return {
    corrected: CONTENT_FIELDS.filter((field) => field in siteValues),
    site_values: JSON.stringify(siteValues),
  };
}

function toRecord(row: Selectable<ArticleTable>): ArticleRecord {
  const { cover, blocks, attachments } = row;
  return {
    ...{ id: row.id, site: row.site, originUrl: row.origin_url },
    ...{ contentHash: row.content_hash, version: row.version },
    content: {
      ...{ title: row.title, source: row.source, publishedAt: row.published_at },
      ...{ channelId: row.channel_id, summary: row.summary },
      body: { ...(cover && { cover }), blocks, attachments },
    },
    siteValues: row.site_values,
    life: toLife(row),
    bodyPrint: row.body_print,
    updatedAt: row.updated_at.getTime(),
  };
}

/** An article in whatever state; undefined when there is none of that id. */
export async function findArticleRecord(
  db: Kysely<Tables>,
  id: string,
): Promise<ArticleRecord | undefined> {
  const row = await db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRecord(row);
}

/** The same inside a transaction: until its end nobody else changes the article. */
export async function lockArticleRecord(
  trx: Kysely<Tables>,
  id: string,
): Promise<ArticleRecord | undefined> {
  const row = await trx
    .selectFrom('articles')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toRecord(row);
}
