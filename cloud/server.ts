import { buildApp } from './app.ts';
import { LOG_SERIALIZERS } from './http/request-log.ts';
import { parseSettings, type Settings } from './settings.ts';
import { SetupError } from './setup-error.ts';
import { openStore } from './store/open.ts';

/** A platform kills what has not stopped after about this long. */
const STOP_LIMIT_MS = 10_000;

function refuse(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

/** Waits for the first signal to stop; a second one ends the process at once. */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
  });
}

async function listen(app: Awaited<ReturnType<typeof buildApp>>, { host, port }: Settings) {
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

async function run(settings: Settings): Promise<void> {
  const stop = stopSignal();
  let report = (error: Error) => process.stderr.write(`${error.message}\n`);
  const store = await openStore(settings, (error) => report(error));
  try {
    const app = await buildApp({
      store,
      now: Date.now,
      logger: { level: settings.logLevel, serializers: LOG_SERIALIZERS, base: null },
      ...(settings.mediaBaseUrl !== undefined && { mediaBaseUrl: settings.mediaBaseUrl }),
    });
    report = (error) => {
      app.log.warn({ err: error }, 'lost a connection to the database');
      return true;
    };
    app.log.info({ database: store.description, migrated: store.migrated }, 'database ready');
    await listen(app, settings);
    const signal = await stop;
    app.log.info({ signal }, 'stopping');
    setTimeout(() => refuse('requests did not end in time'), STOP_LIMIT_MS).unref();
    await app.close();
  } finally {
    await store.close();
  }
}

const outcome = parseSettings(process.env);
if (!outcome.ok) refuse(outcome.problem);
try {
  await run(outcome.settings);
} catch (error) {
  if (error instanceof SetupError) refuse(error.message);
  throw error;
}
