import { createReadStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import {
  FILLED_BY_USE,
  findDamage,
  type Manifest,
  readManifest,
  type TableEntry,
} from './backup-format.ts';
import { readSums, restoreMediaFiles } from './backup-media.ts';
import { SCHEMA_VERSION } from './migrate.ts';
import type { OpenDatabase } from './open.ts';

export type RestoreOutcome = { ok: true; manifest: Manifest } | { ok: false; problem: string };

/** Reads a backup and checks all of it, without any database. */
export async function checkBackup(folder: string): Promise<RestoreOutcome> {
  const path = resolve(folder);
  const outcome = await readManifest(path);
  if (!outcome.ok) return outcome;
  const { schema } = outcome.manifest;
  if (schema !== SCHEMA_VERSION) {
    return {
      ok: false,
      problem: `the backup is of version ${schema}, this program of ${SCHEMA_VERSION}: restore it with the program that made it, then start this one.`,
    };
  }
  const { tables, media } = outcome.manifest;
  const damage =
    (await findDamage(path, [...tables, media])) ?? (await findDamage(path, readSums(path)));
  return damage === undefined ? outcome : { ok: false, problem: damage };
}

/** The first table with content, while nobody else can write. */
async function findContent(client: pg.Client): Promise<string | undefined> {
  await client.query(`LOCK TABLE ${FILLED_BY_USE.join(', ')} IN ACCESS EXCLUSIVE MODE`);
  for (const table of FILLED_BY_USE) {
    const { rows } = await client.query(`SELECT 1 FROM ${table} LIMIT 1`);
    if (rows.length > 0) return table;
  }
  return undefined;
}

async function restoreTable(client: pg.Client, folder: string, entry: TableEntry): Promise<void> {
  const columns = entry.columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const rows = client.query(
    copyFrom(`COPY ${client.escapeIdentifier(entry.name)} (${columns}) FROM STDIN`),
  );
  await pipeline(createReadStream(join(folder, entry.file)), createGunzip(), rows);
  if (rows.rowCount !== entry.rows) {
    throw new Error(`${entry.name} has ${rows.rowCount} rows instead of ${entry.rows}`);
  }
}

/**
 * What was about to be sent when the backup was made has been sent since, or not: nobody knows, so nothing of it is sent again. What
 * is planned for later stays planned.
 */
async function endUnfinished(client: pg.Client): Promise<void> {
  await client.query(
    `UPDATE deliveries SET state = 'unknown' WHERE state IN ('queued', 'sending')`,
  );
  await client.query(
    `UPDATE notices SET state = 'cancelled'
      WHERE state = 'spreading' OR (state = 'scheduled' AND publish_at <= now())`,
  );
}

/**
 * Puts a backup into an empty, migrated database, in one transaction: all of it or nothing. Its files go into the
 * storage first; where the rest fails they lie there unused. Every id stays what it was.
 */
export async function restore(
  { url, media }: Pick<OpenDatabase, 'url' | 'media'>,
  folder: string,
): Promise<RestoreOutcome> {
  const checked = await checkBackup(folder);
  if (!checked.ok) return checked;
  const client = new pg.Client({
    connectionString: url,
    application_name: 'jiangmen restore',
  });
  await client.connect();
  try {
    await client.query('BEGIN');
    const content = await findContent(client);
    if (content !== undefined) {
      return {
        ok: false,
        problem: `the database has content already (${content}): restore into an empty one, with another DATA_DIR or DATABASE_URL.`,
      };
    }
    // The migrations have seeded the channels; those of the backup may differ.
    await client.query('TRUNCATE channels CASCADE');
    for (const entry of checked.manifest.tables) await restoreTable(client, resolve(folder), entry);
    await endUnfinished(client);
    await restoreMediaFiles(client, media, resolve(folder), checked.manifest.media);
    await client.query('COMMIT');
    return checked;
  } finally {
    // Without a COMMIT before it, this takes everything back.
    await client.end();
  }
}
