import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SendOutcome } from '../../../cloud/domain/send-outcome.ts';
import { findOrMakeAccount } from '../../../cloud/store/accounts.ts';
import { grantCredits } from '../../../cloud/store/credits.ts';
import { createDataKey, DATA_KEY_BYTES } from '../../../cloud/store/data-key.ts';
import {
  type Claimed,
  claimDeliveries,
  recoverDeliveries,
} from '../../../cloud/store/deliveries.ts';
import { saveNotice } from '../../../cloud/store/notices.ts';
import { noteSendResult } from '../../../cloud/store/push-events.ts';
import { settleDeliveries } from '../../../cloud/store/settle-deliveries.ts';
import { TEST_NOW } from '../../support/app.ts';
import { CROWD_TEMPLATE, CROWD_TOPIC, makeCrowdNotice } from '../../support/crowd.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const LEASE_MS = 60_000;
const key = createDataKey(Buffer.alloc(DATA_KEY_BYTES, 1));
const accepted = [{ topic: CROWD_TOPIC, templateId: CROWD_TEMPLATE, isLongTerm: false }];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

let made = 0;
interface Reader {
  accountId: string;
  publish: () => Promise<string>;
  claim: () => Promise<Claimed>;
  push: (errorCode: number, messageId?: string) => Promise<void>;
  settle: (delivery: Claimed, outcome: SendOutcome) => Promise<void>;
  read: () => Promise<object>;
}

/** A reader with three messages. */
async function makeReader(): Promise<Reader> {
  made += 1;
  const { store } = database;
  const accountId = await findOrMakeAccount(store, key, `oCANARY0push${made}`, TEST_NOW);
  for (const reportId of ['1', '2', '3'])
    await grantCredits(store, { accountId, reportId, accepted }, TEST_NOW);
  let pushes = 0;
  const query = async (text: string) => (await store.pool.query(text, [accountId])).rows;
  return {
    accountId,
    publish: async () => {
      const draft = await makeCrowdNotice(store, TEST_NOW, { accountId });
      await saveNotice(store, draft, TEST_NOW);
      return draft.id;
    },
    claim: async () => {
      const asked = { limit: 10, leaseMs: LEASE_MS, rate: 1_000, isQuiet: false, now: TEST_NOW };
      const claims = await claimDeliveries(store, asked);
      const mine = claims.find((claimed) => claimed.accountId === accountId);
      if (mine === undefined) throw new Error('nothing to send');
      return mine;
    },
    push: (errorCode, messageId = 'm1') => {
      pushes += 1;
      const about = { accountId, templateId: CROWD_TEMPLATE, messageId, errorCode };
      return noteSendResult(store, { key: `${accountId} ${pushes}`, ...about }, TEST_NOW);
    },
    settle: (delivery, outcome) => settleDeliveries(store, [{ delivery, outcome }], TEST_NOW),
    read: async () => {
      const deliveries = await query(
        'SELECT state, code, message_id FROM deliveries WHERE account_id = $1 ORDER BY created_at, id',
      );
      const lanes = await query('SELECT 1 FROM delivery_lanes WHERE account_id = $1');
      const balances = await query('SELECT balance FROM credit_balances WHERE account_id = $1');
      const entries = await query(
        'SELECT sum(amount)::integer AS sum FROM credit_entries WHERE account_id = $1',
      );
      expect(entries[0]?.sum).toBe(balances[0]?.balance);
      return { deliveries, lanes: lanes.length, balance: balances[0]?.balance };
    },
  };
}

const PUSHED = [
  { errorCode: 0, state: 'sent', code: null, balance: 2 },
  { errorCode: 43_101, state: 'refused', code: 43_101, balance: 0 },
  { errorCode: 47_003, state: 'failed', code: 47_003, balance: 3 },
  { errorCode: -1, state: 'failed', code: -1, balance: 3 },
  { errorCode: 99_999, state: 'failed', code: 99_999, balance: 3 },
] as const;

const LATER: readonly SendOutcome[] = [
  { kind: 'unknown' },
  { kind: 'again', dueAt: TEST_NOW, code: -1 },
  { kind: 'sent', messageId: 'm1' },
  { kind: 'sent', messageId: null },
  { kind: 'failed', code: 40_003 },
  { kind: 'refused', code: 43_101 },
];

describe.each(PUSHED)('a push that says $errorCode', ({ errorCode, state, code, balance }) => {
  const told = { deliveries: [{ state, code, message_id: 'm1' }], balance };

  it.each(LATER)('while the message is under way stands when $kind follows', async (outcome) => {
    const reader = await makeReader();
    await reader.publish();
    const claimed = await reader.claim();
    await reader.push(errorCode);
    // Whoever sends it still waits for an answer.
    expect(await reader.read()).toEqual({ ...told, lanes: 1 });
    await reader.settle(claimed, outcome);
    expect(await reader.read()).toEqual({ ...told, lanes: 0 });
  });

  it('while the message is under way stands when its process dies', async () => {
    const reader = await makeReader();
    await reader.publish();
    await reader.claim();
    await reader.push(errorCode);
    expect(await recoverDeliveries(database.store, TEST_NOW + LEASE_MS)).toBe(0);
    expect(await reader.read()).toEqual({ ...told, lanes: 0 });
  });

  it.each([
    { outcome: { kind: 'unknown' } as const, name: 'nobody knew of' },
    { outcome: { kind: 'sent', messageId: 'm1' } as const, name: 'was taken' },
  ])('of a message that $name settles it, once', async ({ outcome }) => {
    const reader = await makeReader();
    await reader.publish();
    await reader.settle(await reader.claim(), outcome);
    for (let times = 0; times < 2; times += 1) await reader.push(errorCode);
    expect(await reader.read()).toEqual({ ...told, lanes: 0 });
  });
});

describe('a push about a message', () => {
  it('that failed does not make it sent afterwards: its credit is back', async () => {
    const reader = await makeReader();
    await reader.publish();
    await reader.claim();
    await reader.push(47_003);
    await reader.push(0);
    expect(await reader.read()).toMatchObject({ deliveries: [{ state: 'failed' }], balance: 3 });
  });

  it('that may be one of two settles neither', async () => {
    const reader = await makeReader();
    await reader.publish();
    await reader.settle(await reader.claim(), { kind: 'unknown' });
    await reader.publish();
    const second = await reader.claim();
    await reader.push(0);
    await reader.settle(second, { kind: 'unknown' });
    const unknown = { state: 'unknown', code: null, message_id: null };
    expect(await reader.read()).toEqual({ deliveries: [unknown, unknown], lanes: 0, balance: 1 });
  });

  it('that is known leaves the one under way alone', async () => {
    const reader = await makeReader();
    await reader.publish();
    await reader.settle(await reader.claim(), { kind: 'sent', messageId: 'm1' });
    await reader.publish();
    await reader.claim();
    await reader.push(0);
    expect(await reader.read()).toMatchObject({ lanes: 1, balance: 1 });
    const { rows } = await database.store.pool.query(
      'SELECT state FROM deliveries WHERE account_id = $1 ORDER BY state',
      [reader.accountId],
    );
    expect(rows.map(({ state }) => state)).toEqual(['sending', 'sent']);
  });
});
