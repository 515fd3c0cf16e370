import { once } from 'node:events';
import { access, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { ensureCluster } from '../../../cloud/store/embedded/cluster.ts';
import { SHARED_ROOT } from '../../../cloud/store/embedded/place.ts';
import { type EmbeddedServer, openEmbedded } from '../../../cloud/store/embedded.ts';
import { type Folder, makeFolder, type Running, startProgram } from '../../support/run-program.ts';

// Each test creates a database cluster, several of them wait for processes to come and go.
jest.setTimeout(120_000);

const HOLDER = 'tests/support/hold-embedded.ts';
const isRoot = process.getuid?.() === 0;

async function ask<T>(url: string, statement: string): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(statement);
    return rows[0] as T;
  } finally {
    await client.end();
  }
}

const readPid = async (server: Pick<EmbeddedServer, 'folder'>) =>
  Number((await readFile(join(server.folder, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);

const isGone = async (server: Pick<EmbeddedServer, 'folder'>) =>
  access(join(server.folder, 'cluster', 'postmaster.pid')).then(
    () => false,
    () => true,
  );

/** Another process that uses the server until it is told to stop. */
async function startHolder(dataDir: string, env: Record<string, string> = {}) {
  const running: Running = startProgram(HOLDER, [dataDir], env);
  const [, folder = '', url = ''] = await running.waitFor(/^holding (.+) (postgres:\S+)$/m);
  return { ...running, folder, url };
}

describe('the embedded server', () => {
  let folder: Folder;
  beforeEach(async () => {
    folder = await makeFolder();
  });
  afterEach(() => folder.remove());

  it('keeps what was stored, speaks UTF-8 without LANG, and listens on the loopback alone', async () => {
    const holder = await startHolder(folder.path, {});
    const settings = await ask<Record<string, string>>(
      holder.url,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS addresses,
        current_setting('unix_socket_directories') AS sockets, current_setting('fsync') AS fsync,
        current_setting('synchronous_commit') AS commits`,
    );
    expect(settings).toEqual({
      encoding: 'UTF8',
      addresses: '127.0.0.1',
      sockets: '',
      fsync: 'on',
      commits: 'on',
    });
    await ask(holder.url, `CREATE TABLE kept AS SELECT '江门😀' AS word`);
    holder.process.kill('SIGTERM');
    expect((await holder.ended).code).toBe(0);
    expect(await isGone(holder)).toBe(true);

    const again = await openEmbedded(folder.path);
    expect(again.folder).toBe(holder.folder);
    expect(await ask(again.url, 'SELECT word FROM kept')).toEqual({ word: '江门😀' });
    await again.close();
  });

  it('keeps its password where only its owner reads it', async () => {
    const server = await openEmbedded(folder.path);
    for (const name of ['password', 'server.log']) {
      expect((await stat(join(server.folder, name))).mode & 0o777).toBe(0o600);
    }
    expect((await stat(server.folder)).mode & 0o777).toBe(0o700);
    await server.close();
  });

  it('is shared by processes that start at once, and stopped by the last', async () => {
    const holders = await Promise.all([1, 2, 3].map(() => startHolder(folder.path)));
    expect(new Set(holders.map(({ url }) => url)).size).toBe(1);
    const entries = await readdir(folder.path);
    expect(entries.filter((name) => name.includes('.new-'))).toEqual([]);
    for (const [index, holder] of holders.entries()) {
      expect(await isGone(holder)).toBe(false);
      expect(await ask(holder.url, 'SELECT 1 AS one')).toEqual({ one: 1 });
      holder.process.kill('SIGTERM');
      await holder.ended;
      expect(await isGone(holder)).toBe(index === 2);
    }
  });

  it('is found again after its user was killed', async () => {
    const holder = await startHolder(folder.path);
    const pid = await readPid(holder);
    holder.process.kill('SIGKILL');
    await holder.ended;
    const server = await openEmbedded(folder.path);
    expect(await readPid(server)).toBe(pid);
    await server.close();
    expect(await isGone(server)).toBe(true);
  });

  it('starts again after it was killed itself', async () => {
    const holder = await startHolder(folder.path);
    await ask(holder.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    process.kill(await readPid(holder), 'SIGKILL');
    const server = await openEmbedded(folder.path);
    expect(await ask(server.url, 'SELECT one FROM kept')).toEqual({ one: 1 });
    await server.close();
    holder.process.kill('SIGTERM');
    await holder.ended;
  });

  it('starts although its old process number belongs to another program', async () => {
    const first = await openEmbedded(folder.path);
    await first.close();
    const pidFile = join(first.folder, 'cluster', 'postmaster.pid');
    await writeFile(
      pidFile,
      `${process.pid}\n${first.folder}/cluster\n0\n1\n\n127.0.0.1\n0 0\nready\n`,
    );
    const server = await openEmbedded(folder.path);
    expect(await ask(server.url, 'SELECT 1 AS one')).toEqual({ one: 1 });
    await server.close();
    expect(
      (await readdir(join(server.folder, 'cluster'))).filter((n) => n.includes('stale')),
    ).toEqual([]);
  });

  it('says what is wrong when its files are damaged', async () => {
    const first = await openEmbedded(folder.path);
    await first.close();
    await writeFile(join(first.folder, 'cluster', 'postgresql.conf'), 'nonsense = = 1\n');
    await expect(openEmbedded(folder.path)).rejects.toThrow(
      /does not start \(.*FATAL.*server\.log/,
    );
  });

  it('refuses a password that is not its own', async () => {
    const first = await openEmbedded(folder.path);
    await first.close();
    await writeFile(join(first.folder, 'password'), 'other\n');
    const attempt = openEmbedded(folder.path);
    await expect(attempt).rejects.toThrow(/refuses the password/);
    process.kill(await readPid(first), 'SIGINT');
    while (!(await isGone(first))) await setImmediate();
  });

  it('leaves nothing behind when it cannot be made', async () => {
    await mkdir(join(folder.path, 'postgres'));
    await writeFile(join(folder.path, 'postgres', 'in the way'), '');
    await expect(openEmbedded(folder.path)).rejects.toThrow(/holds something that is no database/);
    expect(await readdir(folder.path)).toEqual(['postgres']);
    expect(await readdir(join(folder.path, 'postgres'))).toEqual(['in the way']);
  });

  it('leaves neither a half folder nor a password file behind when initdb fails', async () => {
    const initdb = join(folder.path, 'initdb');
    const lines = [
      '#!/bin/sh',
      'mkdir -p "$(echo "$1" | cut -d= -f2)/base"',
      'echo "initdb: error: disk full" >&2',
      'exit 1',
    ];
    await writeFile(initdb, lines.join('\n'), { mode: 0o755 });
    const place = { folder: join(folder.path, 'postgres'), runAs: {} };
    const attempt = ensureCluster(place, { initdb, postgres: initdb });
    await expect(attempt).rejects.toThrow(/cannot create the database .*disk full/);
    expect(await readdir(folder.path)).toEqual(['initdb']);
  });

  it('tidies up after a process that died while making it', async () => {
    const ended = startProgram(HOLDER, [], {});
    await once(ended.process, 'close');
    await mkdir(join(folder.path, `postgres.new-${ended.process.pid}`));
    const server = await openEmbedded(folder.path);
    await server.close();
    expect(await readdir(folder.path)).toEqual(['postgres']);
  });

  it('says so when the data folder cannot be written', async () => {
    const blocked = join(folder.path, 'file');
    await writeFile(blocked, '');
    await expect(openEmbedded(join(blocked, 'data'))).rejects.toThrow(/Set DATA_DIR/);
  });
});

// As an ordinary user one's own closed folder is nothing special.
if (isRoot)
  describe('run by root in a folder closed to others', () => {
    it('keeps data and programs elsewhere, and finds them again', async () => {
      const closed = await makeFolder(0o700);
      const server = await openEmbedded(closed.path);
      expect(server.folder.startsWith(`${SHARED_ROOT}/`)).toBe(true);
      await ask(server.url, 'CREATE TABLE kept AS SELECT 1 AS one');
      await server.close();
      const again = await openEmbedded(closed.path);
      expect(again.folder).toBe(server.folder);
      expect(await ask(again.url, 'SELECT one FROM kept')).toEqual({ one: 1 });
      await again.close();
      await rm(server.folder, { recursive: true });
      await closed.remove();
    });
  });
