import type { Transaction } from 'kysely';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Why nothing is sent, and until when. */
export interface DeliveryStop {
  /** `all`, or the id of a template. */
  scope: string;
  /** WeChat's code. */
  code: number;
  /** Milliseconds since the epoch. */
  since: number;
  until: number;
}

/** Stops a line; one that is stopped for longer stays so. */
export async function stopLine(
  trx: Transaction<Tables>,
  scope: string,
  { code, until }: Pick<DeliveryStop, 'code' | 'until'>,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('delivery_stops')
    .values({ scope, code, since: at, until: new Date(until) })
    .onConflict((conflict) =>
      conflict
        .column('scope')
        .doUpdateSet({ code, since: at, until: new Date(until) })
        .where('delivery_stops.until', '<', new Date(until)),
    )
    .execute();
}

/** The lines that are stopped now. */
export async function listStops({ db }: Store, now: number): Promise<DeliveryStop[]> {
  const rows = await db
    .selectFrom('delivery_stops')
    .selectAll()
    .where('until', '>', new Date(now))
    .orderBy('scope')
    .execute();
  return rows.map(({ scope, code, since, until }) => ({
    ...{ scope, code },
    ...{ since: since.getTime(), until: until.getTime() },
  }));
}

/** Lets all lines run again: somebody has mended what stopped them. */
export async function resumeLines({ db }: Store): Promise<void> {
  await db.deleteFrom('delivery_stops').execute();
}
