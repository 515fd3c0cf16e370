import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { MediaStorage } from '../media/media-storage.ts';
import {
  BACKUP_FORMAT,
  BACKUP_TABLES,
  MANIFEST,
  type Manifest,
  type TableEntry,
} from './backup-format.ts';
import { saveMediaFiles } from './backup-media.ts';
import { removeDeadParts, toPart, toTableFile } from './backup-parts.ts';
import { makeFolder } from './make-folder.ts';
import { SCHEMA_VERSION } from './migrate.ts';
import type { OpenDatabase } from './open.ts';

export type BackupOutcome =
  | { ok: true; folder: string; manifest: Manifest }
  | { ok: false; problem: string };

async function listColumns(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ column_name: string }>(
    `SELECT column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position`,
    [table],
  );
  return rows.map(({ column_name }) => column_name);
}

async function saveTable(client: pg.Client, folder: string, name: string): Promise<TableEntry> {
  const columns = await listColumns(client, name);
  const file = toTableFile(name);
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const rows = client.query(copyTo(`COPY ${client.escapeIdentifier(name)} (${list}) TO STDOUT`));
  await pipeline(
    rows,
    createGzip(),
    hashing,
    // Flushed to the disk: a backup that is reported must survive a power cut.
    createWriteStream(join(folder, file), { mode: 0o600, flush: true }),
  );
  return { name, columns, rows: rows.rowCount, file, sha256: hash.digest('hex') };
}

async function readSchema(client: pg.Client): Promise<string | undefined> {
  const table = await client.query(`SELECT to_regclass('public.schema_migrations') AS name`);
  if (table.rows[0].name === null) return undefined;
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM schema_migrations ORDER BY name DESC LIMIT 1',
  );
  return rows[0]?.name;
}

async function saveAll(
  client: pg.Client,
  media: MediaStorage,
  folder: string,
  now: number,
): Promise<Manifest> {
  const tables: TableEntry[] = [];
  for (const name of BACKUP_TABLES) tables.push(await saveTable(client, folder, name));
  const manifest: Manifest = {
    format: BACKUP_FORMAT,
    schema: SCHEMA_VERSION,
    createdAt: new Date(now).toISOString(),
    tables,
    media: await saveMediaFiles(client, media, folder),
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(join(folder, MANIFEST), text, { mode: 0o600, flush: true });
  return manifest;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Makes the folder for backups, and clears it of unfinished ones; otherwise says why it can't be used. */
async function prepareParent(parent: string): Promise<string | undefined> {
  try {
    await makeFolder(parent);
    await removeDeadParts(parent);
    return undefined;
  } catch (error) {
    return `cannot use ${parent} (${(error as Error).message}): name another folder.`;
  }
}

/**
 * Saves all content as it stands at one moment, with the files of the storage, while the endpoint goes on. The folder appears when it is complete.
 *
 * @param folder must not exist yet; its parents are made, and what killed backups left beside it is removed
 * @param now milliseconds since the epoch
 */
export async function backUp(
  { url, media }: Pick<OpenDatabase, 'url' | 'media'>,
  folder: string,
  now: number,
): Promise<BackupOutcome> {
  const target = resolve(folder);
  if (await exists(target)) {
    return { ok: false, problem: `${target} exists already: name a folder that does not.` };
  }
  const unusable = await prepareParent(dirname(target));
  if (unusable !== undefined) return { ok: false, problem: unusable };
  const draft = toPart(target);
  const client = new pg.Client({
    connectionString: url,
    application_name: 'jiangmen backup',
  });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const schema = await readSchema(client);
    if (schema !== SCHEMA_VERSION) {
      return {
        ok: false,
        problem: `the database is at ${schema ?? 'no version'}, this program at ${SCHEMA_VERSION}: run \`npm run migrate\` first, or use the newer program.`,
      };
    }
    await mkdir(draft, { mode: 0o700 });
    const manifest = await saveAll(client, media, draft, now);
    await rename(draft, target);
    return { ok: true, folder: target, manifest };
  } finally {
    await client.end();
    await rm(draft, { recursive: true, force: true });
  }
}
