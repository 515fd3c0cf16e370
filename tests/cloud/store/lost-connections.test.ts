import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createDeliverer } from '../../../cloud/notices/deliver.ts';
import { reportNotice } from '../../../cloud/store/notice-report.ts';
import { saveNotice } from '../../../cloud/store/notices.ts';
import { spreadDue } from '../../../cloud/store/spread.ts';
import { connectStore, type Store } from '../../../cloud/store/store.ts';
import { TEST_NOW } from '../../support/app.ts';
import { makeCrowd, makeCrowdNotice } from '../../support/crowd.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startTestWechat, type TestWechat } from '../../support/test-wechat.ts';

const LEASE_MS = 60_000;

let database: TestDatabase;
let store: Store;
let scissors: pg.Client;
let lost: Error[];

beforeEach(async () => {
  lost = [];
  database = await createTestDatabase();
  store = connectStore(database.url, (error) => lost.push(error), database.media);
  scissors = new pg.Client({ connectionString: database.url });
  await scissors.connect();
});
afterEach(async () => {
  await store.pool.end();
  await scissors.end();
  await database.drop();
});

/** Ends every other connection to the database, and returns when the server has none of them left. */
async function cut(): Promise<void> {
  const others = 'datname = current_database() AND pid <> pg_backend_pid()';
  await scissors.query(
    `SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE ${others}`,
  );
}

/** Returns when a connection has noticed that it is cut. */
const untilLost = (client: pg.PoolClient) =>
  new Promise<void>((resolve) => client.once('end', () => resolve()));

describe('a connection that is cut', () => {
  it.each([
    ['between two statements', true],
    ['while nobody uses it', false],
  ])('%s is told of, and another takes its place', async (_name, isHeld) => {
    const client = await store.pool.connect();
    const ended = untilLost(client);
    if (!isHeld) client.release();
    await cut();
    await ended;
    if (isHeld) client.release();
    expect(lost[0]?.message).toContain('terminating connection');
    expect((await store.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('in a transaction fails the transaction alone', async () => {
    const cutOff = store.db.transaction().execute(async (trx) => {
      await trx.selectFrom('accounts').select('id').execute();
      await cut();
      await trx.selectFrom('accounts').select('id').execute();
    });
    await expect(cutOff).rejects.toThrow();
    expect(await store.db.selectFrom('accounts').select('id').execute()).toEqual([]);
  });
});

describe('a notice under way', () => {
  let wechat: TestWechat;
  afterEach(() => wechat.server.stop());

  it('ends for everybody, and reaches nobody twice, however often connections are cut', async () => {
    let now = TEST_NOW;
    wechat = await startTestWechat(database.store, () => now);
    const crowd = await makeCrowd(database.store, wechat, { count: 300, credits: 1, now });
    const draft = await makeCrowdNotice(database.store, now);
    await saveNotice(database.store, draft, now);
    while (await spreadDue(database.store, now));
    // The scene is set with other connections, which are closed before the cuts.
    await database.store.pool.end();

    const perReader = new Map<string, number>();
    const cuts: Promise<void>[] = [];
    let sends = 0;
    const getToken = async () => ({ ok: true as const, value: 'token' });
    const sendMessage = async ({ openid }: { openid: string }) => {
      perReader.set(openid, (perReader.get(openid) ?? 0) + 1);
      sends += 1;
      if (sends % 40 === 0) cuts.push(cut());
      return { ok: true as const, value: { messageId: String(sends) } };
    };
    const deliverer = createDeliverer(
      store,
      {
        api: { sendMessage: (_token, message) => sendMessage(message) },
        tokens: { getToken, replaceToken: getToken },
        ...{ key: wechat.service.context.key, now: () => now, random: () => 0 },
      },
      { concurrency: 16, rate: 1_000, leaseMs: LEASE_MS, isQuiet: () => false },
      { info: () => undefined, warn: () => undefined },
    );
    const countOpen = async (): Promise<number> => {
      const { rows } = await scissors.query(
        "SELECT count(*)::integer FROM deliveries WHERE state IN ('queued', 'sending')",
      );
      return rows[0].count;
    };
    // As the worker does: what fails is tried anew, and leases end in time.
    for (let turn = 0; turn < 100 && (await countOpen()) > 0; turn += 1) {
      const run = async () => {
        await deliverer.deliverDue();
        await deliverer.recover();
      };
      await Promise.allSettled([run()]);
      now += LEASE_MS / 2;
    }
    await Promise.all(cuts);

    expect(cuts.length).toBeGreaterThan(4);
    const counts = (await reportNotice(store, draft.id))?.counts ?? [];
    const ends = Object.fromEntries(counts.map(({ state, count }) => [state, count]));
    const { sent = 0, unknown = 0 } = ends;
    expect(sent + unknown).toBe(crowd.length);
    expect([...perReader.values()].filter((times) => times > 1)).toEqual([]);
    // In doubt is at most what a cut caught between being claimed and being known to be.
    expect(sent).toBeGreaterThan(0);
    expect(perReader.size).toBeGreaterThanOrEqual(sent);
  });
});
