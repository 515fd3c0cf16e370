import { toMediaKey } from '../media/media-storage.ts';
import type { Store } from './store.ts';

/**
 * Puts files that an earlier version kept in the table into the storage, one after the other. A row forgets its bytes only
 * when the storage has them for good; killed or done twice at once, it loses nothing.
 *
 * @returns how many were moved
 */
export async function moveOldBytes({ db, media }: Pick<Store, 'db' | 'media'>): Promise<number> {
  for (let moved = 0; ; moved += 1) {
    const row = await db
      .selectFrom('media')
      .select(['sha256', 'extension', 'content_type', 'bytes'])
      .where('bytes', 'is not', null)
      .orderBy('sha256')
      .limit(1)
      .executeTakeFirst();
    if (!row?.bytes) return moved;
    await media.put(toMediaKey(row.sha256, row.extension), row.bytes, row.content_type);
    await db.updateTable('media').set({ bytes: null }).where('sha256', '=', row.sha256).execute();
  }
}
