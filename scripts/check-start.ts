/**
 * `npm run check:start`: a real `npm start` on an empty folder, as a newcomer runs it: ready, page and feed answered; once more after a
 * kill -9; and a clean end that leaves no server behind.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const READY_LIMIT_MS = 10 * 60_000;
const STOP_LIMIT_MS = 30_000;

interface Running {
  child: ChildProcess;
  /** The address it printed. */
  url: string;
  seconds: number;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

function waitForExit(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('It did not stop in 30 s.')), STOP_LIMIT_MS);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

/** Starts it and waits for the ready line. */
function start(port: number, dataDir: string): Promise<Running> {
  const startedAt = Date.now();
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`No ready line in ten minutes; it printed:\n${output}`));
    }, READY_LIMIT_MS);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`It ended with ${code} before it was ready; it printed:\n${output}`));
    });
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const url = /ready: (http:\S+)/.exec(output)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve({ child, url, seconds: (Date.now() - startedAt) / 1000 });
    });
  });
}

/** After a stop: what npm had started must follow it. @param otherwise what was still so, for the error */
async function waitUntil(otherwise: string, holds: () => Promise<boolean>): Promise<void> {
  const givenUpAt = Date.now() + STOP_LIMIT_MS;
  while (!(await holds())) {
    if (Date.now() > givenUpAt) throw new Error(`30 s after the stop ${otherwise}.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

async function expectFeed(url: string): Promise<string[]> {
  const page = await fetch(url);
  if (!page.ok || !(await page.text()).includes('<html')) throw new Error(`${url} shows no page.`);
  const feed = await fetch(new URL('/v1/articles', url));
  const { items } = (await feed.json()) as { items: { id: string }[] };
  if (items.length !== 20) throw new Error(`The feed gave ${items.length} articles, not 20.`);
  return items.map((item) => item.id);
}

const folder = mkdtempSync(path.join(tmpdir(), 'npm start '));
// As root PostgreSQL runs under another account, which must get in.
chmodSync(folder, 0o755);
const dataDir = path.join(folder, 'data');
const port = await findFreePort();
try {
  const first = await start(port, dataDir);
  const before = await expectFeed(first.url);
  console.log(`first start: ready after ${first.seconds.toFixed(1)} s`);
  first.child.kill('SIGKILL');
  await waitForExit(first.child);
  await waitUntil('it still answered', async () => !(await answers(first.url)));

  const second = await start(port, dataDir);
  const after = await expectFeed(second.url);
  console.log(`after kill -9: ready after ${second.seconds.toFixed(1)} s`);
  if (before.join() !== after.join()) throw new Error('The feed changed over a restart.');

  const pidFile = path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  if (!existsSync(pidFile)) throw new Error(`The embedded PostgreSQL does not run in ${dataDir}.`);
  second.child.kill('SIGTERM');
  await waitForExit(second.child);
  await waitUntil('it still answered', async () => !(await answers(second.url)));
  await waitUntil('PostgreSQL still ran', async () => !existsSync(pidFile));
  console.log('SIGTERM: ended, nothing left running');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
