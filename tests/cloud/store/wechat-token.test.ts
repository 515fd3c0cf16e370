import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataKey, DATA_KEY_BYTES } from '../../../cloud/store/data-key.ts';
import { createTokenStore } from '../../../cloud/store/wechat-token.ts';
import { createTokenKeeper } from '../../../cloud/wechat/token-keeper.ts';
import { TEST_NOW } from '../../support/app.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const APP = 'wx1234567890abcdef';
const key = createDataKey(Buffer.alloc(DATA_KEY_BYTES, 1));

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

let fetched = 0;
const api = {
  fetchToken: async () => {
    fetched += 1;
    return { ok: true as const, value: { token: `token${fetched}`, expiresIn: 7_200 } };
  },
};
const keep = (dataKey = key, now = TEST_NOW) =>
  createTokenKeeper({ api, store: createTokenStore(database.store, dataKey, APP), now: () => now });

describe('the token of WeChat', () => {
  it('is fetched once by many processes, and again once it is old', async () => {
    const ask = (now?: number) =>
      Promise.all(Array.from({ length: 6 }, () => keep(key, now).getToken()));
    expect(new Set((await ask()).map((answer) => answer.ok && answer.value))).toEqual(
      new Set(['token1']),
    );
    const later = await ask(TEST_NOW + 7_200_000);
    expect(new Set(later.map((answer) => answer.ok && answer.value))).toEqual(new Set(['token2']));
  });

  it('is stored where nobody can read it', async () => {
    const { rows } = await database.store.pool.query('SELECT token_sealed FROM wechat_tokens');
    expect(rows[0]?.token_sealed.includes('token')).toBe(false);
  });

  it('is replaced when another key sealed it', async () => {
    const other = createDataKey(Buffer.alloc(DATA_KEY_BYTES, 2));
    expect(await keep(other).getToken()).toEqual({ ok: true, value: 'token3' });
  });
});
