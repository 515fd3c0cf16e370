import pg from 'pg';
import type { DeliveryState } from '../cloud/store/tables.ts';
import { isPoor } from './notices-people.ts';
import { CONCURRENCY, type Storm } from './notices-storm.ts';

interface Row {
  index: number;
  /** Null when the recipient has no delivery at all. */
  state: DeliveryState | null;
  /** Of the ledger, by kind of entry: `{"granted": 1, "spent": -1}`. */
  entries: Record<string, number>;
  balance: number;
}

export interface Verdict {
  /** Recipients by what the store says of them. */
  states: Record<string, number>;
  /** `unknown` because an answer was lost on purpose, and because a process was killed. */
  unknown: { byFault: number; byKill: number; mostByKill: number };
  /** How many of those after a kill had arrived: each would arrive twice if it were sent again. */
  arrivedByKill: number;
  /** What must not be, one sentence each. */
  wrong: string[];
}

/** What each state says of the messages that arrived; any other state is wrong here. */
const MAY_HAVE: Partial<Record<DeliveryState, readonly number[]>> = {
  sent: [1],
  unknown: [0, 1],
  failed: [0],
  no_credit: [0],
};
const MOST_TOLD = 20;

const ROWS = `
  SELECT a.code::int AS index, d.state, e.entries, coalesce(b.balance, 0) AS balance
    FROM accounts a CROSS JOIN (SELECT * FROM notices WHERE id = $1) n
    LEFT JOIN deliveries d ON d.notice_id = n.id AND d.account_id = a.id
    LEFT JOIN credit_balances b
      ON b.account_id = a.id AND b.topic = n.topic AND b.template_id = n.template_id
    LEFT JOIN (
      SELECT account_id, topic, jsonb_object_agg(kind, amount) AS entries FROM (
        SELECT account_id, topic, kind, sum(amount) AS amount FROM credit_entries GROUP BY 1, 2, 3
      ) summed GROUP BY 1, 2
    ) e ON e.account_id = a.id AND e.topic = n.topic`;

interface Stored {
  rows: Row[];
  /** How many are still taken. */
  lanes: number;
}

/** Over a connection that waits: the store's own gives a statement up after some seconds. */
async function readStored(databaseUrl: string, noticeId: string): Promise<Stored> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<Row>(ROWS, [noticeId]);
  const { rowCount } = await client.query('SELECT FROM delivery_lanes');
  await client.end();
  return { rows, lanes: rowCount ?? 0 };
}

/** What is wrong with one recipient; empty when nothing is. */
function judge({ index, state, entries, balance }: Row, messages: number): string[] {
  const states: DeliveryState[] = isPoor(index) ? ['no_credit'] : ['sent', 'unknown', 'failed'];
  if (state === null || !states.includes(state)) return [`${index} is ${state}`];
  const wrong: string[] = [];
  if (!MAY_HAVE[state]?.includes(messages)) wrong.push(`${index} is ${state} and got ${messages}`);
  const returned = state === 'failed' ? { returned: 1 } : {};
  const expected: Record<string, number> = isPoor(index)
    ? {}
    : { granted: 1, spent: -1, ...returned };
  const left = Object.values(expected).reduce((sum, amount) => sum + amount, 0);
  if (JSON.stringify(toSorted(entries)) !== JSON.stringify(toSorted(expected)) || balance !== left)
    wrong.push(`${index} is ${state}, its ledger ${JSON.stringify(entries)} with ${balance} left`);
  return wrong;
}

const toSorted = (entries: Record<string, number> | null) => Object.entries(entries ?? {}).sort();

/** Holds what the test server counted against what the store says, recipient by recipient. */
export async function judgeStorm(
  databaseUrl: string,
  { noticeId, kills, report }: Storm,
  recipients: number,
): Promise<Verdict> {
  const { rows, lanes } = await readStored(databaseUrl, noticeId);
  const states: Record<string, number> = {};
  const lost = new Set(report.lost);
  const unknown = { byFault: 0, byKill: 0, mostByKill: kills * CONCURRENCY };
  let arrivedByKill = 0;
  const wrong: string[] = [];
  if (rows.length !== recipients) wrong.push(`${rows.length} recipients instead of ${recipients}`);
  for (const row of rows) {
    const state = row.state ?? 'without a delivery';
    states[state] = (states[state] ?? 0) + 1;
    const messages = report.messages[row.index] ?? 0;
    const isLost = lost.has(row.index);
    if (state === 'unknown') unknown[isLost ? 'byFault' : 'byKill'] += 1;
    if (state === 'unknown' && !isLost) arrivedByKill += messages;
    wrong.push(...judge(row, messages));
  }
  if (unknown.byKill > unknown.mostByKill) wrong.push('more unknown than were under way at kills');
  if (lanes > 0) wrong.push(`${lanes} lanes are still taken`);
  const told = wrong.slice(0, MOST_TOLD);
  if (wrong.length > MOST_TOLD) told.push(`and ${wrong.length - MOST_TOLD} more`);
  return { states, unknown, arrivedByKill, wrong: told };
}
