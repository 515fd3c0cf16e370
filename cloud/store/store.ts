import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { MediaStorage } from '../media/media-storage.ts';
import type { Tables } from './tables.ts';

/** The database as everything else sees it. */
export interface Store {
  /** Typed SQL. */
  db: Kysely<Tables>;
  /** The same connections, for named statements on hot reads. */
  pool: pg.Pool;
  /** Where the bytes of pictures and files lie. */
  media: MediaStorage;
}

/** A connection that breaks is reported here, whether in use or not; the pool replaces it by itself. */
export type ReportLostConnection = (error: Error) => void;

const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 10_000;

/** The pool repeats what the connection itself has reported, and ends the process when nobody listens. */
function ignoreReported(): void {}

/**
 * Connects to a PostgreSQL. Nothing is opened yet: the first query does.
 *
 * @param databaseUrl `postgres://…`
 * @param report called when a connection is lost
 */
export function connectStore(
  databaseUrl: string,
  report: ReportLostConnection,
  media: MediaStorage,
): Store {
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
  // Here and not at the pool, which hears of idle ones alone: one that breaks between two statements would end the process.
  pool.on('connect', (client) => client.on('error', report));
  pool.on('error', ignoreReported);
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), pool, media };
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
