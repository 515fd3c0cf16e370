import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createSimulatorHandler } from './server.ts';

/**
 * Serves the simulator alone, to look at a build:
 * `node --import tsx simulator/serve.ts --dist dist/weapp --port 9000 --host-map ORIGIN=ADDRESS`
 */
const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist/weapp' },
    port: { type: 'string', default: '9000' },
    'host-map': { type: 'string', multiple: true, default: [] },
  },
});

const hosts = Object.fromEntries(
  values['host-map'].map((pair) => {
    const at = pair.indexOf('=');
    if (at < 0) throw new Error(`--host-map takes ORIGIN=ADDRESS, got "${pair}"`);
    return [pair.slice(0, at), pair.slice(at + 1)];
  }),
);
const handle = createSimulatorHandler({ distDir: resolve(values.dist), hosts });

createServer((req, res) => {
  void handle(req, res).then((served) => {
    if (!served) res.writeHead(404).end();
  });
}).listen(Number(values.port), '127.0.0.1', () => {
  console.log(`simulator: http://127.0.0.1:${values.port}/`);
});
