/** Builds src/ again and again in a process of its own, into a folder beside the one that `npm start` and the tests use. */
import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './install.mjs';

const FOLDER = 'weapp-dev';
export const WATCHED_DIR = path.join(ROOT, 'dist', FOLDER);
/** As much of the builder's own output as is shown when it ends unasked. */
const TAIL = 4_000;

function print(news, seconds) {
  if (news.kind === 'built') console.log(`› Built (${seconds} s).`);
  if (news.kind === 'failed') {
    console.error(`\n✗ The build failed; the page shows it too.\n${news.message}\n`);
  }
}

/**
 * Starts the builder. `tell` hears of every round: that it began, and how it ended.
 *
 * @param {(news: { kind: 'building' } | { kind: 'built' } | { kind: 'failed', message: string }) => void} tell
 * @returns {{ firstRound: Promise<boolean>, stop: () => void }} `firstRound` resolves when the first round has ended, well or not; with
 *   false when the builder itself has ended
 */
export function watchBuild(tell) {
  rmSync(WATCHED_DIR, { recursive: true, force: true });
  const builder = fork(path.join(ROOT, 'scripts', 'taro-watch.mjs'), {
    cwd: ROOT,
    // It ends with its channel to us; a Ctrl+C reaches it too, and a SIGKILL of ours ends the channel.
    env: {
      NODE_ENV: 'development',
      ...process.env,
      WEAPP_FOLDER: FOLDER,
      CI: 'true',
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let tail = '';
  for (const stream of [builder.stdout, builder.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      tail = (tail + text).slice(-TAIL);
    });
  }
  let stopped = false;
  let startedAt = Date.now();
  console.log('› Building the mini-program, and again at every change of a source …');
  const firstRound = new Promise((resolve) => {
    builder.on('message', (news) => {
      if (news.kind === 'building') startedAt = Date.now();
      print(news, ((Date.now() - startedAt) / 1000).toFixed(1));
      tell(news);
      if (news.kind !== 'building') resolve(true);
    });
    builder.once('exit', (code) => {
      resolve(false);
      if (stopped) return;
      console.error(`${tail}\n✗ The builder ended with ${code}: start npm run dev again.`);
      process.exitCode = 1;
      // What runs beside it is to stop as it does at Ctrl+C.
      process.kill(process.pid, 'SIGTERM');
    });
  });
  const stop = () => {
    stopped = true;
    if (builder.connected) builder.disconnect();
    builder.kill();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
  return { firstRound, stop };
}
