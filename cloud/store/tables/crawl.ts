import type { Generated } from 'kysely';

/** A column of a site whose articles are fetched. */
export interface CrawlColumnTable {
  id: Generated<string>;
  /** Of its first list page. */
  address: string;
  channel_id: string;
  /** Name of the site, where the pages' own should not count. */
  site: string | null;
  /** Articles of earlier days are left alone, `2024-03-05`. */
  since: string | null;
  max_list_pages: number;
  /** Null: by command only. */
  every_minutes: number | null;
  due_at: Date;
  /** Set while a run is under way, or was when its process died. */
  running_since: Date | null;
  created_at: Date;
}

export type CrawlPageKind = 'list' | 'article';
export type CrawlPageState = 'waiting' | 'done' | 'failed';

/** A page of a column: the queue, and what is known of what was fetched. */
export interface CrawlPageTable {
  column_id: string;
  address: string;
  kind: CrawlPageKind;
  /** The order: of a list page its number from 1, of an article where it was found. */
  position: number;
  state: CrawlPageState;
  /** How often it failed in a row. */
  attempts: number;
  /** Not before. */
  due_at: Date;
  etag: string | null;
  last_modified: string | null;
  /** Why it failed the last time. */
  reason: string | null;
  article_id: string | null;
  /** When the site answered last. */
  checked_at: Date | null;
}

/** One row: the process that crawls. */
export interface CrawlLeaseTable {
  id: number;
  holder: string;
  until: Date;
}
