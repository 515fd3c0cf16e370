import { access } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import pg from 'pg';
import { layWire } from '../support/cut-wire.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Folder, makeFolder, runProgram, startProgram } from '../support/run-program.ts';

jest.setTimeout(120_000);

const SERVER = 'cloud/server.ts';

async function start(env: Record<string, string>) {
  const running = startProgram(SERVER, [], { PORT: '0', ...env });
  const [, address = ''] = await running.waitFor(/listening at (http:\/\/[^"]+)/);
  return { ...running, address };
}

describe('the server over the embedded database', () => {
  let folder: Folder;
  beforeEach(async () => {
    folder = await makeFolder();
  });
  afterEach(() => folder.remove());

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'answers, and stops with its database on %s',
    async (signal) => {
      const server = await start({ DATA_DIR: folder.path });
      const answer = await fetch(`${server.address}/v1/channels`);
      expect(await answer.json()).toMatchObject({
        channels: expect.arrayContaining([{ id: 'news', name: '妇联动态' }]),
      });
      const pidFile = join(folder.path, 'postgres', 'cluster', 'postmaster.pid');
      await access(pidFile);
      server.process.kill(signal);
      expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
      await expect(access(pidFile)).rejects.toThrow('ENOENT');
    },
  );

  it('goes on after it was killed', async () => {
    const first = await start({ DATA_DIR: folder.path });
    first.process.kill('SIGKILL');
    await first.ended;
    const second = await start({ DATA_DIR: folder.path });
    expect((await fetch(`${second.address}/readyz`)).status).toBe(200);
    second.process.kill('SIGTERM');
    expect((await second.ended).code).toBe(0);
  });
});

describe('the server over a database of its own', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('finishes the answers under way when it is told to stop', async () => {
    const server = await start(database.env);
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE articles IN ACCESS EXCLUSIVE MODE');
    const answer = fetch(`${server.address}/v1/articles`);
    const waiting = `SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted`;
    while ((await holder.query<{ n: number }>(waiting)).rows[0]?.n === 0);
    server.process.kill('SIGTERM');
    await server.waitFor(/"stopping"/);
    await holder.query('COMMIT');
    expect((await answer).status).toBe(200);
    await holder.end();
    expect((await server.ended).code).toBe(0);
  });

  it('tells readiness from life while the database is away, and recovers', async () => {
    const wire = await layWire(database.url);
    const server = await start({ ...database.env, DATABASE_URL: wire.url });
    const read = async (path: string) => (await fetch(server.address + path)).status;
    const readAll = async () => [
      await read('/healthz'),
      await read('/readyz'),
      await read('/v1/events'),
    ];
    expect(await readAll()).toEqual([200, 200, 200]);
    await wire.cut();
    expect(await readAll()).toEqual([200, 503, 503]);
    await wire.mend();
    expect(await readAll()).toEqual([200, 200, 200]);
    server.process.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    await wire.cut();
  });

  it('says so when its port is taken', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as AddressInfo;
    const env = { ...database.env, PORT: String(port) };
    const ended = await runProgram(SERVER, [], env);
    expect([ended.code, ended.stderr]).toEqual([
      1,
      `port ${port} is taken: stop what uses it, or set PORT to another.\n`,
    ]);
    blocker.close();
  });
});

it.each<[Record<string, string>, RegExp]>([
  [{ PORT: 'x' }, /^PORT is "x"/],
  [{ NODE_ENV: 'production' }, /^DATABASE_URL is missing/],
  [
    { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/n' },
    /^cannot reach the database at 127.0.0.1:1\/n/,
  ],
])('the server refuses %j in one line', async (env, line) => {
  const { code, stderr } = await runProgram(SERVER, [], env);
  expect(code).toBe(1);
  expect(stderr).toMatch(line);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).not.toContain('secret');
});
