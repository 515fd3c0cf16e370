import type { EmbeddedServer } from '../../cloud/store/embedded.ts';

export interface TestServer {
  server: EmbeddedServer;
  folder: string;
}

const KEY = Symbol.for('jiangmen.tests.server');

type Keeper = typeof globalThis & { [KEY]?: TestServer };

/** Setup and teardown run in one process, but jest loads each with modules of its own. */
export function keepTestServer(server: TestServer): void {
  (globalThis as Keeper)[KEY] = server;
}

export function takeTestServer(): TestServer | undefined {
  return (globalThis as Keeper)[KEY];
}
