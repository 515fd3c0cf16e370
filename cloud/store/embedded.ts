import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { SetupError } from '../setup-error.ts';
import { type Binaries, findBinaries } from './embedded/binaries.ts';
import { ensureCluster, readPassword, SUPERUSER } from './embedded/cluster.ts';
import { findPlace, type Place } from './embedded/place.ts';
import {
  isServing,
  readPostmaster,
  removeStalePidFile,
  startPostmaster,
  stopPostmaster,
} from './embedded/postmaster.ts';

const DATABASE = 'jiangmen';
/** Held shared by every process that uses the server, and alone by the one that stops it. Any constant will do. */
const PRESENCE_LOCK = 7_310_552_911;
/** How long starting, recovering after a crash or stopping may take before we give up. */
const PATIENCE_MS = 60_000;

/** A running embedded server, shared by all processes on this machine that use the same data folder. */
export interface EmbeddedServer {
  /** Connection string of the application's database. */
  url: string;
  /** Where its files are. */
  folder: string;
  /** Gives the server up; whoever does so last stops it. Close every other connection first. */
  close: () => Promise<void>;
}

function toUrl(password: string, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** A connection that marks our presence, or undefined when the server is not there or is just stopping. */
async function joinServer(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'jiangmen presence',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  // A server that goes away shows on the pool's queries; this connection only has to survive it.
  let lost = false;
  client.on('error', () => {
    lost = true;
  });
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock_shared($1)', [PRESENCE_LOCK]);
    return lost ? undefined : client;
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') {
      throw new SetupError(
        'the embedded database refuses the password that stands beside it. Restore the file `password`, or restore a backup into a new DATA_DIR.',
      );
    }
    await client.end();
    return undefined;
  }
}

/** Finds the running server or starts it, again and again until one of both works. */
async function reachServer(
  place: Place,
  binaries: Binaries,
): Promise<{ presence: pg.Client; port: number; password: string }> {
  const password = await readPassword(place);
  const deadline = Date.now() + PATIENCE_MS;
  let lastWords = '';
  while (Date.now() < deadline) {
    const running = await readPostmaster(place);
    if (running && (await isServing(place, running))) {
      const ready = running.status === 'ready';
      const presence = ready
        ? await joinServer(toUrl(password, running.port, 'postgres'))
        : undefined;
      if (presence) return { presence, port: running.port, password };
      await pause(50);
      continue;
    }
    if (running) await removeStalePidFile(place, running);
    const outcome = await startPostmaster(place, binaries);
    // A lock file in the way means that another process was faster: join its server.
    if (outcome.kind === 'ended') {
      lastWords = outcome.lastWords;
      if (!/lock file|Address already in use|could not create any TCP/.test(lastWords)) break;
      await pause(50);
    }
  }
  throw new SetupError(
    `the embedded database in ${place.folder} does not start (${lastWords || 'no answer in time'}). ` +
      'See server.log there, or set DATABASE_URL.',
  );
}

async function ensureDatabase(presence: pg.Client): Promise<void> {
  const { rows } = await presence.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rows.length > 0) return;
  try {
    await presence.query(`CREATE DATABASE ${DATABASE} TEMPLATE template0 ENCODING 'UTF8'`);
  } catch (error) {
    // Another process created it between our two statements.
    const code = (error as { code?: string }).code ?? '';
    if (code !== '42P04' && code !== '23505') throw error;
  }
}

async function leaveServer(place: Place, presence: pg.Client): Promise<void> {
  try {
    await presence.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE_LOCK]);
    const { rows } = await presence.query<{ alone: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS alone',
      [PRESENCE_LOCK],
    );
    const running = await readPostmaster(place);
    if (rows[0]?.alone && running) await stopPostmaster(place, running);
    else await presence.end();
  } catch (error) {
    const running = await readPostmaster(place);
    // The server went away by itself: there is nothing left to stop.
    if (running && (await isServing(place, running))) throw error;
  }
}

/**
 * Opens the embedded PostgreSQL of a data folder: creates it on first use, finds it when it is running already
 * (another process, or one that was killed), starts it otherwise.
 *
 * @param dataDir made when missing; may hold spaces
 * @throws SetupError with a sentence that says what to do
 */
export async function openEmbedded(dataDir: string): Promise<EmbeddedServer> {
  const place = await findPlace(dataDir);
  const binaries = await findBinaries(place.runAs);
  await ensureCluster(place, binaries);
  const { presence, port, password } = await reachServer(place, binaries);
  await ensureDatabase(presence);
  let closing: Promise<void> | undefined;
  return {
    url: toUrl(password, port, DATABASE),
    folder: place.folder,
    close: () => {
      closing ??= leaveServer(place, presence);
      return closing;
    },
  };
}
