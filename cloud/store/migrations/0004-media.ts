import { type Kysely, type Migration, sql } from 'kysely';

/** The bytes move out of the table; those of older rows stay until `moveOldBytes` has put them into the storage. */
const STATEMENTS = [
  sql`ALTER TABLE media ALTER COLUMN bytes DROP NOT NULL`,
  sql`ALTER TABLE media
    ADD COLUMN size integer,
    ADD COLUMN width integer,
    ADD COLUMN height integer,
    ADD COLUMN widths integer[],
    ADD COLUMN placeholder text`,
  sql`UPDATE media SET size = octet_length(bytes)`,
  sql`ALTER TABLE media ALTER COLUMN size SET NOT NULL`,
  sql`CREATE INDEX media_unmoved ON media (sha256) WHERE bytes IS NOT NULL`,
];

export const mediaMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
