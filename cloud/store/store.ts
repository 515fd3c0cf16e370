import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

/** The database as everything else sees it. */
export interface Store {
  /** Typed SQL. */
  db: Kysely<Tables>;
  /** The same connections, for named statements on hot reads. */
  pool: pg.Pool;
}

/** What goes wrong on an idle connection is reported here; the pool replaces the connection by itself. */
export type ReportLostConnection = (error: Error) => void;

const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 10_000;

/**
 * Connects to a PostgreSQL. Nothing is opened yet: the first query does.
 *
 * @param databaseUrl `postgres://…`
 * @param report called when an idle connection is lost
 */
export function connectStore(databaseUrl: string, report: ReportLostConnection): Store {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'jiangmen',
    max: 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    // The server's own limit is no help when the network has gone silent.
    query_timeout: STATEMENT_TIMEOUT_MS + 2_000,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    keepAlive: true,
  });
  pool.on('error', report);
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), pool };
}

const PROBE_TIMEOUT_MS = 2_000;

/** True when the database answers at once. */
export async function isAnswering({ pool }: Pick<Store, 'pool'>): Promise<boolean> {
  const probe = { text: 'SELECT 1', query_timeout: PROBE_TIMEOUT_MS };
  return pool.query(probe).then(
    () => true,
    () => false,
  );
}
