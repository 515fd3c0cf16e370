import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Store } from './store.ts';

/** The right to ask sites; held by one process at a time. */
export interface CrawlLease {
  /** Before each page, at no cost while most of the time is left; false when another process has taken over. */
  renew: () => Promise<boolean>;
  release: () => Promise<void>;
}

/** How often a lease is renewed while it lasts. */
const RENEWALS = 4;

/**
 * Takes the lease for a while. A process that dies holds it no longer than that. By the database's clock alone, since
 * those of replicas differ.
 *
 * @returns undefined while another process holds it
 */
export async function takeCrawlLease(
  { db }: Store,
  leaseMs: number,
): Promise<CrawlLease | undefined> {
  const holder = randomUUID();
  const until = sql<Date>`clock_timestamp() + make_interval(secs => ${leaseMs / 1000})`;
  const taken = await db
    .insertInto('crawl_lease')
    .values({ id: 1, holder, until })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ holder, until })
        .where('crawl_lease.until', '<', sql<Date>`clock_timestamp()`),
    )
    .executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows !== 1n) return undefined;
  let renewedAt = performance.now();
  const own = () => db.updateTable('crawl_lease').where('holder', '=', holder);
  return {
    renew: async () => {
      if (performance.now() - renewedAt < leaseMs / RENEWALS) return true;
      renewedAt = performance.now();
      return (await own().set({ until }).executeTakeFirst()).numUpdatedRows === 1n;
    },
    release: async () => {
      await own().set({ until: sql<Date>`clock_timestamp()` }).execute();
    },
  };
}
