import type { ColumnType, Generated } from 'kysely';
import type { ArticleContent, ContentField, ContentValues } from '../../domain/article-content.ts';
import type { StoredState } from '../../domain/article-state.ts';

/** The columns of `articles` that tell of its life; see domain/article-state.ts. */
export interface ArticleLifeColumns {
  state: Generated<StoredState>;
  visible_at: Date | null;
  expires_at: Date | null;
  pinned_at: Date | null;
  pinned_until: Date | null;
  withdrawn_at: Date | null;
  withdrawn_reason: Generated<string>;
  /** The parts that an editor has changed: they no longer follow the site. */
  corrected: Generated<ContentField[]>;
  /** What the site says of those parts. */
  site_values: ColumnType<ContentValues, string | undefined, string>;
  /** Number of the newest version. */
  version: Generated<number>;
  /** See domain/body-print.ts. */
  body_print: Generated<string>;
}

export type VersionKind =
  | 'imported'
  | 'corrected'
  | 'restored'
  | 'published'
  | 'scheduled'
  | 'drafted'
  | 'withdrawn'
  | 'pinned'
  | 'unpinned'
  | 'expiring';

/** Rows are added and never changed. */
export interface ArticleVersionTable {
  article_id: string;
  /** From 1 on, without gaps. */
  number: number;
  how: VersionKind;
  /** Null where the change left the content as the version before has it. */
  content: ColumnType<ArticleContent | null, string | null, never>;
  /** The parts of the content that it changed. */
  fields: Generated<ContentField[]>;
  changed_at: Date;
  /** Who; empty where nobody was named. */
  changed_by: string;
  /** An address, a file or a command. */
  origin: string;
  note: string;
}
