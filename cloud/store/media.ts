import { type FileDraft, type StoredFile, toMediaPath } from '../domain/media.ts';
import { toMediaKey } from '../media/media-storage.ts';
import type { Store } from './store.ts';

/**
 * Stores a picture or file with its copies: first the bytes, then the row, so that what the table knows of is there. The
 * same hash is stored once, under the extension it first came with.
 *
 * @returns its path on the endpoint, `/media/<hash>.<extension>`
 * @throws RangeError when hash or extension are none
 */
export async function saveMedia(
  { db, media }: Pick<Store, 'db' | 'media'>,
  draft: FileDraft,
  now = Date.now(),
): Promise<string> {
  const { hash, extension, contentType } = draft;
  const known = await findMedia({ db }, hash);
  const stored = known ?? draft;
  await media.put(toMediaKey(hash, stored.extension), draft.bytes, stored.contentType);
  for (const { width, bytes } of draft.copies ?? [])
    await media.put(toMediaKey(hash, stored.extension, width), bytes, stored.contentType);
  await db
    .insertInto('media')
    .values({
      ...{ sha256: hash, content_type: contentType, extension, size: draft.bytes.length },
      ...{ width: draft.width ?? null, height: draft.height ?? null },
      ...{ widths: draft.widths ?? null, placeholder: draft.placeholder ?? null },
      created_at: new Date(now),
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
  return toMediaPath(stored);
}

/** What is known of a stored file. */
export async function findMedia(
  { db }: Pick<Store, 'db'>,
  hash: string,
): Promise<StoredFile | undefined> {
  const row = await db
    .selectFrom('media')
    .select(['content_type', 'extension', 'size', 'width', 'height', 'widths', 'placeholder'])
    .where('sha256', '=', hash)
    .executeTakeFirst();
  return (
    row && {
      ...{ hash, contentType: row.content_type, extension: row.extension, size: row.size },
      ...(row.width !== null && { width: row.width }),
      ...(row.height !== null && { height: row.height }),
      ...(row.widths !== null && { widths: row.widths }),
      ...(row.placeholder !== null && { placeholder: row.placeholder }),
    }
  );
}

/** The same, when its bytes are there too: what a lost disk has taken is stored anew by the next import. */
async function findWholeMedia(
  store: Pick<Store, 'db' | 'media'>,
  hash: string,
): Promise<StoredFile | undefined> {
  const known = await findMedia(store, hash);
  if (known === undefined) return undefined;
  const widths = [undefined, ...(known.widths ?? [])];
  const sizes = await Promise.all(
    widths.map((width) => store.media.size(toMediaKey(hash, known.extension, width))),
  );
  return sizes.includes(undefined) ? undefined : known;
}

/** The file that an address gave the last time; undefined where none did, or its bytes are gone. */
async function recallMedia(
  store: Pick<Store, 'db' | 'media'>,
  origin: string,
): Promise<StoredFile | undefined> {
  const row = await store.db
    .selectFrom('media_origins')
    .select('sha256')
    .where('origin', '=', origin)
    .executeTakeFirst();
  return row && findWholeMedia(store, row.sha256);
}

/** Notes which stored file an address gave. */
async function noteMediaOrigin(
  { db }: Pick<Store, 'db'>,
  origin: string,
  hash: string,
): Promise<void> {
  await db
    .insertInto('media_origins')
    .values({ origin, sha256: hash })
    .onConflict((conflict) =>
      conflict
        .column('origin')
        .doUpdateSet({ sha256: hash })
        .where('media_origins.sha256', '!=', hash),
    )
    .execute();
}

/** The storage as whoever keeps the files of a page sees it. */
export function createMediaPorts(store: Pick<Store, 'db' | 'media'>) {
  return {
    find: (hash: string) => findWholeMedia(store, hash),
    save: (draft: FileDraft) => saveMedia(store, draft),
    recall: (origin: string) => recallMedia(store, origin),
    note: (origin: string, hash: string) => noteMediaOrigin(store, origin, hash),
  };
}
