import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportAccount } from '../../../cloud/store/account-export.ts';
import {
  findAccountByCode,
  findOrMakeAccount,
  readAccount,
} from '../../../cloud/store/accounts.ts';
import { grantCredits } from '../../../cloud/store/credits.ts';
import { createDataKey, DATA_KEY_BYTES } from '../../../cloud/store/data-key.ts';
import { listInbox } from '../../../cloud/store/inbox.ts';
import { saveNotice } from '../../../cloud/store/notices.ts';
import {
  closeSession,
  findSession,
  openSession,
  removeOldSessions,
  SESSION_MS,
} from '../../../cloud/store/sessions.ts';
import type { Session } from '../../../types/session.ts';
import { TEST_NOW } from '../../support/app.ts';
import { CROWD_TEMPLATE, CROWD_TOPIC, makeCrowdNotice } from '../../support/crowd.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const key = createDataKey(Buffer.alloc(DATA_KEY_BYTES, 1));
const nameTopic = (topicId: string) => topicId;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const make = (openid: string, now = TEST_NOW) =>
  findOrMakeAccount(database.store, key, openid, now);

describe('an account', () => {
  it('is one, though its reader logs in first several times at once', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => make('oCANARY0twice')));
    expect(new Set(ids).size).toBe(1);
  });

  it('is found by the code that its reader reads out', async () => {
    const id = await make('oCANARY0code');
    const { code = '' } = (await readAccount(database.store, id)) ?? {};
    const spoken = ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`;
    expect(await findAccountByCode(database.store, spoken)).toBe(id);
    expect(await findAccountByCode(database.store, 'none')).toBeUndefined();
  });

  it('keeps no openid that can be read', async () => {
    await make('oCANARY0sealed');
    const { rows } = await database.store.pool.query('SELECT accounts::text AS row FROM accounts');
    const hex = Buffer.from('oCANARY0sealed').toString('hex');
    expect(rows.filter(({ row }) => row.includes('CANARY') || row.includes(hex))).toEqual([]);
  });
});

async function open(accountId: string): Promise<Session> {
  const session = await openSession(database.store, accountId, TEST_NOW);
  if (session === undefined) throw new Error('no such account');
  return session;
}

describe('a session', () => {
  it('is over after its time, to the millisecond, and is removed then', async () => {
    const id = await make('oCANARY0session');
    const { token } = await open(id);
    const end = TEST_NOW + SESSION_MS;
    expect(await findSession(database.store, token, end - 1)).toBe(id);
    expect(await findSession(database.store, token, end)).toBeUndefined();
    await removeOldSessions(database.store, end);
    expect(await findSession(database.store, token, TEST_NOW)).toBeUndefined();
  });

  it('can be revoked without the others of its account', async () => {
    const id = await make('oCANARY0revoked');
    const one = await open(id);
    const other = await open(id);
    await closeSession(database.store, one.token);
    expect(await findSession(database.store, one.token, TEST_NOW)).toBeUndefined();
    expect(await findSession(database.store, other.token, TEST_NOW)).toBe(id);
  });

  it.each(['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}\0`, 'a'.repeat(10_000)])(
    'is not opened by %j',
    async (token) => {
      expect(await findSession(database.store, token, TEST_NOW)).toBeUndefined();
      await closeSession(database.store, token);
    },
  );
});

describe('the inbox', () => {
  it('is read page by page without a gap or a double while more comes in, and exported whole', async () => {
    const accountId = await make('oCANARY0inbox');
    const accepted = [{ topic: CROWD_TOPIC, templateId: CROWD_TEMPLATE, isLongTerm: false }];
    await grantCredits(database.store, { accountId, reportId: 'r', accepted }, TEST_NOW - 1);
    const send = async (at: number) => {
      const draft = await makeCrowdNotice(database.store, at, { accountId });
      await saveNotice(database.store, draft, at);
      return draft.id;
    };
    const ids: string[] = [];
    // Seven at each of three moments: only the id tells them apart.
    for (let count = 0; count < 21; count += 1)
      ids.push(await send(TEST_NOW + Math.floor(count / 7)));
    const seen: string[] = [];
    let page = await listInbox(database.store, { accountId, limit: 4, nameTopic });
    for (;;) {
      seen.push(...page.items.map(({ id }) => id));
      if (page.next === undefined) break;
      await send(TEST_NOW + 10);
      page = await listInbox(database.store, { accountId, limit: 4, nameTopic, after: page.next });
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());

    await openSession(database.store, accountId, TEST_NOW);
    const all = await exportAccount(database.store, accountId, nameTopic);
    expect(all?.notices).toHaveLength(26);
    expect(all?.credits.map(({ reason, change }) => [reason, change])).toEqual([
      ['granted', 1],
      ['spent', -1],
    ]);
    expect(all?.sessions).toHaveLength(1);
    expect(
      await exportAccount(database.store, '00000000-0000-4000-8000-000000000000', nameTopic),
    ).toBeUndefined();
  });
});
