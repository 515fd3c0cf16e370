/**
 * `npm run check:dev`: a real `npm run dev`: ready, page served, an open page told of a rebuild and of a changed source; SIGTERM leaves
 * neither server nor builder behind, and what `npm start` had built is untouched.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BuildState } from '../simulator/build-watch.ts';
import { answers, findFreePort, ROOT, startNpm, waitForExit, waitUntil } from './running-npm.ts';
import { WATCHED_DIR } from './watch-build.mjs';

const EVENT_LIMIT_MS = 60_000;
const BUILDER = path.join(ROOT, 'scripts', 'taro-watch.mjs');
const STAMP = path.join(ROOT, '.cache', 'weapp-built-from');

/** The states that an open page is told, one after the other. */
async function* listen(url: string): AsyncGenerator<BuildState> {
  const { body } = await fetch(new URL('/simulator/events', url), {
    signal: AbortSignal.timeout(EVENT_LIMIT_MS),
  });
  if (!body) throw new Error('The events have no body.');
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      if (message.startsWith('data: ')) yield JSON.parse(message.slice(6)) as BuildState;
    }
  }
}

async function waitForState(
  states: AsyncGenerator<BuildState>,
  what: string,
  holds: (state: BuildState) => boolean,
): Promise<BuildState> {
  for (;;) {
    const { value, done } = await states.next();
    if (done) throw new Error(`The events ended before ${what}.`);
    if (value.kind === 'failed') throw new Error(`The build failed: ${value.message}`);
    if (holds(value)) return value;
  }
}

function touch(file: string): void {
  utimesSync(file, new Date(), new Date());
}

function builders(): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(BUILDER));
}

const readStamp = () => (existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '');

const folder = mkdtempSync(path.join(tmpdir(), 'npm dev '));
// As root PostgreSQL runs under another account, which must get in.
chmodSync(folder, 0o755);
const stamp = readStamp();
try {
  const { child, url, seconds } = await startNpm(
    ['run', 'dev'],
    await findFreePort(),
    path.join(folder, 'data'),
  );
  console.log(`npm run dev: ready after ${seconds.toFixed(1)} s`);
  const program = await fetch(new URL('/simulator/program.json', url));
  if (!program.ok) throw new Error(`The program is not served: ${await program.text()}`);
  const states = listen(url);
  const first = await waitForState(states, 'the build was there', ({ kind }) => kind === 'ready');
  touch(path.join(WATCHED_DIR, 'app.json'));
  await waitForState(
    states,
    'the change of the build was told',
    (state) => state.kind === 'ready' && JSON.stringify(state) !== JSON.stringify(first),
  );
  touch(path.join(ROOT, 'src', 'app.tsx'));
  await waitForState(states, 'a changed source was built', ({ kind }) => kind === 'building');
  await waitForState(states, 'the build was there again', ({ kind }) => kind === 'ready');
  console.log('told of a rebuild and of a changed source');
  if (builders().length !== 1) throw new Error(`Not one builder runs: ${builders().join('; ')}`);
  // With a page that listens: it must not hold up the end.
  child.kill('SIGTERM');
  await waitForExit(child);
  await waitUntil('it still answered', async () => !(await answers(url)));
  await waitUntil('the builder still ran', async () => builders().length === 0);
  if (readStamp() !== stamp) throw new Error('It changed what npm start had built.');
  console.log('SIGTERM: ended, nothing left running');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
