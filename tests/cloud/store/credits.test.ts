import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findOrMakeAccount } from '../../../cloud/store/accounts.ts';
import { grantCredits, returnCredits } from '../../../cloud/store/credits.ts';
import { createDataKey, DATA_KEY_BYTES } from '../../../cloud/store/data-key.ts';
import { saveNotice } from '../../../cloud/store/notices.ts';
import { noteRejection } from '../../../cloud/store/push-events.ts';
import { TEST_NOW } from '../../support/app.ts';
import { CROWD_TEMPLATE, CROWD_TOPIC, makeCrowdNotice } from '../../support/crowd.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const key = createDataKey(Buffer.alloc(DATA_KEY_BYTES, 1));
const accepted = [{ topic: CROWD_TOPIC, templateId: CROWD_TEMPLATE, isLongTerm: false }];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const make = (openid: string) => findOrMakeAccount(database.store, key, openid, TEST_NOW);
const grant = (accountId: string, reportId: string) =>
  grantCredits(database.store, { accountId, reportId, accepted }, TEST_NOW);

async function readBalance(accountId: string): Promise<number> {
  const { rows } = await database.store.pool.query(
    'SELECT balance FROM credit_balances WHERE account_id = $1',
    [accountId],
  );
  return rows[0]?.balance ?? 0;
}

describe('credits', () => {
  it('come back once for a message, however often they are returned', async () => {
    const accountId = await make('oCANARY0back');
    await grant(accountId, 'one');
    const draft = await makeCrowdNotice(database.store, TEST_NOW, { accountId });
    await saveNotice(database.store, draft, TEST_NOW);
    const { rows } = await database.store.pool.query('SELECT id FROM deliveries');
    const give = () =>
      database.store.db
        .transaction()
        .execute((trx) => returnCredits(trx, [rows[0]?.id], new Date(TEST_NOW)));
    await Promise.all([give(), give()]);
    await give();
    expect(await readBalance(accountId)).toBe(1);
  });

  it('are voided by several rejections at once, and never below nothing', async () => {
    const accountId = await make('oCANARY0void');
    for (let round = 0; round < 20; round += 1) {
      await grant(accountId, `first${round}`);
      const reject = (push: string) => {
        const event = { key: `${round} ${push}`, accountId, templateId: CROWD_TEMPLATE };
        return noteRejection(database.store, event, TEST_NOW);
      };
      await Promise.all([reject('a'), reject('b'), reject('c')]);
      expect(await readBalance(accountId)).toBe(0);
    }
  });
});
