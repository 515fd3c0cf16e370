import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  sql`CREATE TABLE crawl_columns (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    address text NOT NULL UNIQUE,
    channel_id text NOT NULL REFERENCES channels (id),
    site text,
    since text,
    max_list_pages integer NOT NULL CHECK (max_list_pages > 0),
    every_minutes integer CHECK (every_minutes > 0),
    due_at timestamptz NOT NULL,
    running_since timestamptz,
    created_at timestamptz NOT NULL
  )`,
  sql`CREATE TABLE crawl_pages (
    column_id uuid NOT NULL REFERENCES crawl_columns (id) ON DELETE CASCADE,
    address text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('list', 'article')),
    position integer NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    attempts integer NOT NULL,
    due_at timestamptz NOT NULL,
    etag text,
    last_modified text,
    reason text,
    article_id text REFERENCES articles (id) ON DELETE SET NULL,
    checked_at timestamptz,
    PRIMARY KEY (column_id, address)
  )`,
  sql`CREATE INDEX crawl_pages_waiting ON crawl_pages (column_id, kind DESC, position)
    WHERE state = 'waiting'`,
  sql`CREATE INDEX crawl_pages_article ON crawl_pages (article_id) WHERE article_id IS NOT NULL`,
  // Sites are asked by one process at a time, or the delay between two requests would mean nothing.
  sql`CREATE TABLE crawl_lease (
    id integer PRIMARY KEY CHECK (id = 1),
    holder uuid NOT NULL,
    until timestamptz NOT NULL
  )`,
];

export const crawlMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
