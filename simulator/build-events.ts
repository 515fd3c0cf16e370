import type { ServerResponse } from 'node:http';
import type { BuildWatch } from './build-watch.ts';

/** A page that lost the server asks again after this many ms. */
const RETRY = 1_000;

/** Answers with server-sent events: the state of the build now, and each later one, as JSON. */
export function sendBuildEvents(res: ServerResponse, watch: BuildWatch): void {
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // The answer ends with the server; its connection must not be kept for another one.
    connection: 'close',
  });
  res.write(`retry: ${RETRY}\n\n`);
  const end = watch.subscribe(
    (state) => res.write(`data: ${JSON.stringify(state)}\n\n`),
    () => res.end(),
  );
  res.once('close', end);
}
