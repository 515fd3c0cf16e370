import pg from 'pg';
import type { TestDatabase } from './database.ts';

/** Connections of a test store, less one to spare. */
const TASKS = 8;
const MOST_LOOKS = 20_000;

/**
 * Runs a save many times in such a way that the runs really overlap: nobody may write to the table until every run
 * waits, for the table or for another run.
 *
 * @returns the outcomes
 */
export async function saveAtOnce<T>(
  database: TestDatabase,
  table: 'articles' | 'events',
  save: (index: number) => Promise<T>,
): Promise<T[]> {
  const holder = new pg.Client({ connectionString: database.url });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query(`LOCK TABLE ${table} IN SHARE MODE`);
    const outcomes = Promise.all(Array.from({ length: TASKS }, (_, index) => save(index)));
    let waiting = 0;
    for (let look = 0; waiting < TASKS; look += 1) {
      if (look === MOST_LOOKS) throw new Error(`only ${waiting} of ${TASKS} saves came to wait`);
      const { rows } = await holder.query<{ n: number }>(
        // Whoever waits for another transaction waits for no lock of a database, but holds some.
        `SELECT count(DISTINCT pid)::int AS n FROM pg_locks WHERE NOT granted AND pid IN
          (SELECT pid FROM pg_locks WHERE database =
            (SELECT oid FROM pg_database WHERE datname = current_database()))`,
      );
      waiting = rows[0]?.n ?? 0;
    }
    await holder.query('COMMIT');
    return await outcomes;
  } finally {
    await holder.end();
  }
}
