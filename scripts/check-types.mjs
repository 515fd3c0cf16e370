/** `npm run check:types`: each program's own tsconfig, two at a time. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ROOT } from './install.mjs';

/** The slowest first, so that both ends at about the same time. */
const PROJECTS = ['tests', 'src', 'cloud', 'simulator', 'types'];
const AT_ONCE = 2;

const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
const failed = [];

async function work() {
  for (let project = PROJECTS.shift(); project !== undefined; project = PROJECTS.shift()) {
    const child = spawn(process.execPath, [tsc, '-p', project], { cwd: ROOT, stdio: 'inherit' });
    const [code] = await once(child, 'close');
    if (code !== 0) failed.push(project);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
if (failed.length > 0) console.error(`✗ types: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
