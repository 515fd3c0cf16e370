import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between the phone and the endpoint makes of an answer. */
export interface BentAnswer {
  status?: number;
  contentType?: string;
  body: string;
}

/** Returns what to answer in place of the endpoint's body, or undefined to let it through, now or later. */
export type Bend = (
  path: string,
  body: string,
  method: string,
) => BentAnswer | undefined | Promise<BentAnswer | undefined>;

export interface BentEndpoint {
  origin: string;
  /** Replaces what is done to answers from now on; without an argument they pass. */
  bend: (bend?: Bend) => void;
  stop: () => Promise<void>;
}

/** A captive portal, a broken line or a newer server in front of an endpoint that listens at `target`. */
export async function startBentEndpoint(target: string): Promise<BentEndpoint> {
  let current: Bend = () => undefined;
  const server = createServer(async (req, res) => {
    const answer = await fetch(target + req.url, await toRequest(req));
    const body = Buffer.from(await answer.arrayBuffer());
    const bent = await current(req.url ?? '/', body.toString('utf8'), req.method ?? 'GET');
    res.writeHead(bent?.status ?? answer.status, {
      'content-type': bent?.contentType ?? answer.headers.get('content-type') ?? 'text/plain',
    });
    res.end(bent?.body ?? body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bend: (bend = () => undefined) => {
      current = bend;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What the phone asks, to be asked again at the endpoint: its body, and who it says that it is. */
async function toRequest(req: IncomingMessage): Promise<RequestInit> {
  const headers = new Headers();
  for (const name of ['authorization', 'content-type'] as const) {
    const value = req.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of req) chunks.push(chunk as Uint8Array);
  const body = chunks.length > 0 ? { body: Buffer.concat(chunks).toString('utf8') } : {};
  return { method: req.method ?? 'GET', headers, ...body };
}
