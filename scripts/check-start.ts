/**
 * `npm run check:start`: a real `npm start` on an empty folder, as a newcomer runs it: ready, page and feed answered; once more after a
 * kill -9; and a clean end that leaves no server behind.
 */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answers, findFreePort, startNpm, waitForExit, waitUntil } from './running-npm.ts';

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
  const first = await startNpm(['start'], port, dataDir);
  const before = await expectFeed(first.url);
  console.log(`first start: ready after ${first.seconds.toFixed(1)} s`);
  first.child.kill('SIGKILL');
  await waitForExit(first.child);
  await waitUntil('it still answered', async () => !(await answers(first.url)));

  const second = await startNpm(['start'], port, dataDir);
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
