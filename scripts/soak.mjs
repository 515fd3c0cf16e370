/**
 * `npm run soak [-- ROUNDS]`: the long checks, by hand: every bench at full size, then the end-to-end tests ROUNDS times (10 unless
 * told). Put the figures it prints last into bench/RESULTS.md.
 */
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import { fail, installMissing, ROOT } from './install.mjs';

const rounds = Number(process.argv[2] ?? 10);
if (!Number.isInteger(rounds) || rounds < 1) {
  fail(`The number of rounds must be 1 or more, not "${process.argv[2]}".`, 2);
}

process.chdir(ROOT);
await installMissing();

const steps = [
  ['feed, full size', ['--import', 'tsx', 'bench/feed.ts', '--articles', '100000']],
  ...Array.from({ length: rounds }, (_, round) => [
    `end to end, round ${round + 1} of ${rounds}`,
    ['scripts/test.mjs', 'tests/e2e'],
  ]),
];

const failed = [];
for (const [name, args] of steps) {
  console.log(`\n── ${name}`);
  if (spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0) failed.push(name);
}

const date = new Date().toISOString().slice(0, 10);
const cpu = os.cpus()[0]?.model ?? 'unknown processor';
console.log(`\n${date}, ${os.cpus().length} × ${cpu}, Node ${process.versions.node}`);
for (const name of failed) console.error(`✗ ${name}`);
console.log(`${steps.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
