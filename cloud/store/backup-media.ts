import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { type MediaStorage, toMediaKey } from '../media/media-storage.ts';
import type { MediaEntry } from './backup-format.ts';

/** The files of a backup, each below the first characters of its name, and the list of their hashes (as sha256sum writes it). */
export const MEDIA_FOLDER = 'media';
export const MEDIA_SUMS = 'media.sha256';

interface MediaRow {
  sha256: string;
  extension: string;
  content_type: string;
  widths: number[] | null;
}

/** One stored file: a picture has several, one a width. */
interface MediaFile {
  key: string;
  contentType: string;
}

const BATCH = 500;
const toPath = (key: string) => join(key.slice(0, 2), key);

/** Every stored file that the table knows of, as the transaction sees it. What still lies in the table is saved with the table. */
async function* listFiles(client: pg.Client): AsyncGenerator<MediaFile> {
  for (let last = ''; ; ) {
    const { rows } = await client.query<MediaRow>(
      `SELECT sha256, extension, content_type, widths FROM media
        WHERE bytes IS NULL AND sha256 > $1 ORDER BY sha256 LIMIT ${BATCH}`,
      [last],
    );
    for (const { sha256, extension, content_type: contentType, widths } of rows) {
      for (const width of [undefined, ...(widths ?? [])])
        yield { key: toMediaKey(sha256, extension, width), contentType };
    }
    const newest = rows.at(-1);
    if (newest === undefined) return;
    last = newest.sha256;
  }
}

function hashing(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}

/** Copies one file and answers its hash; undefined when the storage does not have it. */
async function saveFile(media: MediaStorage, folder: string, key: string) {
  const found = await media.read(key);
  if (found === undefined) return undefined;
  const path = join(folder, MEDIA_FOLDER, toPath(key));
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  await pipeline(
    found.stream,
    hashing(hash),
    createWriteStream(path, { mode: 0o600, flush: true }),
  );
  return hash.digest('hex');
}

/**
 * Copies every stored file into the folder of a backup, whatever the storage is.
 *
 * @param client in the transaction whose moment is saved
 */
export async function saveMediaFiles(
  client: pg.Client,
  media: MediaStorage,
  folder: string,
): Promise<MediaEntry> {
  await mkdir(join(folder, MEDIA_FOLDER), { mode: 0o700 });
  const sums = createWriteStream(join(folder, MEDIA_SUMS), { mode: 0o600, flush: true });
  const hash = createHash('sha256');
  const missing: string[] = [];
  let files = 0;
  const lines = async function* () {
    for await (const { key } of listFiles(client)) {
      const sha256 = await saveFile(media, folder, key);
      if (sha256 === undefined) {
        missing.push(key);
        continue;
      }
      files += 1;
      yield Buffer.from(`${sha256}  ${join(MEDIA_FOLDER, toPath(key))}\n`);
    }
  };
  await pipeline(lines(), hashing(hash), sums);
  return { files, missing, file: MEDIA_SUMS, sha256: hash.digest('hex') };
}

/** Each file of a backup and the hash that it was saved with; the list itself must be whole. */
export async function* readSums(folder: string): AsyncGenerator<{ file: string; sha256: string }> {
  const lines = createInterface({ input: createReadStream(join(folder, MEDIA_SUMS)) });
  for await (const line of lines) yield { sha256: line.slice(0, 64), file: line.slice(66) };
}

/**
 * Puts the files of a backup into the storage. What is there already is the same, so a second try does no harm.
 *
 * @param client in the transaction that has just restored the table
 * @throws Error when a file that the backup holds is not in its folder
 */
export async function restoreMediaFiles(
  client: pg.Client,
  media: MediaStorage,
  folder: string,
  { missing }: MediaEntry,
): Promise<void> {
  const lost = new Set(missing);
  for await (const { key, contentType } of listFiles(client)) {
    if (lost.has(key)) continue;
    const bytes = await readFile(join(folder, MEDIA_FOLDER, toPath(key)));
    await media.put(key, bytes, contentType);
  }
}
