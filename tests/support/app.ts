import { buildApp } from '../../cloud/app.ts';
import type { TypedApp } from '../../cloud/http/typed-app.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

export interface TestApp extends TestDatabase {
  app: TypedApp;
  /** Reads a path and returns the status and the parsed body. */
  read: (path: string) => Promise<{ status: number; body: unknown }>;
}

/** Milliseconds since the epoch: what the clock of every test app shows unless told otherwise. */
export const TEST_NOW = Date.parse('2026-11-23T10:00:00+08:00');

/** The endpoint over a database of its own; `drop` closes both. */
export async function createTestApp({
  mediaBaseUrl,
}: {
  mediaBaseUrl?: string;
} = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const app = await buildApp({
    store: database.store,
    now: () => TEST_NOW,
    logger: false,
    ...(mediaBaseUrl !== undefined && { mediaBaseUrl }),
  });
  return {
    ...database,
    app,
    read: async (path) => {
      const answer = await app.inject({ url: path });
      return { status: answer.statusCode, body: answer.json() };
    },
    drop: async () => {
      await app.close();
      await database.drop();
    },
  };
}
