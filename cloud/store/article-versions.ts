import type { Kysely, Transaction } from 'kysely';
import type { ArticleContent, ContentField } from '../domain/article-content.ts';
import { afterContentChange } from './after-content-change.ts';
import type { Store } from './store.ts';
import type { VersionKind } from './tables/article-life.ts';
import type { Tables } from './tables.ts';

/** Who changes an article, and by what. */
export interface Author {
  /** Empty where nobody was named. */
  by: string;
  /** An address, a file or a command. */
  from: string;
}

export interface ArticleVersion extends Author {
  number: number;
  how: VersionKind;
  /** The parts of the content that it changed. */
  fields: ContentField[];
  at: number;
  note: string;
}

interface VersionDraft extends ArticleVersion {
  articleId: string;
  /** Absent where the change left the content as it was. */
  content?: ArticleContent;
}

/** Keeps what a change made of an article. Call it last in the change's transaction. */
export async function addVersion(trx: Transaction<Tables>, draft: VersionDraft): Promise<void> {
  await trx
    .insertInto('article_versions')
    .values({
      ...{ article_id: draft.articleId, number: draft.number, how: draft.how },
      content: draft.content === undefined ? null : JSON.stringify(draft.content),
      ...{ fields: draft.fields, changed_at: new Date(draft.at), note: draft.note },
      ...{ changed_by: draft.by, origin: draft.from },
    })
    .execute();
  await afterContentChange(trx, draft.articleId);
}

/** What happened to an article, the newest first. */
export async function listVersions({ db }: Store, articleId: string): Promise<ArticleVersion[]> {
  const rows = await db
    .selectFrom('article_versions')
    .select(['number', 'how', 'fields', 'changed_at', 'changed_by', 'origin', 'note'])
    .where('article_id', '=', articleId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{ number: row.number, how: row.how, fields: row.fields, note: row.note },
    ...{ at: row.changed_at.getTime(), by: row.changed_by, from: row.origin },
  }));
}

/** What an article said as of a version; undefined when there is no such version. */
export async function findVersionContent(
  db: Kysely<Tables>,
  articleId: string,
  number: number,
): Promise<ArticleContent | undefined> {
  const rows = await db
    .selectFrom('article_versions')
    .select(['number', 'content'])
    .where('article_id', '=', articleId)
    .where('number', '<=', number)
    .where(({ eb, or }) => or([eb('number', '=', number), eb('content', 'is not', null)]))
    .orderBy('number', 'desc')
    .limit(2)
    .execute();
  if (rows[0]?.number !== number) return undefined;
  return rows.find(({ content }) => content !== null)?.content ?? undefined;
}
