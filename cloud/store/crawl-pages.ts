import { type Selectable, sql } from 'kysely';
import type { CrawlColumn } from './crawl-columns.ts';
import { hasFailuresDue, queueListPage, RESET } from './crawl-runs.ts';
import type { Store } from './store.ts';
import type { CrawlPageTable } from './tables/crawl.ts';

export type CrawlPage = Selectable<CrawlPageTable>;

/** What a site gave to be asked on condition the next time. */
export interface Validators {
  etag: string | undefined;
  lastModified: string | undefined;
}

/** Positions of articles: those of one list page stand together, in its order. */
const POSITIONS_A_PAGE = 1000;

/** The page to fetch next: list pages before articles, the newest articles first. */
export function findNextPage(
  { db }: Store,
  column: CrawlColumn,
  now: number,
): Promise<CrawlPage | undefined> {
  return db
    .selectFrom('crawl_pages')
    .selectAll()
    .where('column_id', '=', column.id)
    .where('state', '=', 'waiting')
    .where('due_at', '<=', new Date(now))
    .orderBy('kind', 'desc')
    .orderBy('position')
    .orderBy('address')
    .limit(1)
    .executeTakeFirst();
}

const toDone = (validators: Validators | undefined, now: number) => ({
  ...{ state: 'done' as const, attempts: 0, reason: null, checked_at: new Date(now) },
  // Without new ones the answer was 304, and the old ones hold.
  ...(validators && {
    etag: validators.etag ?? null,
    last_modified: validators.lastModified ?? null,
  }),
});

/** Notes that a page is done. Without validators it was unchanged. */
export async function finishPage(
  { db }: Store,
  page: CrawlPage,
  now: number,
  done: { articleId?: string; validators?: Validators } = {},
): Promise<void> {
  await db
    .updateTable('crawl_pages')
    .set({
      ...toDone(done.validators, now),
      ...(done.articleId !== undefined && { article_id: done.articleId }),
    })
    .where('column_id', '=', page.column_id)
    .where('address', '=', page.address)
    .execute();
}

/** Notes that a page failed and is to be tried again at `retryAt`, milliseconds since the epoch. */
export async function postponePage(
  { db }: Store,
  page: CrawlPage,
  reason: string,
  retryAt: number,
): Promise<void> {
  await db
    .updateTable('crawl_pages')
    .set({ reason, attempts: page.attempts + 1, due_at: new Date(retryAt) })
    .where('column_id', '=', page.column_id)
    .where('address', '=', page.address)
    .execute();
}

/**
 * Notes that a page failed. A known article stays as it is until its next recheck; anything else is tried again after
 * `retryMs`, where a list page still has it.
 */
export async function failPage(
  { db }: Store,
  page: CrawlPage,
  reason: string,
  now: number,
  retryMs: number,
): Promise<void> {
  const failed = {
    ...{ state: 'failed' as const, attempts: page.attempts + 1 },
    due_at: new Date(now + retryMs),
  };
  const known = { state: 'done' as const, attempts: 0, checked_at: new Date(now) };
  await db
    .updateTable('crawl_pages')
    .set({ reason, ...(page.article_id === null ? failed : known) })
    .where('column_id', '=', page.column_id)
    .where('address', '=', page.address)
    .execute();
}

/**
 * Puts what a list page offers into the queue and notes that it is done, in one step: killed before, it is read
 * again, killed afterwards, nothing of it is lost. Articles that failed and still stand there are tried again
 * when their time has come.
 * The list page that follows is queued where this one held something new, since behind known articles are only known
 * ones, or where one that failed has not been met yet.
 *
 * @returns how many articles are new or tried again
 */
export function saveListPage(
  { db }: Store,
  column: CrawlColumn,
  page: CrawlPage,
  found: { articles: readonly string[]; next: string | undefined; validators: Validators },
  now: number,
): Promise<number> {
  const at = new Date(now);
  return db.transaction().execute(async (trx) => {
    const rows = found.articles.map((address, index) => ({
      ...{ column_id: column.id, address, kind: 'article' as const, state: 'waiting' as const },
      position: page.position * POSITIONS_A_PAGE + Math.min(index, POSITIONS_A_PAGE - 1),
      ...{ attempts: 0, due_at: at },
    }));
    const inserted =
      rows.length === 0
        ? []
        : await trx
            .insertInto('crawl_pages')
            .values(rows)
            .onConflict((conflict) =>
              conflict
                .columns(['column_id', 'address'])
                .doUpdateSet((eb) => ({
                  ...RESET,
                  position: eb.ref('excluded.position'),
                  due_at: at,
                }))
                .where('crawl_pages.kind', '=', 'article')
                .where('crawl_pages.state', '=', 'failed')
                .where('crawl_pages.due_at', '<=', at),
            )
            .returning('address')
            .execute();
    await trx
      .updateTable('crawl_pages')
      .set(toDone(found.validators, now))
      .where('column_id', '=', column.id)
      .where('address', '=', page.address)
      .execute();
    const position = page.position + 1;
    const { next } = found;
    if (next === undefined || position > column.max_list_pages) return inserted.length;
    if (inserted.length > 0 || (await hasFailuresDue(trx, column, at))) {
      await queueListPage(trx, column, { address: next, position }, at);
    }
    return inserted.length;
  });
}

/** The pages that failed or wait for another try, known articles among them, with the reason. */
export function listTroubles({ db }: Store, column: CrawlColumn): Promise<CrawlPage[]> {
  return db
    .selectFrom('crawl_pages')
    .selectAll()
    .where('column_id', '=', column.id)
    .where('reason', 'is not', null)
    .orderBy(sql`state`)
    .orderBy('position')
    .limit(50)
    .execute();
}
