/** Uses the embedded server of a data folder until SIGTERM: what another process on the same folder looks like. */
import { openEmbedded } from '../../cloud/store/embedded.ts';

const [dataDir] = process.argv.slice(2);
if (dataDir !== undefined) {
  const stop = new Promise((resolve) => process.once('SIGTERM', resolve));
  const server = await openEmbedded(dataDir);
  process.stdout.write(`holding ${server.folder} ${server.url}\n`);
  const alive = setInterval(() => {}, 60_000);
  await stop;
  clearInterval(alive);
  await server.close();
}
