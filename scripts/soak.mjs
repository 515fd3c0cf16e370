/**
 * `npm run soak [-- ROUNDS]`: the long checks, by hand: every bench at full size, then the end-to-end tests ROUNDS times (20 unless
 * told), each round once: what failed counts as failed, and a round that was stopped counts as nothing. Put the figures it
 * prints last into bench/RESULTS.md.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { fail, installMissing, ROOT } from './install.mjs';

const rounds = Number(process.argv[2] ?? 20);
if (!Number.isInteger(rounds) || rounds < 1) {
  fail(`The number of rounds must be 1 or more, not "${process.argv[2]}".`, 2);
}

process.chdir(ROOT);
await installMissing();

let stopped = false;
// The terminal tells the running step too: it ends by itself, and then nothing more is started.
process.on('SIGINT', () => {
  stopped = true;
});

/** @returns seconds it took; null when it failed or was stopped. */
async function run(name, args) {
  if (stopped) return null;
  console.log(`\n── ${name}`);
  const startedAt = Date.now();
  const [code] = await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'close');
  return code === 0 && !stopped ? Math.round((Date.now() - startedAt) / 1000) : null;
}

const BENCHES = [
  ['feed', ['bench/feed.ts', '--articles', '100000']],
  ['import', ['bench/import.ts', '--pages', '10000']],
  ['notices', ['bench/notices.ts', '--recipients', '100000']],
  ['search', ['bench/search.ts', '--articles', '100000']],
];
const benches = [];
for (const [name, args] of BENCHES) {
  benches.push([name, await run(`${name}, full size`, ['--import', 'tsx', ...args])]);
}

const passed = [];
const failed = [];
for (let round = 1; round <= rounds && !stopped; round += 1) {
  const name = `end to end, round ${round} of ${rounds}`;
  const seconds = await run(name, ['scripts/test.mjs', '--ci', 'tests/e2e']);
  if (seconds !== null) passed.push(seconds);
  else if (!stopped) failed.push(round);
}

const date = new Date().toISOString().slice(0, 10);
const cpu = os.cpus()[0]?.model ?? 'unknown processor';
console.log(`\n${date}, ${os.cpus().length} × ${cpu}, Node ${process.versions.node}`);
for (const [name, seconds] of benches) {
  console.log(
    `bench of ${name} at full size: ${seconds === null ? 'FAILED' : `passed (${seconds} s)`}`,
  );
}
const times = passed.length > 0 ? `, ${Math.min(...passed)} to ${Math.max(...passed)} s each` : '';
console.log(`end to end: ${passed.length} of ${rounds} rounds passed${times}`);
if (failed.length > 0) console.error(`✗ failed: round ${failed.join(', ')}`);
if (stopped) console.error(`✗ stopped after ${passed.length + failed.length} rounds`);
const failedBenches = benches.filter(([, seconds]) => seconds === null);
process.exitCode = failedBenches.length > 0 || passed.length < rounds ? 1 : 0;
