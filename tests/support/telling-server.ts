import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server in the place of WeChat's that keeps what a phone tells it. */
export interface TellingServer {
  origin: string;
  /** Method, path and body of what came in, in order. */
  told: { request: string; body: unknown }[];
  /** The status of all later answers; 204 at first. */
  status: number;
  /** Later requests have no answer until the function that this gives is called. */
  hold: () => () => void;
  stop: () => Promise<void>;
}

export async function startTellingServer(): Promise<TellingServer> {
  let held: Promise<void> = Promise.resolve();
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as unknown;
    telling.told.push({ request: `${req.method} ${req.url}`, body });
    await held;
    res.writeHead(telling.status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const telling: TellingServer = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told: [],
    status: 204,
    hold: () => {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return telling;
}
