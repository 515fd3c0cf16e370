import type { Selectable } from 'kysely';
import type { Store } from './store.ts';
import type { CrawlColumnTable } from './tables/crawl.ts';

export type CrawlColumn = Selectable<CrawlColumnTable>;

/** What an editor decides about a column. */
export interface ColumnChoices {
  channelId: string;
  site: string | undefined;
  /** `2024-03-05`: articles of earlier days are left alone. */
  since: string | undefined;
  maxListPages: number;
  /** Undefined: by command only. */
  everyMinutes: number | undefined;
}

/** Beside the column itself: how many of its pages wait, and how many failed. */
export interface ListedColumn extends CrawlColumn {
  waiting: number;
  done: number;
  failed: number;
}

/**
 * Saves a column under the address of its first list page; one that is known takes the choices that are given.
 *
 * @param now milliseconds since the epoch: a scheduled column is due at once
 * @throws the database's error when the channel does not exist
 */
export async function saveColumn(
  { db }: Store,
  address: string,
  given: Partial<ColumnChoices>,
  defaults: ColumnChoices,
  now: number,
): Promise<CrawlColumn> {
  const toRow = (choices: Partial<ColumnChoices>) => ({
    ...('channelId' in choices && { channel_id: choices.channelId }),
    ...('site' in choices && { site: choices.site ?? null }),
    ...('since' in choices && { since: choices.since ?? null }),
    ...('maxListPages' in choices && { max_list_pages: choices.maxListPages }),
    ...('everyMinutes' in choices && { every_minutes: choices.everyMinutes ?? null }),
  });
  const all = { ...defaults, ...given };
  return db
    .insertInto('crawl_columns')
    .values({
      address,
      channel_id: all.channelId,
      max_list_pages: all.maxListPages,
      ...toRow(all),
      due_at: new Date(now),
      created_at: new Date(now),
    })
    .onConflict((conflict) =>
      conflict.column('address').doUpdateSet({ ...toRow(given), due_at: new Date(now) }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Forgets a column and its queue; its articles stay. False when it was not known. */
export async function removeColumn({ db }: Store, address: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('crawl_columns')
    .where('address', '=', address)
    .executeTakeFirst();
  return removed.numDeletedRows === 1n;
}

/** Every column, the oldest first. */
export async function listColumns({ db }: Store): Promise<ListedColumn[]> {
  const rows = await db
    .selectFrom('crawl_columns')
    .selectAll()
    .select((eb) =>
      (['waiting', 'done', 'failed'] as const).map((state) =>
        eb
          .selectFrom('crawl_pages')
          .whereRef('column_id', '=', 'crawl_columns.id')
          .where('state', '=', state)
          .where('kind', '=', 'article')
          .select((inner) => inner.fn.countAll<string>().as('count'))
          .as(state),
      ),
    )
    .orderBy('created_at')
    .orderBy('address')
    .execute();
  return rows.map(({ waiting, done, failed, ...column }) => ({
    ...column,
    ...{ waiting: Number(waiting), done: Number(done), failed: Number(failed) },
  }));
}

/** Scheduled columns whose time has come, the longest waiting first. */
export function listDueColumns({ db }: Store, now: number): Promise<CrawlColumn[]> {
  return db
    .selectFrom('crawl_columns')
    .selectAll()
    .where('every_minutes', 'is not', null)
    .where('due_at', '<=', new Date(now))
    .orderBy('due_at')
    .execute();
}
