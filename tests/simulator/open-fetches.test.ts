import { getEventListeners } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OpenFetches } from '../../simulator/kit/open-fetches.ts';

/** Answers `/empty` with 204 and `/slow` never to its end, everything else with its address. */
let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer((req, res) => {
    if (req.url === '/empty') res.writeHead(204).end();
    else if (req.url === '/slow') res.writeHead(200).write('begins');
    else res.writeHead(201, { 'x-kind': 'echo' }).end(req.url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('fetch for a window of jsdom', () => {
  it('leaves nothing on the signal of one request after the other', async () => {
    const { fetch } = new OpenFetches();
    const { signal } = new AbortController();
    const paths = Array.from({ length: 12 }, (_, index) => `/${index}`);
    const answers: unknown[] = [];
    for (const path of paths) {
      const answer = await fetch(origin + path, { signal });
      answers.push([answer.status, answer.headers.get('x-kind'), await answer.text()]);
    }
    expect(answers).toEqual(paths.map((path) => [201, 'echo', path]));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('hands an answer without a body over', async () => {
    const answer = await new OpenFetches().fetch(`${origin}/empty`);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });

  it('leaves nothing on the signal of a request that fails', async () => {
    const { signal } = new AbortController();
    await expect(new OpenFetches().fetch('http://127.0.0.1:1/', { signal })).rejects.toThrow();
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it.each<[string, (fetches: OpenFetches, caller: AbortController) => void]>([
    ['its caller', (_, caller) => caller.abort()],
    ['the end of the window', (fetches) => fetches.stopAll()],
  ])('is stopped in the middle of an answer by %s', async (_, stop) => {
    const fetches = new OpenFetches();
    const caller = new AbortController();
    const asked = new Promise<void>((resolve) => server.once('request', () => resolve()));
    const fetched = fetches.fetch(`${origin}/slow`, { signal: caller.signal });
    await asked;
    stop(fetches, caller);
    await expect(fetched).rejects.toThrow('abort');
  });

  it('is stopped before it starts when its caller has given up', async () => {
    const { fetch } = new OpenFetches();
    await expect(fetch(origin, { signal: AbortSignal.abort() })).rejects.toThrow('abort');
  });
});
