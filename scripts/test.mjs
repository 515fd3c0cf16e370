/** `npm test [-- JEST ARGUMENTS]`: installs, builds, then runs every test. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { installMissing, ROOT } from './install.mjs';
import { buildWeapp } from './weapp-build.mjs';

process.chdir(ROOT);
await installMissing();
await buildWeapp();

const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
// Some dependencies are ES modules only, which jest loads through Node's vm modules.
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const result = spawnSync(process.execPath, [...flags, jest, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exit(result.status ?? 1);
