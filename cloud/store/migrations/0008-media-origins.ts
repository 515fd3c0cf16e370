import { type Kysely, type Migration, sql } from 'kysely';

/** Where stored files came from. Of those that are stored already nobody knows; the next import notes it. */
const STATEMENTS = [
  sql`CREATE TABLE media_origins (
    origin text PRIMARY KEY,
    sha256 text NOT NULL REFERENCES media (sha256) ON DELETE CASCADE
  )`,
  // For the cascade.
  sql`CREATE INDEX media_origins_sha256 ON media_origins (sha256)`,
];

export const mediaOriginsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
