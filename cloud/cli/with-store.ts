import { moveOldBytes } from '../store/move-old-bytes.ts';
import { migrateDatabase } from '../store/open.ts';
import { connectStore, type Store } from '../store/store.ts';
import { complain, type ExitCode, withDatabase } from './with-database.ts';

/** Runs a command on the content of the database that the environment names, its tables brought up to date. */
export function withStore(run: (store: Store) => Promise<ExitCode>): Promise<ExitCode> {
  return withDatabase(async (database) => {
    await migrateDatabase(database);
    const store = connectStore(database.url, (error) => complain(error.message), database.media);
    try {
      await moveOldBytes(store);
      return await run(store);
    } finally {
      await store.pool.end();
    }
  });
}
