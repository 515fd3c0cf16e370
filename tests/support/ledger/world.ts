import type { SendOutcome } from '../../../cloud/domain/send-outcome.ts';
import type { Claimed } from '../../../cloud/store/deliveries.ts';
import type { Store } from '../../../cloud/store/store.ts';
import type { Answer, Reader, Round } from './history.ts';
import { createModel, type Model, type ModelDelivery } from './model.ts';

/** Content that notices of all histories are about. */
export const SUBJECTS = ['subject0', 'subject1', 'subject2'];

/** A history that is being played: two readers whom no other history knows, and what ought to be so. */
export interface World {
  name: string;
  history: Round[];
  accounts: [string, string];
  model: Model;
  /** Messages that were sent and not answered, by reader, the oldest first. */
  held: [Held[], Held[]];
}

export interface Held {
  claimed: Claimed;
  delivery: ModelDelivery;
}

/** Writes what the notices are about. */
export async function prepareSubjects({ pool }: Store): Promise<void> {
  await pool.query(
    `INSERT INTO articles (id, channel_id, title, summary, source, published_at, sort_at, blocks, attachments, site, content_hash, created_at, updated_at)
     SELECT id, 'news', id, '', '', '2026-11-01', now(), '[]', '[]', '', id, now(), now() FROM unnest($1::text[]) AS given (id)`,
    [SUBJECTS],
  );
}

/** Takes out of the line what histories that are over have left in it. */
export async function clearLine({ pool }: Store): Promise<void> {
  await pool.query("UPDATE deliveries SET state = 'cancelled' WHERE state = 'queued'");
  await pool.query("UPDATE notices SET state = 'cancelled' WHERE state = 'scheduled'");
}

let made = 0;

/** A world for each history, in one statement. */
export async function makeWorlds({ pool }: Store, histories: Round[][]): Promise<World[]> {
  const names = histories.map(() => {
    made += 1;
    return `w${made}`;
  });
  const { rows } = await pool.query<{ id: string; name: string }>(
    `INSERT INTO accounts (code, openid_print, openid_sealed, created_at, seen_at)
     SELECT name || ':' || reader, convert_to(name || ':' || reader, 'UTF8'), '', now(), now()
       FROM unnest($1::text[]) AS given (name), generate_series(0, 1) AS reader
     RETURNING id, code AS name`,
    [names],
  );
  const ids = new Map(rows.map(({ id, name }) => [name, id]));
  return histories.map((history, index) => {
    const name = names[index] ?? '';
    const accounts: World['accounts'] = [ids.get(`${name}:0`) ?? '', ids.get(`${name}:1`) ?? ''];
    return { ...{ name, history, accounts }, model: createModel(), held: [[], []] };
  });
}

let messages = 0;

/** Another message id each time. */
export function toOutcome(answer: Answer, now: number): SendOutcome | undefined {
  switch (answer) {
    case 'held':
      return undefined;
    case 'sent':
      messages += 1;
      return { kind: 'sent', messageId: String(messages) };
    case 'unknown':
      return { kind: 'unknown' };
    case 'again':
      return { kind: 'again', dueAt: now, code: -1 };
    case 'later':
      return { kind: 'again', dueAt: now + 3_000, code: -1 };
    case 'stop': {
      const stop = { scope: 'template' as const, code: 40_037, until: now + 2_000 };
      return { kind: 'again', dueAt: now, code: 40_037, stop };
    }
    case 'failed':
      return { kind: 'failed', code: 40_003 };
    case 'refused':
      return { kind: 'refused', code: 43_101 };
    case 'halted':
      return { kind: 'halted', code: 47_003 };
  }
}

/** What does stand in the store for some worlds, as the model's `toLines` says it. */
export async function readLines({ pool }: Store, worlds: World[]): Promise<Map<World, string[]>> {
  const owners = new Map(
    worlds.flatMap((world) =>
      world.accounts.map((id, reader) => [id, { world, reader: reader as Reader }] as const),
    ),
  );
  const { rows } = await pool.query<{ id: string; line: string; rest: string }>(
    `SELECT coalesce(b.account_id, e.account_id) AS id, 'credit' AS line,
         right(topic, 1) || ' ' || coalesce(b.balance, 0) || ' ' || coalesce(e.sum, 0) AS rest
       FROM (SELECT * FROM credit_balances WHERE account_id = ANY($1)) b
       FULL JOIN (
         SELECT account_id, topic, sum(amount) FROM credit_entries WHERE account_id = ANY($1) GROUP BY 1, 2
       ) e USING (topic, account_id) WHERE b.balance IS DISTINCT FROM 0 OR e.sum IS DISTINCT FROM 0
     UNION ALL
     SELECT account_id, 'asked', right(topic, 1) FROM subscriptions WHERE account_id = ANY($1)
     UNION ALL
     SELECT account_id, 'delivery', split_part(notice_id, ':', 2) || ' ' || state
       FROM deliveries WHERE account_id = ANY($1)`,
    [[...owners.keys()]],
  );
  const notices = await pool.query<{ name: string; rest: string }>(
    `SELECT split_part(id, ':', 1) AS name, split_part(id, ':', 2) || ' ' || state AS rest
       FROM notices WHERE id = ANY($1)`,
    [worlds.flatMap(({ name, model }) => model.notices.map((_, index) => `${name}:${index}`))],
  );
  const lines = new Map(worlds.map((world) => [world, [] as string[]]));
  for (const { id, line, rest } of rows) {
    const owner = owners.get(id);
    if (owner) lines.get(owner.world)?.push(`${line} ${owner.reader} ${rest}`);
  }
  const byName = new Map(worlds.map((world) => [world.name, world]));
  for (const { name, rest } of notices.rows) {
    const world = byName.get(name);
    if (world) lines.get(world)?.push(`notice ${rest}`);
  }
  for (const each of lines.values()) each.sort();
  return lines;
}
