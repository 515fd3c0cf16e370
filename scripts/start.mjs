/** `npm start`: installs, builds, then runs endpoint and simulator in this one process and prints one URL. */

import { fail, installMissing, ROOT } from './install.mjs';
import { buildWeapp } from './weapp-build.mjs';

const DEFAULT_PORT = 8787;

process.chdir(ROOT);
await installMissing();

const port = Number(process.env.PORT || DEFAULT_PORT);
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  fail(
    `PORT must be a number from 1 to 65535, not "${process.env.PORT}". Example: PORT=3000 npm start`,
  );
}
await buildWeapp();

const { register } = await import('tsx/esm/api');
register();
const { startPreview } = await import('./preview.ts');
await startPreview(port);
