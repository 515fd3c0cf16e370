/** `npm start`: installs, builds, then runs endpoint and simulator in this one process and prints one URL. */

import { installMissing, ROOT } from './install.mjs';
import { readPort } from './port.mjs';
import { buildWeapp, WEAPP_DIR } from './weapp-build.mjs';

process.chdir(ROOT);
await installMissing();

const port = readPort('npm start');
await buildWeapp();

const { register } = await import('tsx/esm/api');
register();
const { startPreview } = await import('./preview.ts');
const { BuildWatch } = await import('../simulator/build-watch.ts');
await startPreview({ port, distDir: WEAPP_DIR, build: new BuildWatch(WEAPP_DIR) });
