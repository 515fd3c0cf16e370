import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MediaStorage, toMediaKey } from '../../../cloud/media/media-storage.ts';
import { openStorage } from '../../../cloud/media/open-storage.ts';
import type { StorageChoice } from '../../../cloud/media/storage-settings.ts';
import { type Folder, makeFolder } from '../../support/run-program.ts';
import { type S3Server, startS3Server } from '../../support/s3-server.ts';

let folder: Folder;
let s3: S3Server;
let closed: { origin: string; stop: () => Promise<unknown> };
beforeAll(async () => {
  folder = await makeFolder();
  s3 = await startS3Server();
  closed = await startClosedServer();
});
afterAll(async () => {
  await closed.stop();
  await s3.stop();
  await folder.remove();
});

/** A store that lets nobody in: s3rver asks for no key here. */
async function startClosedServer() {
  const server = createServer((_request, response) => response.writeHead(403).end());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => new Promise((done) => server.close(done)),
  };
}

const KEY = toMediaKey('ab12'.padEnd(64, '0'), 'webp', 640);
const NONE = toMediaKey('f'.repeat(64), 'webp');

describe.each<[string, () => StorageChoice]>([
  ['disk', () => ({ kind: 'disk', folder: join(folder.path, 'media') })],
  ['bucket', () => s3.choice],
])('files in a %s', (_name, choose) => {
  let media: MediaStorage;
  const read = async (first?: number, last?: number) => {
    const range = first === undefined ? undefined : { first, last: last ?? first };
    const found = await media.read(KEY, range);
    return found && [(await buffer(found.stream)).toString(), found.size];
  };
  beforeAll(async () => {
    media = await openStorage(choose());
  });

  it('are read as they were put, whole and in part', async () => {
    await media.put(KEY, Buffer.from('0123456789'), 'image/webp');
    expect(await read()).toEqual(['0123456789', 10]);
    expect(await read(2, 4)).toEqual(['234', 10]);
    expect(await read(9)).toEqual(['9', 10]);
    expect(await media.size(KEY)).toBe(10);
  });

  it('may be put again', async () => {
    await media.put(KEY, Buffer.from('0123456789'), 'image/webp');
    expect(await read()).toEqual(['0123456789', 10]);
  });

  it('that are not there are not', async () => {
    expect([await media.read(NONE), await media.size(NONE)]).toEqual([undefined, undefined]);
  });

  it('of many bytes come in pieces', async () => {
    const key = toMediaKey('c'.repeat(64), 'mp4');
    const bytes = Buffer.alloc(3_000_000, 'film');
    await media.put(key, bytes, 'video/mp4');
    const found = await media.read(key);
    expect(found && (await buffer(found.stream)).equals(bytes)).toBe(true);
  });
});

it('a disk holds whole files alone, two folders deep', async () => {
  const root = join(folder.path, 'tidy');
  const media = await openStorage({ kind: 'disk', folder: root });
  await Promise.all([1, 2, 3].map(() => media.put(KEY, Buffer.from('x'), 'image/webp')));
  expect(await readdir(root, { recursive: true })).toEqual(['ab', 'ab/12', `ab/12/${KEY}`]);
  await rm(join(root, 'ab/12'), { recursive: true });
  await mkdir(join(root, 'ab/12', KEY), { recursive: true });
  await expect(media.put(KEY, Buffer.from('x'), 'image/webp')).rejects.toThrow();
  expect(await readdir(join(root, 'ab/12'))).toEqual([KEY]);
});

it.each<[string, () => StorageChoice, RegExp]>([
  [
    'a bucket that is none',
    () => ({ ...s3.choice, bucket: 'none' }),
    /^there is no bucket none at/,
  ],
  [
    'a bucket of others',
    () => ({ ...s3.choice, endpoint: closed.origin }),
    /refuses us the bucket media-test: check S3_ACCESS_KEY_ID/,
  ],
  [
    'nobody there',
    () => ({ ...s3.choice, endpoint: 'http://127.0.0.1:1' }),
    /^cannot use the bucket media-test at http:\/\/127.0.0.1:1 \(.*\): check S3_ENDPOINT/,
  ],
  [
    'a folder below a file',
    () => ({ kind: 'disk', folder: join(folder.path, 'file', 'media') }),
    /^cannot keep pictures in .*: set DATA_DIR/,
  ],
])('%s is refused in one line', async (_name, choose, line) => {
  await writeFile(join(folder.path, 'file'), '');
  await expect(openStorage(choose())).rejects.toThrow(line);
});

it.each([
  ['../../etc/passwd', 'webp'],
  ['a'.repeat(64), '../x'],
  ['A'.repeat(64), 'webp'],
])('%s.%s is no key', (hash, extension) => {
  expect(() => toMediaKey(hash, extension)).toThrow(RangeError);
});
