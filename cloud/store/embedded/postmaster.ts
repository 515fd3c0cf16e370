import { spawn } from 'node:child_process';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { runCommand, toServerEnvironment } from './run-command.ts';

const POLL_MS = 20;

/** What a running server writes into `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  /** `starting`, `ready`, `stopping` … */
  status: string;
}

const toPidFile = (place: Place) => join(place.folder, 'cluster', 'postmaster.pid');

/** Reads `postmaster.pid`; undefined without one, or while it is being written. */
export async function readPostmaster(place: Place): Promise<Postmaster | undefined> {
  let text: string;
  try {
    text = await readFile(toPidFile(place), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  // Lines: pid, data folder, start time, port, socket folder, address, shared memory key, status.
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  const port = Number(lines[3] ?? '');
  return pid > 0 ? { pid, port, status: lines[7] ?? '' } : undefined;
}

async function readCommandLine(pid: number): Promise<string> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
  } catch {
    // No /proc (macOS), or no such process: `ps` answers both.
    const { code, output } = await runCommand('ps', ['-p', String(pid), '-o', 'command=']);
    return code === 0 ? output : '';
  }
}

/** True when the process named in `postmaster.pid` is the server of this very cluster. */
export async function isServing(place: Place, { pid }: Postmaster): Promise<boolean> {
  return (await readCommandLine(pid)).includes(join(place.folder, 'cluster'));
}

/**
 * Takes away a `postmaster.pid` whose server is gone. PostgreSQL does so itself unless the number now belongs to
 * another program, as happens in containers, where it would refuse to start for ever.
 */
export async function removeStalePidFile(place: Place, stale: Postmaster): Promise<void> {
  const aside = `${toPidFile(place)}.stale-${process.pid}`;
  try {
    await rename(toPidFile(place), aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = Number((await readFile(aside, 'utf8')).split('\n')[0]);
  // Another process may have started the server in between: its file goes back.
  if (moved === stale.pid) await rm(aside);
  else await rename(aside, toPidFile(place));
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

export type StartOutcome = { kind: 'running' } | { kind: 'ended'; lastWords: string };

/**
 * Starts the server, on a free port of the loopback interface only, as a process of its own that outlives us.
 *
 * @returns `running` once it is ready (its port stands in `postmaster.pid`), or `ended` with what it said last
 */
export async function startPostmaster(place: Place, binaries: Binaries): Promise<StartOutcome> {
  const logPath = join(place.folder, 'server.log');
  const log = await open(logPath, 'w', 0o600);
  if ('uid' in place.runAs) await log.chown(place.runAs.uid, place.runAs.gid);
  const child = spawn(
    binaries.postgres,
    [
      ...['-D', join(place.folder, 'cluster')],
      ...['-p', String(await findFreePort())],
      ...['-c', 'listen_addresses=127.0.0.1'],
      // A socket's path may have 107 bytes only; data folders are often deeper.
      ...['-c', 'unix_socket_directories='],
      ...['-c', 'timezone=UTC'],
      ...['-c', 'log_timezone=UTC'],
    ],
    {
      ...place.runAs,
      cwd: '/',
      env: toServerEnvironment(),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    },
  );
  let ended = false;
  let refusal = '';
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', (error) => {
    refusal = error.message;
    ended = true;
  });
  child.unref();
  try {
    for (;;) {
      if (ended) {
        const words = (await readFile(logPath, 'utf8')).trim().split('\n');
        const reason = words.findLast((line) => line.includes('FATAL')) ?? words.at(-1) ?? '';
        return { kind: 'ended', lastWords: refusal || reason };
      }
      const postmaster = await readPostmaster(place);
      if (postmaster?.pid === child.pid && postmaster?.status === 'ready')
        return { kind: 'running' };
      await pause(POLL_MS);
    }
  } finally {
    await log.close();
  }
}

/** Asks the server to stop (PostgreSQL's "fast" way) and waits until it has gone. */
export async function stopPostmaster(place: Place, { pid }: Postmaster): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (;;) {
    const current = await readPostmaster(place);
    if (current?.pid !== pid || !(await isServing(place, current))) return;
    await pause(POLL_MS);
  }
}
