import { buildApp } from '../../cloud/app.ts';
import { LOG_SERIALIZERS } from '../../cloud/http/request-log.ts';
import type { TypedApp } from '../../cloud/http/typed-app.ts';
import type { DeliveryLog } from '../../cloud/notices/deliver.ts';
import type { WechatSettings } from '../../cloud/wechat-settings.ts';
import { createCanaryWatch } from './canaries.ts';
import { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from './database.ts';
import { startTestWechat, type TestWechat } from './test-wechat.ts';

export interface TestApp extends TestDatabase {
  app: TypedApp;
  wechat: TestWechat;
  /** Reads a path and returns the status and the parsed body. */
  read: (path: string) => Promise<{ status: number; body: unknown }>;
  /** Puts the clock; without it stands still. Milliseconds since the epoch. */
  setNow: (now: number) => void;
}

/** Milliseconds since the epoch: what the clock of every test app shows unless told otherwise. */
export const TEST_NOW = Date.parse('2026-11-23T10:00:00+08:00');

export interface TestAppOptions {
  mediaBaseUrl?: string;
  publicUrl?: string;
  wechat?: Partial<WechatSettings>;
  database?: TestDatabaseOptions;
}

/** The endpoint over a database of its own and a double of WeChat's server; `drop` closes all, and looks for canaries. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { mediaBaseUrl, publicUrl } = options;
  const database = await createTestDatabase(options.database);
  let at = TEST_NOW;
  const now = () => at;
  const canaries = createCanaryWatch();
  const log: DeliveryLog = {
    info: (details, message) => app.log.info(details, message),
    warn: (details, message) => app.log.warn(details, message),
  };
  const wechat = await startTestWechat(database.store, now, { changes: options.wechat, log });
  const app: TypedApp = await buildApp({
    store: database.store,
    now,
    logger: {
      ...{ level: 'trace', serializers: LOG_SERIALIZERS, base: null },
      stream: canaries.stream,
    },
    ...(mediaBaseUrl !== undefined && { mediaBaseUrl }),
    ...(publicUrl !== undefined && { publicUrl }),
    wechat: wechat.service.context,
  });
  canaries.watch(app);
  return {
    ...database,
    ...{ app, wechat },
    read: async (path) => {
      const answer = await app.inject({ url: path });
      return { status: answer.statusCode, body: answer.json() };
    },
    setNow: (now) => {
      at = now;
    },
    drop: async () => {
      await app.close();
      await wechat.server.stop();
      await database.drop();
      canaries.check(wechat.server);
    },
  };
}
