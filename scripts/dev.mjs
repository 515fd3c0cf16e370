/** `npm run dev`: as `npm start`, and builds again at every change of a source: pages that are open reload by themselves. */

import { installMissing, ROOT } from './install.mjs';
import { withLock } from './lock.mjs';
import { readPort } from './port.mjs';
import { WATCHED_DIR, watchBuild } from './watch-build.mjs';

process.chdir(ROOT);
await installMissing();

const port = readPort('npm run dev');
const { register } = await import('tsx/esm/api');
register();
const { startPreview } = await import('./preview.ts');
const { BuildWatch } = await import('../simulator/build-watch.ts');

await withLock('dev', async () => {
  const build = new BuildWatch(WATCHED_DIR);
  const builder = watchBuild((news) => build.tell(news));
  try {
    if (await builder.firstRound) await startPreview({ port, distDir: WATCHED_DIR, build });
  } finally {
    builder.stop();
  }
});
