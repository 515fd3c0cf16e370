/** `npm run check`: everything that must hold before a commit, on a laptop as in CI. Runs on after a failure, then counts. */
import { installMissing, ROOT } from './install.mjs';
import { runNpm } from './npm.mjs';

const STEPS = [
  ['format and lint', 'check:format'],
  ['types', 'check:types'],
  ['dependency rules', 'check:dependencies'],
  ['dead code', 'check:unused'],
  ['mini-program build and its limits', 'build:weapp'],
  // In jsdom only, to stay quick; `npm test` and CI run Chromium too.
  ['tests', 'test', { CHROMIUM_PATH: 'none' }],
];

process.chdir(ROOT);
await installMissing();

const failed = [];
for (const [name, script, env] of STEPS) {
  console.log(`\n── ${name} (npm run ${script})`);
  const startedAt = Date.now();
  const result = runNpm(['run', '--silent', script], { env: { ...process.env, ...env } });
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(`${result.status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (result.status !== 0) failed.push(name);
}

if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
console.log(`\n${STEPS.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
