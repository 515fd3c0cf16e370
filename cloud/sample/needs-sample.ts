import type { Store } from '../store/store.ts';
import { readEventFiles } from './read-content.ts';

async function countRows(store: Store, table: 'articles' | 'events'): Promise<number> {
  const { rows } = await store.db
    .selectFrom(table)
    .select((build) => build.fn.countAll<string>().as('rows'))
    .executeTakeFirstOrThrow();
  return Number(rows);
}

/**
 * True for a store without any content, and for one whose sample was left half-way: the first event of the sample is
 * saved first, the others last. A store with content of its own never gets invented articles among it.
 */
export async function needsSample(store: Store, contentDir: string): Promise<boolean> {
  const events = await countRows(store, 'events');
  if (events === 0) return (await countRows(store, 'articles')) === 0;
  return events < (await readEventFiles(contentDir)).length;
}
