import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDiskStorage } from '../../cloud/media/disk-storage.ts';
import type { MediaStorage } from '../../cloud/media/media-storage.ts';
import { connectStore, type Store } from '../../cloud/store/store.ts';

export interface TestDatabase {
  url: string;
  /** Files in a folder of their own. */
  media: MediaStorage;
  /** The settings of a program that works on both. */
  env: { DATABASE_URL: string; DATA_DIR: string };
  store: Store;
  /** Closes the connections, drops the database and removes its files. */
  drop: () => Promise<void>;
}

function readVariable(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set: jest.config.js must name tests/support/global-setup.ts`);
  }
  return value;
}

async function runAsAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: readVariable('TEST_DATABASE_URL') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export interface TestDatabaseOptions {
  /** False for one without any table. */
  migrated?: boolean;
  /** What it is a copy of. */
  template?: string;
  /** Where its files lie; in a folder of its own when absent. */
  media?: MediaStorage;
}

/** A database of its own for a test file, in the server of the run: migrated, with the channels and nothing else. */
export async function createTestDatabase({
  migrated = true,
  template = migrated ? readVariable('TEST_DATABASE_TEMPLATE') : 'template0',
  media: given,
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runAsAdmin(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(readVariable('TEST_DATABASE_URL'));
  url.pathname = `/${name}`;
  const folder = join(tmpdir(), `jiangmen-${name}`);
  const media = given ?? createDiskStorage(join(folder, 'media'));
  const tell = (error: Error) => process.stderr.write(`${error.message}\n`);
  const store = connectStore(url.href, tell, media);
  return {
    url: url.href,
    ...{ media, store, env: { DATABASE_URL: url.href, DATA_DIR: folder } },
    drop: async () => {
      if (!store.pool.ended) await store.pool.end();
      await runAsAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
