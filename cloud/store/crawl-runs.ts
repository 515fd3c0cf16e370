import { sql, type Transaction } from 'kysely';
import { DAY_MS } from '../../rules/utc8.ts';
import type { CrawlColumn } from './crawl-columns.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Articles that were corrected are corrected soon; later ones are not asked for again. */
const RECHECK_DAYS = 30;
const RECHECK_PAUSE_HOURS = 20;

export const RESET = { state: 'waiting', attempts: 0, reason: null } as const;

/** Asks again, on condition, for what may have been corrected: the longest not asked for first. */
async function queueRechecks(
  trx: Transaction<Tables>,
  column: CrawlColumn,
  now: Date,
  limit: number,
): Promise<void> {
  const asked = trx
    .selectFrom('crawl_pages')
    .innerJoin('articles', 'articles.id', 'crawl_pages.article_id')
    .select('crawl_pages.address')
    .where('column_id', '=', column.id)
    .where('crawl_pages.kind', '=', 'article')
    // Until now a known article that failed once was never asked for again.
    .where('crawl_pages.state', 'in', ['done', 'failed'])
    .where(
      'checked_at',
      '<',
      sql<Date>`${now}::timestamptz - make_interval(hours => ${RECHECK_PAUSE_HOURS})`,
    )
    .where('sort_at', '>', sql<Date>`${now}::timestamptz - make_interval(days => ${RECHECK_DAYS})`)
    .orderBy('checked_at')
    .orderBy('crawl_pages.address')
    .limit(limit);
  await trx
    .updateTable('crawl_pages')
    .set({ ...RESET, due_at: now })
    .where('column_id', '=', column.id)
    .where('address', 'in', asked)
    .execute();
}

/**
 * Begins a run of a column, unless one is under way, whose process may have died: then it goes on where it was.
 *
 * @param maxRechecks how many known articles are asked for again
 */
export async function beginRun(
  { db }: Store,
  column: CrawlColumn,
  now: number,
  maxRechecks: number,
): Promise<void> {
  const at = new Date(now);
  await db.transaction().execute(async (trx) => {
    const begun = await trx
      .updateTable('crawl_columns')
      .set({ running_since: at })
      .where('id', '=', column.id)
      .where('running_since', 'is', null)
      .executeTakeFirst();
    if (begun.numUpdatedRows !== 1n) return;
    // List pages that failed before may be there now.
    await trx
      .updateTable('crawl_pages')
      .set({ ...RESET, due_at: at })
      .where('column_id', '=', column.id)
      .where('kind', '=', 'list')
      .where('state', '=', 'failed')
      .where('position', '<=', column.max_list_pages)
      .execute();
    await queueListPage(trx, column, { address: column.address, position: 1 }, at);
    await queueRechecks(trx, column, at, maxRechecks);
  });
}

/** Whether articles that failed may be tried again, if a list page has them still. */
export async function hasFailuresDue(
  trx: Transaction<Tables>,
  column: CrawlColumn,
  now: Date,
): Promise<boolean> {
  const found = await trx
    .selectFrom('crawl_pages')
    .select('address')
    .where('column_id', '=', column.id)
    .where('kind', '=', 'article')
    .where('state', '=', 'failed')
    .where('due_at', '<=', now)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Puts a list page into the queue, unless this run has read it already. */
export async function queueListPage(
  trx: Transaction<Tables>,
  column: CrawlColumn,
  page: { address: string; position: number },
  now: Date,
): Promise<void> {
  // An unchanged list page would not say what stands in it.
  const isAskedWhole = await hasFailuresDue(trx, column, now);
  const fresh = {
    ...{ ...RESET, position: page.position, due_at: now },
    ...(isAskedWhole && { etag: null, last_modified: null }),
  };
  await trx
    .insertInto('crawl_pages')
    .values({ column_id: column.id, address: page.address, kind: 'list', ...fresh })
    .onConflict((conflict) =>
      conflict
        .columns(['column_id', 'address'])
        .doUpdateSet(fresh)
        .where('crawl_pages.kind', '=', 'list')
        .where((eb) =>
          eb.or([
            eb('crawl_pages.checked_at', 'is', null),
            eb(
              'crawl_pages.checked_at',
              '<',
              eb
                .selectFrom('crawl_columns')
                .select((inner) => inner.fn.coalesce('running_since', sql<Date>`${now}`).as('at'))
                .where('id', '=', column.id),
            ),
          ]),
        ),
    )
    .execute();
}

/**
 * Ends a run. The column is due again after its time, or as soon as a page that failed may be tried again.
 *
 * @param postponedMs due after this time instead, since the site does not answer; the run goes on then
 */
export async function endRun(
  { db }: Store,
  column: CrawlColumn,
  now: number,
  postponedMs?: number,
): Promise<void> {
  const retry = await db
    .selectFrom('crawl_pages')
    .select((eb) => eb.fn.min('due_at').as('at'))
    .where('column_id', '=', column.id)
    .where('state', '=', 'waiting')
    .where('due_at', '>', new Date(now))
    .executeTakeFirst();
  // Those that no list page had this time: not with every run the whole list is read for them.
  if (postponedMs === undefined) {
    await db
      .updateTable('crawl_pages')
      .set({ due_at: new Date(now + DAY_MS) })
      .where('column_id', '=', column.id)
      .where('kind', '=', 'article')
      .where('state', '=', 'failed')
      .where('due_at', '<=', new Date(now))
      .execute();
  }
  const regular = now + (postponedMs ?? (column.every_minutes ?? 60) * 60_000);
  const due = Math.min(regular, retry?.at?.getTime() ?? Number.POSITIVE_INFINITY);
  await db
    .updateTable('crawl_columns')
    .set({
      due_at: new Date(postponedMs === undefined ? due : regular),
      ...(postponedMs === undefined && { running_since: null }),
    })
    .where('id', '=', column.id)
    .execute();
}
