import { DAY_MS, toCivilTime, toEpochMs, UTC8_OFFSET_MS } from '../../rules/utc8.ts';
import { toEventKey } from '../store/origin-keys.ts';
import type { Store } from '../store/store.ts';

/** Where a sample event stands: its key, and the day it starts relative to the first run. */
export interface SampleEventDay {
  key: string;
  day: number;
}

/**
 * Noon of the day that a stored sample was made for, in milliseconds since the epoch: what most of the stored events
 * say. Undefined when none is stored. Without it, loading again on a later day would load everything a second time.
 */
export async function findFirstRun(
  store: Store,
  events: readonly SampleEventDay[],
): Promise<number | undefined> {
  if (events.length === 0) return undefined;
  const days = new Map(events.map(({ key, day }) => [toEventKey(key), day]));
  const rows = await store.db
    .selectFrom('events')
    .select(['key', 'starts_at'])
    .where('key', 'in', [...days.keys()])
    .execute();
  const votes = new Map<number, number>();
  for (const row of rows) {
    const first = toCivilTime(toEpochMs(row.starts_at)).dayNumber - (days.get(row.key) ?? 0);
    votes.set(first, (votes.get(first) ?? 0) + 1);
  }
  const [winner] = [...votes].sort((a, b) => b[1] - a[1]);
  return winner && winner[0] * DAY_MS + DAY_MS / 2 - UTC8_OFFSET_MS;
}
