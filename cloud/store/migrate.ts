import { Kysely, type Migration, Migrator, PostgresDialect } from 'kysely';
import pg from 'pg';
import { contentMigration } from './migrations/0001-content.ts';
import { accountsMigration } from './migrations/0002-accounts.ts';
import { noticesMigration } from './migrations/0003-notices.ts';
import { mediaMigration } from './migrations/0004-media.ts';
import { crawlMigration } from './migrations/0005-crawl.ts';
import { articleLifeMigration } from './migrations/0006-article-life.ts';
import { searchMigration } from './migrations/0007-search.ts';
import { mediaOriginsMigration } from './migrations/0008-media-origins.ts';

/** Every change of the tables, in order. A published one is never edited: add another. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-content': contentMigration,
  '0002-accounts': accountsMigration,
  '0003-notices': noticesMigration,
  '0004-media': mediaMigration,
  '0005-crawl': crawlMigration,
  '0006-article-life': articleLifeMigration,
  '0007-search': searchMigration,
  '0008-media-origins': mediaOriginsMigration,
};

/** The newest migration: what a backup is made with and restored into. */
export const SCHEMA_VERSION = Object.keys(MIGRATIONS).sort().at(-1) ?? '';

/**
 * Brings the tables up to date, under an advisory lock and in one transaction: any number of replicas may start at
 * once, one does the work and the others wait for it. Without limit of time, since a large table may need long.
 *
 * @returns the names of the migrations that were applied now
 * @throws the database's own error; nothing was changed then
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    connectionTimeoutMillis: 10_000,
  });
  // A lost connection fails the statement under way; without a listener it would end the process as well.
  let lost: Error | undefined;
  const note = (error: Error): void => {
    lost = error;
  };
  pool.on('connect', (client) => client.on('error', note));
  pool.on('error', note);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => MIGRATIONS },
      migrationTableName: 'schema_migrations',
      migrationLockTableName: 'schema_migrations_lock',
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw error;
    if (lost) throw lost;
    return (results ?? []).filter(({ status }) => status === 'Success').map((r) => r.migrationName);
  } finally {
    await db.destroy();
  }
}
