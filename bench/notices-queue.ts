import { createDeliverer } from '../cloud/notices/deliver.ts';
import { publishNotice } from '../cloud/notices/publish.ts';
import type { Sender } from '../cloud/notices/send-one.ts';
import { spreadDue } from '../cloud/store/spread.ts';
import type { Store } from '../cloud/store/store.ts';
import { grant, prepareArticleNotice, subscribe } from './notices-data.ts';
import { BENCH_KEY } from './notices-people.ts';

const ROUNDS = 3;
const BARE_MS = 2_000;
/** Of one round; more would only take longer. */
const MOST_RECIPIENTS = 10_000;
/** As many as the pool of the store has: the peer's updates and the deliverers that take turns with them. */
const CONNECTIONS = 10;
/** As the endpoint's. */
const CONCURRENCY = 32;
const LEASE_MS = 60_000;
const RATE = 1_000_000;

/** A second: single-row updates that were committed, and messages that were enqueued, leased and acknowledged. */
export interface QueueRound {
  bare: number;
  queue: number;
}

const at = <T>(value: T) => Promise.resolve({ ok: true as const, value });

/** A server that takes everything at once. */
const SENDER: Sender = {
  api: { sendMessage: () => at({ messageId: null }) },
  tokens: { getToken: () => at('token'), replaceToken: () => at('token') },
  key: BENCH_KEY,
  now: Date.now,
  random: Math.random,
};

async function measureBare({ pool }: Store): Promise<number> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM accounts ORDER BY id');
  const begin = performance.now();
  let updates = 0;
  const connection = async (first: number) => {
    // Each on rows of its own, so that none waits for another.
    for (let row = first; performance.now() < begin + BARE_MS; row += CONNECTIONS) {
      await pool.query({
        name: 'bare-update',
        text: 'UPDATE accounts SET seen_at = now() WHERE id = $1',
        values: [rows[row % rows.length]?.id],
      });
      updates += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, first) => connection(first)));
  return (updates * 1_000) / (performance.now() - begin);
}

async function measureQueue(store: Store, databaseUrl: string, round: number): Promise<number> {
  const draft = await prepareArticleNotice(store, 'rights', `第${round}期`);
  await grant(databaseUrl, draft, `queue ${round}`);
  const settings = {
    concurrency: CONCURRENCY,
    rate: RATE,
    leaseMs: LEASE_MS,
    isQuiet: () => false,
  };
  const quiet = { info: () => {}, warn: () => {} };
  const begin = performance.now();
  await publishNotice(store, draft, Date.now());
  while (await spreadDue(store, Date.now()));
  const ended = await Promise.all(
    Array.from({ length: CONNECTIONS }, () =>
      createDeliverer(store, SENDER, settings, quiet).deliverDue(),
    ),
  );
  const messages = ended.reduce((sum, count) => sum + count, 0);
  return (messages * 1_000) / (performance.now() - begin);
}

/** Rounds of both, one after the other over the same connections. */
export async function compareQueue(
  store: Store,
  databaseUrl: string,
  recipients: number,
): Promise<QueueRound[]> {
  const { topic } = await prepareArticleNotice(store, 'rights', '第0期');
  await subscribe(databaseUrl, topic, Math.min(recipients, MOST_RECIPIENTS));
  const rounds: QueueRound[] = [];
  // The first round warms both up and does not count.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const bare = await measureBare(store);
    const queue = await measureQueue(store, databaseUrl, round);
    if (round > 0) rounds.push({ bare, queue });
  }
  return rounds;
}
