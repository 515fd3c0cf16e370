import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MAX_BYTES } from '../../../../cloud/importer/limits.ts';
import { fetchPage } from '../../../../cloud/importer/sources/fetch-page.ts';
import { reasons } from '../../../../cloud/importer/words.ts';

const redirect =
  (location?: string): RequestListener =>
  (_request, response) => {
    response.writeHead(302, location === undefined ? {} : { location }).end();
  };

const ANSWERS: Record<string, RequestListener> = {
  '/page': (_request, response) => {
    response.setHeader('content-type', 'text/html; charset="GB2312"').end('<p>x');
  },
  '/text': (_request, response) => {
    response.setHeader('content-type', 'text/plain').end('x');
  },
  '/moved': redirect('/page#top'),
  '/loop': redirect('/loop'),
  '/away': redirect('file:///etc/passwd'),
  '/nowhere': redirect(),
  '/picture': (_request, response) => {
    response.setHeader('content-type', 'image/png').end('x');
  },
  '/gone': (_request, response) => {
    response.writeHead(404, { 'content-type': 'text/html' }).end('<p>x');
  },
  '/bomb': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
    response.end(gzipSync(Buffer.alloc(MAX_BYTES + 1)));
  },
  '/cut': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '99' });
    response.write('<p>x', () => response.destroy());
  },
  '/slow': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write('<p>x');
  },
};

let server: Server;
let origin: string;
const allowedHosts = new Set<string>();
const fetchLocal = (address: string, timeoutMs?: number) =>
  fetchPage(address, { allowedHosts, ...(timeoutMs !== undefined && { timeoutMs }) });
beforeAll(async () => {
  server = createServer((request, response) => ANSWERS[request.url ?? '']?.(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  allowedHosts.add(`127.0.0.1:${(server.address() as AddressInfo).port}`);
  allowedHosts.add('127.0.0.1:1');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

describe('a page from the web', () => {
  it('comes with its format, its declared charset and its last address', async () => {
    const base = { kind: 'web', address: `${origin}/page` };
    const value = { bytes: Buffer.from('<p>x'), base, format: 'html', charset: 'GB2312' };
    expect(await fetchLocal(`${origin}/page`)).toEqual({ ok: true, value });
    expect(await fetchLocal(`${origin}/moved`)).toEqual({ ok: true, value });
    expect(await fetchLocal(`${origin}/text`)).toMatchObject({
      ok: true,
      value: { format: 'text' },
    });
  });

  it.each([
    ['/loop', reasons.redirectLoop],
    ['/away', reasons.protocol('file:')],
    ['/nowhere', reasons.redirectWithoutTarget],
    ['/picture', reasons.contentType('image/png')],
    ['/gone', reasons.status(404)],
    ['/bomb', reasons.tooLarge(MAX_BYTES)],
  ])('is refused at %s', async (path, reason) => {
    expect(await fetchLocal(`${origin}${path}`)).toEqual({ ok: false, reason });
  });

  it('is a failure, not a crash, when the network fails', async () => {
    expect(await fetchLocal('http://127.0.0.1:1/')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('连不上'),
    });
    expect(await fetchLocal(`${origin}/cut`)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('连不上'),
    });
    expect(await fetchLocal(`${origin}/slow`, 100)).toEqual({
      ok: false,
      reason: reasons.timeout(100),
    });
  });
});
