import { type Kysely, sql, type Transaction } from 'kysely';
import { LONGEST_ID, SHORTEST_ID, toPermanentId } from './permanent-id.ts';
import type { Tables } from './tables.ts';

/**
 * Runs a save while holding its keys: two saves of the same thing at once follow each other. The keys are taken in
 * order, so that two saves with several keys in common can't wait for each other.
 */
export function withKeysLocked<T>(
  db: Kysely<Tables>,
  keys: readonly string[],
  save: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    for (const key of [...keys].sort()) {
      await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
    }
    return save(trx);
  });
}

/**
 * Inserts under the key's own id, or under a longer one where another key has the same beginning.
 *
 * @param insert inserts under the id given; false when that id is taken
 * @returns the id
 */
export async function insertWithPermanentId(
  key: string,
  insert: (id: string) => Promise<boolean>,
): Promise<string> {
  for (let length = SHORTEST_ID; length <= LONGEST_ID; length += 1) {
    const id = toPermanentId(key, length);
    if (await insert(id)) return id;
  }
  throw new Error(`no id is free for ${key}`);
}
