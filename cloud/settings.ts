import { parseCrawlDelay } from './crawl/crawl-delay.ts';
import { parseAllowedHosts } from './importer/sources/allowed-hosts.ts';
import { parseStorageSettings, type StorageChoice } from './media/storage-settings.ts';
import { parseWechatSettings, type WechatSettings } from './wechat-settings.ts';

/** What the environment decides about the endpoint. */
export interface Settings {
  port: number;
  host: string;
  databaseUrl?: string;
  dataDir: string;
  /** Where pictures and files lie. */
  storage: StorageChoice;
  mediaBaseUrl?: string;
  /** Where readers reach the endpoint, for the feeds; without a slash at its end. */
  publicUrl?: string;
  logLevel: string;
  /** Between two requests of a crawl, where it is not the usual. */
  crawlDelayMs?: number;
  /** Absent where no WeChat account is configured: then nobody can log in, and no notice is sent. */
  wechat?: WechatSettings;
}

export type SettingsOutcome = { ok: true; settings: Settings } | { ok: false; problem: string };

type Environment = Record<string, string | undefined>;

const DEFAULT_PORT = '8787';
const DEFAULT_DATA_DIR = '.data';
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

function hasProtocol(text: string, protocols: string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

/** An empty variable counts as none. */
const read = (env: Environment, name: string) => env[name]?.trim() || undefined;

/** Which database and storage a command or the endpoint uses; the part of the settings that every command reads. */
export function parseDatabaseChoice(
  env: Environment,
):
  | { ok: true; choice: Pick<Settings, 'databaseUrl' | 'dataDir' | 'storage'> }
  | { ok: false; problem: string } {
  const databaseUrl = read(env, 'DATABASE_URL');
  if (databaseUrl !== undefined && !hasProtocol(databaseUrl, ['postgres:', 'postgresql:'])) {
    return {
      ok: false,
      problem:
        'DATABASE_URL is no PostgreSQL address: write postgres://user:password@host:5432/name.',
    };
  }
  if (databaseUrl === undefined && isContainer(env)) {
    return {
      ok: false,
      problem:
        'DATABASE_URL is missing: a container loses its disk, so the embedded database is not used here. Set it to postgres://user:password@host:5432/name.',
    };
  }
  const dataDir = read(env, 'DATA_DIR') ?? DEFAULT_DATA_DIR;
  const chosen = parseStorageSettings(env, dataDir, isContainer(env));
  if (!chosen.ok) return chosen;
  const { storage } = chosen;
  return {
    ok: true,
    choice: { dataDir, storage, ...(databaseUrl !== undefined && { databaseUrl }) },
  };
}

/** Whether this runs where the disk does not last. */
export function isContainer(env: Environment): boolean {
  return read(env, 'CONTAINER') === '1' || read(env, 'NODE_ENV') === 'production';
}

/** Reads the settings; the first thing that is wrong comes back as one line that says what to do. */
export function parseSettings(env: Environment): SettingsOutcome {
  const database = parseDatabaseChoice(env);
  if (!database.ok) return database;
  const port = read(env, 'PORT') ?? DEFAULT_PORT;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { ok: false, problem: `PORT is "${port}": set it to a number from 0 to 65535.` };
  }
  const mediaBaseUrl = read(env, 'MEDIA_BASE_URL')?.replace(/\/+$/, '');
  if (mediaBaseUrl !== undefined && !hasProtocol(mediaBaseUrl, ['http:', 'https:'])) {
    return {
      ok: false,
      problem: 'MEDIA_BASE_URL is no address: write https://host/folder, or leave it out.',
    };
  }
  const publicUrl = read(env, 'PUBLIC_URL')?.replace(/\/+$/, '');
  if (publicUrl !== undefined && !hasProtocol(publicUrl, ['http:', 'https:'])) {
    return {
      ok: false,
      problem: 'PUBLIC_URL is no address: write https://host, or leave it out.',
    };
  }
  const logLevel = read(env, 'LOG_LEVEL') ?? 'info';
  if (!LOG_LEVELS.includes(logLevel)) {
    return {
      ok: false,
      problem: `LOG_LEVEL is "${logLevel}": set it to one of ${LOG_LEVELS.join(', ')}.`,
    };
  }
  // Read where it is used (`allowed-hosts.ts`); looked at here, so that a slip of the pen is told at the start.
  if (parseAllowedHosts(read(env, 'IMPORT_ALLOW_HOSTS')) === undefined) {
    return {
      ok: false,
      problem:
        'IMPORT_ALLOW_HOSTS has an entry that is no host: write host or host:port, with commas between.',
    };
  }
  const crawlDelayMs = parseCrawlDelay(env.CRAWL_DELAY_MS);
  if (crawlDelayMs === undefined) {
    return {
      ok: false,
      problem:
        'CRAWL_DELAY_MS is no number of milliseconds from 0 to 600000: set it, or leave it out.',
    };
  }
  const wechat = parseWechatSettings(env);
  if (!wechat.ok) return wechat;
  return {
    ok: true,
    settings: {
      ...database.choice,
      port: Number(port),
      // A container is reached from outside; a laptop offers its endpoint to the network only when told to.
      host: read(env, 'HOST') ?? (isContainer(env) ? '0.0.0.0' : '127.0.0.1'),
      logLevel,
      ...(read(env, 'CRAWL_DELAY_MS') !== undefined && { crawlDelayMs }),
      ...(mediaBaseUrl !== undefined && { mediaBaseUrl }),
      ...(publicUrl !== undefined && { publicUrl }),
      ...(wechat.settings && { wechat: wechat.settings }),
    },
  };
}
