import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers with what it is asked for, so that a program of a test can say it. */
export interface AnsweringServer {
  origin: string;
  /** Paths with query, in the order they came in. */
  received: string[];
  /** Lets all requests to `/held` have their answer, now and from here on. */
  release: () => void;
  stop: () => Promise<void>;
}

/**
 * `/answer?body=…&type=…&status=…` · `/bytes?count=…`, a JSON text so long · `/echo`, the request as JSON ·
 * `/cookies`, an answer that sets two · `/silent`, no answer at all · `/held`, none until it is released.
 */
export async function startAnsweringServer(): Promise<AnsweringServer> {
  const received: string[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = createServer(async (req, res) => {
    received.push(req.url ?? '');
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://server');
    const reply = (body: string, type = 'application/json', status = 200) =>
      res.writeHead(status, { 'content-type': type, 'x-path': pathname }).end(body);
    if (pathname === '/silent') return;
    if (pathname === '/held') await released;
    if (pathname === '/cookies') res.setHeader('set-cookie', ['a=1; Path=/', 'b=2, 3']);
    if (pathname === '/echo') reply(await toEcho(req));
    else if (pathname === '/bytes') reply(`"${'x'.repeat(Number(searchParams.get('count')) - 2)}"`);
    else {
      const type = searchParams.get('type') ?? undefined;
      reply(searchParams.get('body') ?? '{}', type, Number(searchParams.get('status') ?? 200));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    release: () => release(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function toEcho(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const { method, url, headers } = req;
  return JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString() });
}
