import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listChannels } from '../../../cloud/store/channels.ts';
import { migrate, SCHEMA_VERSION } from '../../../cloud/store/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ migrated: false });
  });
  afterAll(() => database.drop());

  it('run once when many replicas start at the same time', async () => {
    const applied = await Promise.all(Array.from({ length: 6 }, () => migrate(database.url)));
    const names = applied.flat();
    expect(names).toEqual([...new Set(names)].sort());
    expect(names.at(-1)).toBe(SCHEMA_VERSION);
  });

  it('seed the channels in their order', async () => {
    const names = (await listChannels(database.store)).map(({ name }) => name);
    expect(names).toEqual(
      '妇联动态 通知公告 维权服务 家庭家教 创业就业 巾帼风采 儿童关爱 政策法规'.split(' '),
    );
  });

  it('have nothing to do the second time', async () => {
    expect(await migrate(database.url)).toEqual([]);
  });
});
