import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { CROWD_TEMPLATE, CROWD_TOPIC } from '../../support/crowd.ts';
import { logIn, makeReportId, type TestReader } from '../../support/reader.ts';

const MOST_A_MINUTE = 30;
const MINUTE_MS = 60_000;
const accepted = [{ topicId: CROWD_TOPIC, templateId: CROWD_TEMPLATE }];

let endpoint: TestApp;
beforeAll(async () => {
  endpoint = await createTestApp();
});
afterAll(() => endpoint.drop());

const tell = async ({ call }: TestReader, reportId: string): Promise<number> =>
  (await call('POST', '/v1/subscriptions', { reportId, accepted })).status;

async function readCredits({ call }: TestReader): Promise<number | undefined> {
  const { body } = await call('GET', '/v1/subscriptions');
  return (body as { subscriptions: { credits: number }[] }).subscriptions[0]?.credits;
}

describe('reports of what was accepted', () => {
  it('grant no more than thirty in a minute, though two hundred come at once', async () => {
    const reader = await logIn(endpoint, 'oCANARY0flood');
    const reports = Array.from({ length: 200 }, makeReportId);
    const statuses = await Promise.all(reports.map((report) => tell(reader, report)));
    const taken = reports.filter((_, index) => statuses[index] === 200);
    expect([taken.length, new Set(statuses)]).toEqual([MOST_A_MINUTE, new Set([200, 429])]);
    expect(await readCredits(reader)).toBe(MOST_A_MINUTE);

    // Told again they are neither refused nor counted.
    const again = await Promise.all(taken.map((report) => tell(reader, report)));
    expect(new Set(again)).toEqual(new Set([200]));
    expect(await readCredits(reader)).toBe(MOST_A_MINUTE);
    const refused = reports.filter((report) => !taken.includes(report));
    expect(await tell(reader, refused[0] ?? '')).toBe(429);
    endpoint.setNow(TEST_NOW + MINUTE_MS);
    expect(await tell(reader, refused[0] ?? '')).toBe(200);
    expect(await readCredits(reader)).toBe(MOST_A_MINUTE + 1);
  });
});
