import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import type { FeedPage } from '../../types/article.ts';
import { launchers } from '../support/driver-launchers.ts';
import { type SampleEndpoint, startSampleEndpoint } from '../support/sample-endpoint.ts';

/**
 * What the first screen may cost, from launch to the 20th visible card: two calls and one of reserve. Covers come six at a
 * time, one call each time, and up to two of these may have come before the ledger is read.
 */
const CALL_LIMIT = 5;
const BYTES_RATIO_LIMIT = 2.3;

let endpoint: SampleEndpoint;
let phone: Driver;

beforeAll(async () => {
  endpoint = await startSampleEndpoint();
});
afterAll(() => endpoint.stop());

describe.each(launchers)('the first screen in $name', ({ name, launch }) => {
  afterEach(() => phone.close());

  it('costs few setData calls and few bytes', async () => {
    const { items } = await endpoint.read<FeedPage>('/v1/articles');
    phone = await launch(endpoint.launchSettings);
    await phone.waitForText(items[19]?.title ?? '');
    const entries = await phone.ledger();
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    const json = Buffer.byteLength(JSON.stringify(items));
    const ratio = bytes / json;
    process.stdout.write(
      `first screen in ${name}: ${entries.length} setData calls, ${bytes} bytes, ${ratio.toFixed(2)} × the JSON of its 20 cards (${json} bytes)\n`,
    );
    expect(items).toHaveLength(20);
    expect(await phone.count('.card')).toBe(20);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.length).toBeLessThanOrEqual(CALL_LIMIT);
    expect(ratio).toBeLessThanOrEqual(BYTES_RATIO_LIMIT);
  });
});
