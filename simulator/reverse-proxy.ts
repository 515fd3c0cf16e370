import { type IncomingMessage, request, type ServerResponse } from 'node:http';

/** Headers that belong to one connection and are not passed on. */
const CONNECTION_HEADERS = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'host',
]);

/**
 * Passes a request on to an http address and its answer back. When nobody answers there the
 * connection is broken off, so that the program sees a failed request and no answer of a proxy.
 */
export function forward(req: IncomingMessage, res: ServerResponse, target: URL): Promise<void> {
  return new Promise((resolve) => {
    const headers = Object.fromEntries(
      Object.entries(req.headers).filter(([name]) => !CONNECTION_HEADERS.has(name)),
    );
    const outgoing = request(target, { method: req.method ?? 'GET', headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
      answer.on('end', resolve);
      answer.on('error', () => {
        res.destroy();
        resolve();
      });
    });
    outgoing.on('error', () => {
      res.destroy();
      resolve();
    });
    // A reader who left must not keep the answering side busy.
    res.on('close', () => outgoing.destroy());
    req.pipe(outgoing);
  });
}
