import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import { launchInJsdom } from '../../simulator/kit/launch-in-jsdom.ts';
import type { FeedPage } from '../../types/article.ts';
import { type BentEndpoint, startBentEndpoint } from '../support/bent-endpoint.ts';
import {
  type SampleEndpoint,
  startSampleEndpoint,
  toLaunchSettings,
} from '../support/sample-endpoint.ts';

let endpoint: SampleEndpoint;
let line: BentEndpoint;
let phone: Driver;

beforeAll(async () => {
  endpoint = await startSampleEndpoint();
  line = await startBentEndpoint(endpoint.origin);
});
afterAll(async () => {
  await phone?.close();
  await line.stop();
  await endpoint.stop();
});

const coversOf = ({ items }: FeedPage) => items.flatMap(({ cover }) => (cover ? [cover.url] : []));

// In jsdom alone: without layout no picture is left for later, and no browser queues them by itself.
it('pictures of a further page wait for those above it', async () => {
  const first = await endpoint.read<FeedPage>('/v1/articles?limit=20');
  const second = await endpoint.read<FeedPage>(
    `/v1/articles?limit=20&cursor=${encodeURIComponent(first.nextCursor ?? '')}`,
  );
  const asked: string[] = [];
  const held: (() => void)[] = [];
  let isHeld = true;
  line.bend((path) => {
    if (!path.startsWith('/media/')) return undefined;
    asked.push(path);
    if (!isHeld) return undefined;
    return new Promise((resolve) => held.push(() => resolve(undefined)));
  });

  phone = await launchInJsdom(toLaunchSettings(line.origin));
  await phone.waitFor('a turn of pictures', async () => held.length === 6);
  await phone.scrollToBottom();
  await phone.waitForText(second.items[0]?.title ?? '');
  expect(await phone.count('.card-cover img[src]')).toBe(6);

  isHeld = false;
  for (const release of held) release();
  const everyCover = [...new Set([...coversOf(first), ...coversOf(second)])].sort();
  await phone.waitFor('every picture', async () => new Set(asked).size === everyCover.length);
  const wholes = asked.map((path) => path.replace(/-\d+(?=\.)/, ''));
  expect([...new Set(wholes)].sort()).toEqual(everyCover);
  expect(await phone.errors()).toEqual([]);
});
