import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createDeliverer, type Deliverer } from '../../../cloud/notices/deliver.ts';
import { deleteAccount } from '../../../cloud/store/accounts.ts';
import { claimDeliveries, recoverDeliveries } from '../../../cloud/store/deliveries.ts';
import { reportNotice } from '../../../cloud/store/notice-report.ts';
import { cancelNotice, saveNotice } from '../../../cloud/store/notices.ts';
import { settleDeliveries } from '../../../cloud/store/settle-deliveries.ts';
import { spreadBatch, spreadDue } from '../../../cloud/store/spread.ts';
import { connectStore, type Store } from '../../../cloud/store/store.ts';
import { leaveTopic } from '../../../cloud/store/subscriptions.ts';
import { openWechatService } from '../../../cloud/wechat-service.ts';
import { TEST_NOW } from '../../support/app.ts';
import { CROWD_TOPIC, makeCrowd, makeCrowdNotice } from '../../support/crowd.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startTestWechat, type TestWechat } from '../../support/test-wechat.ts';
import { atRandom } from '../../support/wechat-server/faults.ts';

const HOUR = 3_600_000;
const LEASE_MS = 60_000;

let database: TestDatabase;
let wechat: TestWechat;
let now: number;
let others: Store[];
/** Everything that did not go through. */
let told: object[];

beforeEach(async () => {
  now = TEST_NOW;
  others = [];
  told = [];
  database = await createTestDatabase();
  wechat = await startTestWechat(database.store, () => now, { changes: { rate: 1_000 } });
});
afterEach(async () => {
  await Promise.all(others.map(({ pool }) => pool.end()));
  await wechat.server.stop();
  await database.drop();
});

const log = {
  info: (details: object) => told.push(details),
  warn: (details: object) => told.push(details),
};

/** Deliverers as in processes of their own: each with connections and a token keeper of its own. */
async function startDeliverers(count: number, rate = 1_000): Promise<Deliverer[]> {
  const settings = { ...wechat.settings, rate };
  const endpoint = { port: 0, host: '', dataDir: '', logLevel: 'silent' as const };
  const made = Array.from({ length: count }, async () => {
    const store = connectStore(database.url, (error) => told.push({ error }), database.media);
    others.push(store);
    return (await openWechatService(store, endpoint, settings, () => now)).deliverer(log);
  });
  return Promise.all(made);
}

const deliverAll = (deliverers: Deliverer[]) =>
  Promise.all(deliverers.map((deliverer) => deliverer.deliverDue()));

async function publish(changes = {}): Promise<string> {
  const draft = await makeCrowdNotice(database.store, now, changes);
  await saveNotice(database.store, draft, now);
  while (await spreadDue(database.store, now));
  return draft.id;
}

async function countStates(id: string): Promise<Record<string, number>> {
  const counts = (await reportNotice(database.store, id))?.counts ?? [];
  return Object.fromEntries(counts.map(({ state, count }) => [state, count]));
}

async function sumBalances(): Promise<number> {
  const { rows } = await database.store.pool.query(
    'SELECT sum(balance)::integer FROM credit_balances',
  );
  return rows[0]?.sum ?? 0;
}

const claim = (limit = 10) =>
  claimDeliveries(database.store, { limit, leaseMs: LEASE_MS, rate: 1_000, isQuiet: false, now });

describe('several deliverers', () => {
  it('send every message once, and never two at once to one person', async () => {
    const crowd = await makeCrowd(database.store, wechat, { count: 100, credits: 3, now });
    for (let times = 0; times < 3; times += 1) await publish();
    await deliverAll(await startDeliverers(3));
    expect(told).toEqual([]);
    expect(crowd.map(({ openid }) => wechat.server.countMessages(openid))).toEqual(
      crowd.map(() => 3),
    );
  });

  it('keep one rate together, and no more than a second of it in store', async () => {
    await makeCrowd(database.store, wechat, { count: 100, credits: 1, now });
    await publish();
    const deliverers = await startDeliverers(2, 20);
    const seen: number[] = [];
    for (const seconds of [0, 0, 1, 10]) {
      now += seconds * 1_000;
      await deliverAll(deliverers);
      seen.push(wechat.server.countMessages());
    }
    expect(seen).toEqual([20, 20, 40, 60]);
  });

  it('leave all but what is urgent until the morning', async () => {
    now = TEST_NOW + 12 * HOUR;
    await makeCrowd(database.store, wechat, { count: 5, credits: 2, now });
    const calm = await publish();
    const urgent = await publish({ urgent: true });
    const deliverers = await startDeliverers(2);
    await deliverAll(deliverers);
    expect([await countStates(calm), await countStates(urgent)]).toEqual([
      { queued: 5 },
      { sent: 5 },
    ]);
    now = TEST_NOW + 22 * HOUR - 1;
    await deliverAll(deliverers);
    expect(await countStates(calm)).toEqual({ queued: 5 });
    now += 1;
    await deliverAll(deliverers);
    expect(await countStates(calm)).toEqual({ sent: 5 });
  });

  it('send the urgent one of a reader first', async () => {
    await makeCrowd(database.store, wechat, { count: 20, credits: 2, now });
    await publish();
    const urgent = await publish({ urgent: true });
    const claimed = await claim(40);
    expect(new Set(claimed.map(({ noticeId }) => noticeId))).toEqual(new Set([urgent]));
  });
});

describe('a deliverer that dies', () => {
  it.each([
    ['its lease is over', async () => undefined],
    // As after a restore from a copy that has not all tables.
    ['its lanes are gone', () => database.store.pool.query('DELETE FROM delivery_lanes')],
  ])('has its messages ended as unknown when %s', async (_name, prepare) => {
    await makeCrowd(database.store, wechat, { count: 3, credits: 1, now });
    const id = await publish();
    const [late] = await claim();
    expect(await recoverDeliveries(database.store, now)).toBe(0);
    await prepare();
    now += LEASE_MS;
    expect(await recoverDeliveries(database.store, now)).toBe(3);
    await deliverAll(await startDeliverers(1));
    expect(wechat.server.countMessages()).toBe(0);
    expect(await countStates(id)).toEqual({ unknown: 3 });
    // It was only slow: what it knows is the truth.
    if (late)
      await settleDeliveries(
        database.store,
        [{ delivery: late, outcome: { kind: 'sent', messageId: '1' } }],
        now,
      );
    expect(await countStates(id)).toEqual({ unknown: 2, sent: 1 });
  });

  it('keeps what it knows when the database is away for a while', async () => {
    await makeCrowd(database.store, wechat, { count: 2, credits: 1, now });
    const id = await publish();
    let answerLate: () => void = () => undefined;
    let sends = 0;
    const sendMessage = () => {
      sends += 1;
      const answer = { ok: true as const, value: { messageId: String(sends) } };
      if (sends === 1) return Promise.resolve(answer);
      return new Promise<typeof answer>((resolve) => {
        answerLate = () => resolve(answer);
      });
    };
    const getToken = async () => ({ ok: true as const, value: 'token' });
    const { key } = wechat.service.context;
    let claims = 0;
    const deliverer = createDeliverer(
      database.store,
      {
        api: { sendMessage },
        tokens: { getToken, replaceToken: getToken },
        key,
        now: () => now,
        random: () => 0,
      },
      {
        ...{ concurrency: 2, rate: 1_000, leaseMs: LEASE_MS },
        isQuiet: () => {
          claims += 1;
          if (claims === 2) throw new Error('away');
          return false;
        },
      },
      log,
    );
    await expect(deliverer.deliverDue()).rejects.toThrow('away');
    answerLate();
    await deliverer.deliverDue();
    expect([sends, await countStates(id)]).toEqual([2, { sent: 2 }]);
  });
});

describe('a notice to thousands', () => {
  it('reaches everyone once, though a process dies between two batches', async () => {
    await makeCrowd(database.store, wechat, { count: 2_500, credits: 1, now });
    const draft = await makeCrowdNotice(database.store, now);
    await saveNotice(database.store, draft, now);
    expect(await countStates(draft.id)).toEqual({ queued: 1_000 });
    const died = database.store.db.transaction().execute(async (trx) => {
      await spreadBatch(trx, draft.id, now);
      throw new Error('died');
    });
    await expect(died).rejects.toThrow('died');
    const spreadAll = async () => {
      while (await spreadDue(database.store, now));
    };
    await Promise.all([spreadAll(), spreadAll()]);
    await spreadAll();
    expect([await countStates(draft.id), await sumBalances()]).toEqual([{ queued: 2_500 }, 0]);
  });

  it('is published once, though twice at the same time', async () => {
    await makeCrowd(database.store, wechat, { count: 50, credits: 2, now });
    const draft = await makeCrowdNotice(database.store, now);
    const saved = await Promise.all(
      ['one', 'two'].map((id) => saveNotice(database.store, { ...draft, id }, now)),
    );
    const kinds = saved.map(({ kind }) => kind).sort();
    expect([kinds, await sumBalances()]).toEqual([['saved', 'told-before'], 50]);
  });

  it('is cancelled or sent, to each reader one of both', async () => {
    await makeCrowd(database.store, wechat, { count: 200, credits: 1, now });
    const id = await publish();
    wechat.server.setFaults(atRandom({ seed: 1, share: 0.3, faults: [{ errcode: -1 }] }));
    const deliverers = await startDeliverers(2);
    await Promise.all([deliverAll(deliverers), cancelNotice(database.store, id, now)]);
    wechat.server.setFaults(undefined);
    now += HOUR;
    await deliverAll(deliverers);
    const { sent = 0, cancelled = 0 } = await countStates(id);
    expect(sent + cancelled).toBe(200);
    expect([wechat.server.countMessages(), await sumBalances()]).toEqual([sent, cancelled]);
  });

  it('leaves out who deletes the account meanwhile, and nobody else', async () => {
    const crowd = await makeCrowd(database.store, wechat, { count: 1_500, credits: 1, now });
    const leaving = crowd.filter((_, index) => index % 30 === 0);
    const draft = await makeCrowdNotice(database.store, now);
    const [saved] = await Promise.all([
      saveNotice(database.store, draft, now),
      ...leaving.map(({ id }) => deleteAccount(database.store, id)),
    ]);
    while (await spreadDue(database.store, now));
    const { rows } = await database.store.pool.query('SELECT count(*)::integer FROM deliveries');
    expect([saved.kind, rows[0]?.count, await sumBalances()]).toEqual(['saved', 1_450, 0]);
  });

  it('is stopped for who leaves the topic meanwhile, and for nobody else', async () => {
    const crowd = await makeCrowd(database.store, wechat, { count: 900, credits: 1, now });
    const leaving = crowd.filter((_, index) => index % 30 === 0).map(({ id }) => id);
    const draft = await makeCrowdNotice(database.store, now);
    const leave = (accountId: string) =>
      leaveTopic(database.store, { accountId, topic: CROWD_TOPIC }, now);
    await Promise.all([saveNotice(database.store, draft, now), ...leaving.map(leave)]);
    const { rows } = await database.store.pool.query(
      "SELECT account_id FROM deliveries WHERE state = 'queued'",
    );
    expect(rows).toHaveLength(870);
    for (const { account_id } of rows) expect(leaving).not.toContain(account_id);
    expect(await sumBalances()).toBe(30);
  });

  it('counts a message whose reader left while it was under way, and tells nothing of the reader', async () => {
    const [reader] = await makeCrowd(database.store, wechat, { count: 1, credits: 1, now });
    const id = await publish();
    const [delivery] = await claim();
    expect(await deleteAccount(database.store, reader?.id ?? '')).toBe(true);
    if (delivery)
      await settleDeliveries(
        database.store,
        [{ delivery, outcome: { kind: 'refused', code: 43101 } }],
        now,
      );
    expect(await countStates(id)).toEqual({ unknown: 1 });
    const { rows } = await database.store.pool.query('SELECT * FROM delivery_lanes');
    expect(rows).toEqual([]);
  });
});
