import { buildApp } from './app.ts';
import { CRAWL_LIMITS } from './crawl/crawl-parts.ts';
import { startCrawlWorker } from './crawl/worker.ts';
import { LOG_SERIALIZERS } from './http/request-log.ts';
import type { TypedApp } from './http/typed-app.ts';
import type { Settings } from './settings.ts';
import { SetupError } from './setup-error.ts';
import { openStore } from './store/open.ts';
import { refreshSearchIndex } from './store/search/refresh-index.ts';
import type { Store } from './store/store.ts';
import { openWechatService } from './wechat-service.ts';

/** A platform kills what has not stopped after about this long. */
const STOP_LIMIT_MS = 10_000;

/** What a program that runs more than the endpoint does around it. */
export interface EndpointHooks {
  /** Before it listens: the tables are up to date, routes may still be added. */
  prepare?: (app: TypedApp, store: Store) => Promise<void>;
  /** Once it listens. */
  ready?: (app: TypedApp) => void;
}

/** Waits for the first signal to stop; a second one ends the process at once. */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
  });
}

async function listen(app: TypedApp, { host, port }: Settings) {
  try {
    await app.listen({ host, port, listenTextResolver: (address) => `listening at ${address}` });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new SetupError(`port ${port} is taken: stop what uses it, or set PORT to another.`);
    }
    throw new SetupError(`cannot listen at ${host}:${port} (${message}): set HOST and PORT.`);
  }
}

function stopInTime(): void {
  setTimeout(() => {
    process.stderr.write('requests did not end in time\n');
    process.exit(1);
  }, STOP_LIMIT_MS).unref();
}

/** Brings the search index up to date beside the requests: after an update, a restore, a change of the words. */
function keepSearchIndex(app: TypedApp, store: Store): { stop: () => Promise<void> } {
  const ending = new AbortController();
  const done = refreshSearchIndex(store, ending.signal).then(
    (articles) => {
      if (articles > 0) app.log.info({ articles }, 'search index brought up to date');
    },
    (err) => app.log.error({ err }, 'search index not brought up to date; the next start goes on'),
  );
  return {
    stop: () => {
      ending.abort();
      return done;
    },
  };
}

/**
 * Opens the store, listens, and returns after a signal to stop, when the requests under way are answered and the store
 * is closed.
 *
 * @throws SetupError with a sentence that says what to do
 */
export async function runEndpoint(settings: Settings, hooks: EndpointHooks = {}): Promise<void> {
  const stop = stopSignal();
  let report = (error: Error) => process.stderr.write(`${error.message}\n`);
  const store = await openStore(settings, (error) => report(error));
  try {
    const wechat =
      settings.wechat && (await openWechatService(store, settings, settings.wechat, Date.now));
    const app = await buildApp({
      store,
      now: Date.now,
      logger: { level: settings.logLevel, serializers: LOG_SERIALIZERS, base: null },
      ...(settings.mediaBaseUrl !== undefined && { mediaBaseUrl: settings.mediaBaseUrl }),
      ...(settings.publicUrl !== undefined && { publicUrl: settings.publicUrl }),
      ...(wechat && { wechat: wechat.context }),
    });
    report = (error) => {
      app.log.warn({ err: error }, 'lost a connection to the database');
      return true;
    };
    app.log.info({ database: store.description, migrated: store.migrated }, 'database ready');
    if (!wechat) app.log.info('no WeChat account is configured: no log-in, no notices');
    await hooks.prepare?.(app, store);
    await listen(app, settings);
    const worker = wechat?.start(app.log);
    const { crawlDelayMs: delayMs = CRAWL_LIMITS.delayMs } = settings;
    const limits = { ...CRAWL_LIMITS, delayMs };
    const crawler = startCrawlWorker(store, limits, Date.now, app.log);
    hooks.ready?.(app);
    const indexing = keepSearchIndex(app, store);
    const signal = await stop;
    app.log.info({ signal }, 'stopping');
    stopInTime();
    await Promise.all([app.close(), worker?.stop(), crawler.stop(), indexing.stop()]);
  } finally {
    await store.close();
  }
}
