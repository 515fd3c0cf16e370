import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { connectStore, type Store } from '../../cloud/store/store.ts';

export interface TestDatabase {
  url: string;
  store: Store;
  /** Closes the connections and drops the database. */
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

/**
 * A database of its own for a test file, in the server of the run: migrated, with the channels and nothing else.
 *
 * @param migrated false for one without any table
 */
export async function createTestDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = migrated ? readVariable('TEST_DATABASE_TEMPLATE') : 'template0';
  await runAsAdmin(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(readVariable('TEST_DATABASE_URL'));
  url.pathname = `/${name}`;
  const store = connectStore(url.href, (error) => process.stderr.write(`${error.message}\n`));
  return {
    url: url.href,
    store,
    drop: async () => {
      if (!store.pool.ended) await store.pool.end();
      await runAsAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
