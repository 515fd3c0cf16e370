import { rm } from 'node:fs/promises';
import { takeTestServer } from './global-server.ts';

/** Stops the PostgreSQL of the run and removes its files. */
export default async function tearDown(): Promise<void> {
  const kept = takeTestServer();
  if (kept === undefined) return;
  await kept.server.close();
  await rm(kept.folder, { recursive: true, force: true });
}
