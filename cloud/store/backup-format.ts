import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

/** Raised when an older program could not read a newer backup. */
export const BACKUP_FORMAT = 2;
export const MANIFEST = 'manifest.json';

/** Every table that holds content, in an order in which each refers to earlier ones only. */
export const BACKUP_TABLES = [
  'channels',
  'articles',
  'article_origins',
  'article_versions',
  'events',
  'media',
  'media_origins',
  'crawl_columns',
  'accounts',
  'subscriptions',
  'credit_entries',
  'notices',
  'deliveries',
  'notice_tallies',
] as const;

/** What a backup leaves out, and why: derived from other tables, or good for hours only. */
export const TABLES_LEFT_OUT = {
  article_search: 'made anew from the articles when the endpoint starts',
  credit_balances: 'kept by a trigger on credit_entries',
  delivery_lanes: 'leases of a minute',
  delivery_stops: 'hours at most',
  delivery_rate: 'a second',
  crawl_pages: 'what sites are asked for on condition; articles are known by their addresses',
  crawl_lease: 'a minute',
  push_events: 'a day',
  sessions: 'two hours; the mini-program logs in again by itself',
  wechat_tokens: 'two hours; fetched anew',
} as const;

/** The tables that are empty in a database that nobody has used; the channels come with the migrations. */
export const FILLED_BY_USE = [
  'articles',
  'article_origins',
  'events',
  'media',
  'accounts',
  'notices',
  'crawl_columns',
] as const;

const TableEntry = Type.Object({
  name: Type.String(),
  columns: Type.Array(Type.String()),
  rows: Type.Integer({ minimum: 0 }),
  file: Type.String(),
  sha256: Type.String(),
});
export type TableEntry = Static<typeof TableEntry>;

const MediaEntry = Type.Object({
  /** How many files of pictures and attachments the backup holds. */
  files: Type.Integer({ minimum: 0 }),
  /** Names of those that the table knew of and the storage had not. */
  missing: Type.Array(Type.String()),
  /** The list of their hashes, and its own. */
  file: Type.String(),
  sha256: Type.String(),
});
export type MediaEntry = Static<typeof MediaEntry>;

/** What `manifest.json` says about a backup. */
const Manifest = Type.Object({
  format: Type.Literal(BACKUP_FORMAT),
  /** The newest migration of the database that was saved. */
  schema: Type.String(),
  /** ISO 8601. */
  createdAt: Type.String(),
  tables: Type.Array(TableEntry),
  media: MediaEntry,
});
export type Manifest = Static<typeof Manifest>;

const manifestCheck = Compile(Manifest);

export type ManifestOutcome = { ok: true; manifest: Manifest } | { ok: false; problem: string };

/** Reads and checks the manifest of a backup; the files themselves are not opened. */
export async function readManifest(folder: string): Promise<ManifestOutcome> {
  const path = join(folder, MANIFEST);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      ok: false,
      problem: `${folder} is no backup: its ${MANIFEST} can't be read (${code}).`,
    };
  }
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return { ok: false, problem: `${path} is damaged: it is no JSON. Use another backup.` };
  }
  const names = BACKUP_TABLES.join();
  if (!manifestCheck.Check(manifest) || manifest.tables.map(({ name }) => name).join() !== names) {
    return {
      ok: false,
      problem: `${path} is damaged, or was written by another version of this program.`,
    };
  }
  return { ok: true, manifest };
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

interface Hashed {
  file: string;
  sha256: string;
}

/** Compares files with the hashes they were saved with; undefined when all are whole, else what is wrong with the first. */
export async function findDamage(
  folder: string,
  files: Iterable<Hashed> | AsyncIterable<Hashed>,
): Promise<string | undefined> {
  for await (const { file, sha256 } of files) {
    const path = join(folder, file);
    try {
      if ((await hashFile(path)) === sha256) continue;
    } catch (error) {
      return `${path} can't be read (${(error as NodeJS.ErrnoException).code}). Use another backup.`;
    }
    return `${path} is damaged: its content is not what was saved. Use another backup.`;
  }
  return undefined;
}
