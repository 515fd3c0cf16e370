import { join } from 'node:path';
import type { MediaStorage } from '../media/media-storage.ts';
import { openStorage } from '../media/open-storage.ts';
import type { StorageChoice } from '../media/storage-settings.ts';
import { SetupError } from '../setup-error.ts';
import { isDatabaseAway } from './database-errors.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { moveOldBytes } from './move-old-bytes.ts';
import { connectStore, type ReportLostConnection, type Store } from './store.ts';

/** Which database to use: the one at `databaseUrl`, or the embedded one below `dataDir`. */
export interface DatabaseChoice {
  databaseUrl?: string;
  dataDir: string;
  /** Where pictures and files lie; a folder below `dataDir` when absent. */
  storage?: StorageChoice;
}

export interface OpenDatabase {
  url: string;
  /** Where pictures and files lie. */
  media: MediaStorage;
  /** For the log: where the database is, without its password. */
  description: string;
  /** Stops the embedded server when nobody else uses it. */
  close: () => Promise<void>;
}

export interface OpenStore extends Store {
  description: string;
  /** The names of the migrations that were applied now. */
  migrated: string[];
  /** Ends the connections, and the embedded server when nobody else uses it. */
  close: () => Promise<void>;
}

/** Finds or starts the chosen database, and opens the storage beside it. @throws SetupError */
export async function openDatabase(choice: DatabaseChoice): Promise<OpenDatabase> {
  const media = await openStorage(
    choice.storage ?? { kind: 'disk', folder: join(choice.dataDir, 'media') },
  );
  if (choice.databaseUrl === undefined) {
    const { url, folder, close } = await openEmbedded(choice.dataDir);
    return { url, media, description: `embedded in ${folder}`, close };
  }
  const { hostname, port, pathname } = new URL(choice.databaseUrl);
  return {
    url: choice.databaseUrl,
    media,
    description: `${hostname || 'localhost'}:${port || 5432}${pathname}`,
    close: async () => {},
  };
}

/** An error of the database as a sentence for whoever can mend it; the error itself when nobody can. */
export function toSetupError(error: unknown, { description }: OpenDatabase): unknown {
  const { message, code } = error as Error & { code?: string };
  if (isDatabaseAway(error)) {
    return new SetupError(
      `cannot reach the database at ${description} (${code ?? message}). Check DATABASE_URL and that it runs.`,
    );
  }
  if (code?.startsWith('28') || code === '3D000' || code === '42501') {
    return new SetupError(
      `the database at ${description} refuses us: ${message}. Check user, password, name and rights in DATABASE_URL.`,
    );
  }
  if (message.startsWith('corrupted migrations')) {
    return new SetupError(
      `the database at ${description} was made by a newer version of this program. Start that version.`,
    );
  }
  return error;
}

/** Brings the tables up to date; returns the names of the migrations applied now. @throws SetupError */
export async function migrateDatabase(database: OpenDatabase): Promise<string[]> {
  try {
    return await migrate(database.url);
  } catch (error) {
    throw toSetupError(error, database);
  }
}

/**
 * Opens the chosen database, brings its tables up to date and connects to it. The way in for the endpoint and every
 * command.
 *
 * @throws SetupError with a sentence that says what to do
 */
export async function openStore(
  choice: DatabaseChoice,
  report: ReportLostConnection,
): Promise<OpenStore> {
  const database = await openDatabase(choice);
  try {
    const migrated = await migrateDatabase(database);
    const store = connectStore(database.url, report, database.media);
    try {
      await moveOldBytes(store);
    } catch (error) {
      await store.pool.end();
      throw error;
    }
    return {
      ...store,
      description: database.description,
      migrated,
      close: async () => {
        await store.pool.end();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
