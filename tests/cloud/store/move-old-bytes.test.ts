import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { moveOldBytes } from '../../../cloud/store/move-old-bytes.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';

let endpoint: TestApp;
beforeAll(async () => {
  endpoint = await createTestApp();
});
afterAll(() => endpoint.drop());

const toName = (text: string) => `${createHash('sha256').update(text).digest('hex')}.png`;

/** As an earlier version stored it. */
async function keepInTable(text: string) {
  await endpoint.store.pool.query(
    `INSERT INTO media (sha256, content_type, extension, bytes, size, created_at)
      VALUES ($1, 'image/png', 'png', $2, $3, now())`,
    [toName(text).slice(0, 64), Buffer.from(text), text.length],
  );
}

it('moves what an earlier version kept in the table, and loses nothing when the storage fails', async () => {
  const { store, app } = endpoint;
  const texts = ['one', 'two', 'three'];
  for (const text of texts) await keepInTable(text);
  const put = async () => {
    throw new Error('the storage is full');
  };
  await expect(moveOldBytes({ ...store, media: { ...store.media, put } })).rejects.toThrow('full');
  const held = await store.pool.query('SELECT 1 FROM media WHERE bytes IS NOT NULL');
  expect(held.rowCount).toBe(3);

  // Two replicas that start at once.
  await Promise.all([moveOldBytes(store), moveOldBytes(store)]);
  for (const text of texts) {
    const found = await store.media.read(toName(text));
    expect(found && (await buffer(found.stream)).toString()).toBe(text);
    expect((await app.inject({ url: `/media/${toName(text)}` })).body).toBe(text);
  }
  expect(await moveOldBytes(store)).toBe(0);
});
