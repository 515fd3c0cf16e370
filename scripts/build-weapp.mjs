/** `npm run build:weapp`: builds the mini-program and holds it against WeChat's and our own limits. */
import { spawnSync } from 'node:child_process';
import { installMissing, ROOT } from './install.mjs';
import { buildWeapp } from './weapp-build.mjs';

process.chdir(ROOT);
await installMissing();
await buildWeapp({ always: true });
const result = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/check-weapp.ts'], {
  stdio: 'inherit',
});
process.exit(result.status ?? 1);
