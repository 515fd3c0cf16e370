import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { reportNotice } from '../../../cloud/store/notice-report.ts';
import { saveNotice } from '../../../cloud/store/notices.ts';
import { TEST_NOW } from '../../support/app.ts';
import { makeCrowd, makeCrowdNotice } from '../../support/crowd.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startTestWechat, type TestWechat } from '../../support/test-wechat.ts';

const HOUR = 3_600_000;
const SECOND = 1_000;
const RATE = 20;

let database: TestDatabase;
let wechat: TestWechat;
let now: number;

beforeEach(async () => {
  now = TEST_NOW;
  database = await createTestDatabase();
  wechat = await startTestWechat(database.store, () => now, { changes: { rate: RATE } });
});
afterEach(async () => {
  await wechat.server.stop();
  await database.drop();
});

describe('clocks that differ', () => {
  it('do not stop the sending when one was an hour ahead and was set right', async () => {
    await makeCrowd(database.store, wechat, { count: 100, credits: 1, now });
    await saveNotice(database.store, await makeCrowdNotice(database.store, now), now);
    const seen: number[] = [];
    for (const step of [HOUR, -HOUR, SECOND, SECOND]) {
      now += step;
      await wechat.deliver();
      seen.push(wechat.server.countMessages());
    }
    // Set right, the bucket is as empty as it was, and fills from then on.
    expect(seen).toEqual([RATE, RATE, 2 * RATE, 3 * RATE]);
  });

  it('do not fill the bucket when they are less than a second apart', async () => {
    await makeCrowd(database.store, wechat, { count: 100, credits: 1, now });
    await saveNotice(database.store, await makeCrowdNotice(database.store, now), now);
    const seen: number[] = [];
    for (const step of [SECOND, -SECOND, SECOND, -SECOND, 2 * SECOND]) {
      now += step;
      await wechat.deliver();
      seen.push(wechat.server.countMessages());
    }
    expect(seen).toEqual([RATE, RATE, RATE, RATE, 2 * RATE]);
  });

  it.each([
    ['at once', 0],
    ['later', HOUR],
  ])('leave nobody out of a notice sent %s who asked just before', async (_name, delay) => {
    // The machine that took the reader's wish is two seconds ahead of the one that publishes.
    await makeCrowd(database.store, wechat, {
      count: 3,
      credits: 1,
      now: now + delay + 2 * SECOND,
    });
    const draft = await makeCrowdNotice(database.store, now, { publishAt: now + delay });
    await saveNotice(database.store, draft, now);
    now += delay;
    await wechat.deliver();
    const report = await reportNotice(database.store, draft.id);
    expect(report?.counts).toEqual([{ state: 'sent', code: null, count: 3 }]);
  });
});
