import { createHash } from 'node:crypto';
import type { Store } from './store.ts';

export interface MediaDraft {
  bytes: Buffer;
  contentType: string;
  /** With or without its dot, in any case. */
  extension: string;
}

export interface MediaInfo {
  contentType: string;
  extension: string;
}

const EXTENSION = /^[a-z0-9]{1,8}$/;

/**
 * Stores a picture or document; the same bytes are stored once, under the name they first came with.
 *
 * @returns its path on the endpoint, `/media/<sha256>.<extension>`
 * @throws RangeError when the extension is none
 */
export async function saveMedia(
  { db }: Store,
  draft: MediaDraft,
  now = Date.now(),
): Promise<string> {
  const extension = draft.extension.toLowerCase().replace(/^\./, '');
  if (!EXTENSION.test(extension)) throw new RangeError(`no file extension: ${draft.extension}`);
  const sha256 = createHash('sha256').update(draft.bytes).digest('hex');
  await db
    .insertInto('media')
    .values({
      sha256,
      content_type: draft.contentType,
      extension,
      bytes: draft.bytes,
      created_at: new Date(now),
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
  const stored = await findMedia({ db }, sha256);
  return `/media/${sha256}.${stored?.extension ?? extension}`;
}

/** What is known of a stored file, without its bytes. */
export async function findMedia(
  { db }: Pick<Store, 'db'>,
  sha256: string,
): Promise<MediaInfo | undefined> {
  const row = await db
    .selectFrom('media')
    .select(['content_type', 'extension'])
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row && { contentType: row.content_type, extension: row.extension };
}

/** The bytes of a stored file. */
export async function readMediaBytes({ db }: Store, sha256: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('media')
    .select('bytes')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.bytes;
}
