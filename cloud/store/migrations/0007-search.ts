import { type Kysely, type Migration, sql } from 'kysely';

/** The rows are made by the endpoint, which has the dictionary: `search/refresh-index.ts`. */
const STATEMENTS = [
  sql`CREATE TABLE article_search (
    article_id text PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    channel_id text NOT NULL,
    sort_at timestamptz NOT NULL,
    title_words tsvector NOT NULL,
    -- Title and body: a query of two words may find one in each.
    words tsvector NOT NULL,
    body text NOT NULL,
    version text NOT NULL
  )`,
  sql`CREATE INDEX article_search_recent ON article_search (sort_at DESC, article_id DESC)`,
  sql`CREATE INDEX article_search_channel ON article_search (channel_id, sort_at DESC, article_id DESC)`,
  // Without a list of pending entries: saving an article takes a little longer, and no reader pays for it later.
  sql`CREATE INDEX article_search_title ON article_search USING gin (title_words) WITH (fastupdate = off)`,
  sql`CREATE INDEX article_search_words ON article_search USING gin (words) WITH (fastupdate = off)`,
];

export const searchMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
