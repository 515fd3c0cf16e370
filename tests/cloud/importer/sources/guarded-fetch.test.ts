import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MAX_REDIRECTS } from '../../../../cloud/importer/limits.ts';
import {
  type FetchOptions,
  guardedFetch,
} from '../../../../cloud/importer/sources/guarded-fetch.ts';
import type { Resolve } from '../../../../cloud/importer/sources/guarded-lookup.ts';
import { reasons } from '../../../../cloud/importer/words.ts';

const LIMIT = 64 * 1024;
const bomb = Buffer.alloc(LIMIT + 1);

const redirect =
  (location?: string, status = 302): RequestListener =>
  (_request, response) => {
    response.writeHead(status, location === undefined ? {} : { location }).end('x');
  };
const packed =
  (encoding: string, bytes: Uint8Array): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-encoding': encoding }).end(bytes);
  };

const chain = Array.from({ length: MAX_REDIRECTS + 1 }, (_, at): [string, RequestListener] => [
  `/chain${at}`,
  at === 0 ? (_request, response) => response.end('end') : redirect(`/chain${at - 1}`),
]);

const ANSWERS: Record<string, RequestListener> = {
  ...Object.fromEntries(chain),
  '/': (_request, response) => response.end('x'),
  '/headers': (request, response) => response.end(JSON.stringify(request.headers)),
  '/to-headers': redirect('/headers'),
  '/gzip': packed('gzip', gzipSync('内容')),
  '/deflate': packed('deflate', deflateSync('内容')),
  '/raw': packed('deflate', deflateRawSync('内容')),
  '/br': packed('br', brotliCompressSync('内容')),
  '/nothing': packed('deflate', Buffer.alloc(0)),
  '/gzip-bomb': packed('gzip', gzipSync(bomb)),
  '/deflate-bomb': packed('deflate', deflateSync(bomb)),
  '/raw-bomb': packed('deflate', deflateRawSync(bomb)),
  '/br-bomb': packed('br', brotliCompressSync(bomb)),
  '/members': packed('gzip', Buffer.concat(Array.from({ length: 9 }, () => gzipSync(bomb)))),
  '/twice': packed('gzip, gzip', gzipSync(gzipSync(bomb))),
  '/zstd': packed('zstd', Buffer.from('x')),
  '/no-gzip': packed('gzip', Buffer.from('<p>x')),
  '/no-br': packed('br', Buffer.from('<p>xxxxxxx')),
  '/cut-gzip': packed('gzip', gzipSync('内容').subarray(0, 20)),
  '/declared': (_request, response) => {
    response.writeHead(200, { 'content-length': LIMIT + 1 }).flushHeaders();
  },
  '/endless': (_request, response) => {
    const more = () => response.write(bomb, (error) => error ?? more());
    more();
  },
  '/long-head': (_request, response) => {
    response.writeHead(200, { 'x-long': 'x'.repeat(32 * 1024) }).end();
  },
  '/cut': (_request, response) => {
    response.writeHead(200, { 'content-length': '99' });
    response.write('x', () => response.destroy());
  },
  '/silent': () => {},
  '/stalled': (_request, response) => {
    response.write('x');
  },
  '/trickle': (_request, response) => {
    const more = setInterval(() => response.write('x'), 5);
    response.on('close', () => clearInterval(more));
  },
  '/etag': (request, response) => {
    response.setHeader('etag', '"1"');
    response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end('x');
  },
  '/gone': (_request, response) => response.writeHead(404).end('x'),
  '/busy': (_request, response) => response.writeHead(503, { 'retry-after': '9' }).end('x'),
  '/nowhere': redirect(),
  '/blank': redirect(' '),
  '/bad': redirect('http://['),
  '/loop': redirect('/loop2'),
  '/loop2': redirect('/loop'),
  '/chinese': (_request, response) => {
    const location = Buffer.from('/中文', 'utf8').toString('latin1');
    response.writeHead(302, { location }).end();
  },
  [encodeURI('/中文')]: (_request, response) => response.end('x'),
};

let server: Server;
let port: number;
let requests = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    requests += 1;
    const url = request.url ?? '';
    if (url.startsWith('/to?')) redirect(decodeURIComponent(url.slice(4)))(request, response);
    else ANSWERS[url]?.(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const GOOD = 'fl.jiangmen.cn';
const toAll = (addresses: readonly string[]) =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const resolveTo =
  (...addresses: string[]): Resolve =>
  async () =>
    toAll(addresses);

const options = (changes: Partial<FetchOptions> = {}): FetchOptions => ({
  maxBytes: LIMIT,
  timeoutMs: 5_000,
  allowedHosts: new Set([`127.0.0.1:${port}`]),
  ...changes,
});
const fetchPath = (path: string, changes: Partial<FetchOptions> = {}) =>
  guardedFetch(`http://127.0.0.1:${port}${path}`, options(changes));

describe('a fetch', () => {
  it.each(['/gzip', '/deflate', '/raw', '/br'])('unpacks %s', async (path) => {
    const fetched = await fetchPath(path);
    expect(fetched.ok && fetched.value.bytes.toString()).toBe('内容');
  });

  it('says who asks, and asks on condition', async () => {
    const fetched = await fetchPath('/headers', { accept: 'text/html', headers: { 'x-a': 'b' } });
    expect(fetched.ok && JSON.parse(fetched.value.bytes.toString())).toMatchObject({
      'user-agent': expect.stringMatching(/^JiangmenWomenBot\/\d/),
      'accept-encoding': 'gzip, deflate, br',
      accept: 'text/html',
      'x-a': 'b',
    });
    const asked = await fetchPath('/etag', { headers: { 'if-none-match': '"1"' } });
    expect(asked).toMatchObject({ ok: true, value: { status: 304, headers: { etag: '"1"' } } });
  });

  it('follows redirects to their end, and tells conditions to the same site only', async () => {
    const headers = { 'if-none-match': '"1"' };
    const last = await fetchPath(`/chain${MAX_REDIRECTS}`);
    expect(last).toMatchObject({
      value: { address: `http://127.0.0.1:${port}/chain0`, bytes: Buffer.from('end') },
    });
    const near = await fetchPath('/to-headers', { headers });
    expect(near.ok && near.value.bytes.toString()).toContain('if-none-match');
    const allowedHosts = new Set([`127.0.0.1:${port}`, `other.lan:${port}`]);
    const away = `/to?${encodeURIComponent(`http://other.lan:${port}/headers`)}`;
    const far = await fetchPath(away, { headers, allowedHosts, resolve: resolveTo('127.0.0.1') });
    expect(far.ok && far.value.bytes.toString()).not.toContain('if-none-match');
    expect(await fetchPath('/chinese')).toMatchObject({ ok: true, value: { status: 200 } });
  });

  it.each([
    ['/gone', 404],
    ['/busy', 503],
  ])('leaves a status to whoever asked: %s', async (path, status) => {
    expect(await fetchPath(path)).toMatchObject({
      ok: true,
      value: { status, bytes: Buffer.alloc(0) },
    });
  });

  it('does not read what is refused by its head', async () => {
    expect(await fetchPath('/endless', { refuse: () => '不要' })).toEqual({
      ok: false,
      reason: '不要',
    });
  });

  it.each([
    ['/gzip-bomb', reasons.tooLarge(LIMIT)],
    ['/deflate-bomb', reasons.tooLarge(LIMIT)],
    ['/raw-bomb', reasons.tooLarge(LIMIT)],
    ['/br-bomb', reasons.tooLarge(LIMIT)],
    ['/members', reasons.tooLarge(LIMIT)],
    ['/declared', reasons.tooLarge(LIMIT)],
    ['/endless', reasons.tooLarge(LIMIT)],
    ['/twice', reasons.encoding('gzip, gzip')],
    ['/zstd', reasons.encoding('zstd')],
    ['/no-gzip', expect.stringContaining('连不上')],
    ['/no-br', expect.stringContaining('连不上')],
    ['/cut-gzip', expect.stringContaining('连不上')],
    ['/cut', expect.stringContaining('连不上')],
    ['/long-head', expect.stringContaining('连不上')],
    ['/nowhere', reasons.redirectWithoutTarget],
    ['/blank', reasons.redirectWithoutTarget],
    ['/bad', reasons.redirectWithoutTarget],
    ['/loop', reasons.redirectLoop],
  ])('fails at %s', async (path, reason) => {
    expect(await fetchPath(path)).toEqual({ ok: false, reason });
  });

  it('unpacks nothing to nothing', async () => {
    expect(await fetchPath('/nothing')).toMatchObject({ value: { bytes: Buffer.alloc(0) } });
  });

  it.each(['/silent', '/stalled', '/trickle'])('ends in time at %s', async (path) => {
    expect(await fetchPath(path, { timeoutMs: 60 })).toEqual({
      ok: false,
      reason: reasons.timeout(60),
    });
  });

  it('ends in time while a name is looked up, and when it is told to', async () => {
    const never: Resolve = () => new Promise(() => {});
    const slow = options({ resolve: never, timeoutMs: 60 });
    expect(await guardedFetch(`http://${GOOD}/`, slow)).toMatchObject({
      reason: reasons.timeout(60),
    });
    const told = AbortSignal.abort();
    expect(await fetchPath('/silent', { signal: told })).toMatchObject({ reason: reasons.stopped });
  });

  it('fails for a name that nobody knows', async () => {
    const resolve: Resolve = async () => [];
    const fetched = await guardedFetch(`http://${GOOD}/`, options({ resolve }));
    expect(fetched).toEqual({ ok: false, reason: reasons.network('ENOTFOUND') });
  });
});

const INSIDE = reasons.privateHost(GOOD);

describe('a name that stands for an address inside', () => {
  it.each([
    ['loopback', ['127.0.0.1']],
    ['one of several', ['1.1.1.1', '127.0.0.1']],
    ['the first of several', ['10.0.0.1', '1.1.1.1']],
    ['IPv6 beside IPv4', ['1.1.1.1', '::1']],
    ['IPv4 in IPv6', ['::ffff:127.0.0.1']],
    ['NAT64', ['64:ff9b::7f00:1']],
    ['6to4', ['2002:7f00:1::']],
    ['Teredo', ['2001::1']],
    ['link-local with zone', ['fe80::1%1']],
    ['metadata of a cloud', ['169.254.169.254']],
    ['unspecified', ['0.0.0.0']],
    ['no address at all', ['localhost']],
  ])('is refused: %s', async (_name, addresses) => {
    const before = requests;
    const fetched = await guardedFetch(
      `http://${GOOD}:${port}/`,
      options({ resolve: resolveTo(...addresses) }),
    );
    expect(fetched).toEqual({ ok: false, reason: reasons.privateHost(`${GOOD}:${port}`) });
    expect(requests).toBe(before);
  });

  it('is asked for once a connection: what changes afterwards gains nothing', async () => {
    const answers = [['1.1.1.1'], ['127.0.0.1']];
    const asked: string[] = [];
    const resolve: Resolve = async (name) => {
      asked.push(name);
      return toAll(answers[asked.length - 1] ?? []);
    };
    const before = requests;
    await guardedFetch(`http://${GOOD}:${port}/`, options({ resolve, timeoutMs: 60 }));
    expect(asked).toEqual([GOOD]);
    expect(requests).toBe(before);
    expect(await guardedFetch(`http://${GOOD}/`, options({ resolve }))).toEqual({
      ok: false,
      reason: INSIDE,
    });
  });

  it('may stand in the own network where it is allowed, but not at the metadata', async () => {
    const allowedHosts = new Set([`oa.lan:${port}`]);
    const ask = (ip: string) =>
      guardedFetch(`http://oa.lan:${port}/`, options({ allowedHosts, resolve: resolveTo(ip) }));
    expect(await ask('127.0.0.1')).toMatchObject({ ok: true, value: { status: 200 } });
    expect(await ask('169.254.169.254')).toMatchObject({ ok: false });
  });
});

describe('a redirect', () => {
  it.each([
    ['http://127.0.0.1:1/', reasons.privateHost('127.0.0.1:1')],
    ['//127.0.0.1:1/', reasons.privateHost('127.0.0.1:1')],
    ['\\\\127.0.0.1:1/', reasons.privateHost('127.0.0.1:1')],
    ['http://2130706433/', reasons.privateHost('127.0.0.1')],
    ['http://[::1]/', reasons.privateHost('[::1]')],
    ['http://169.254.169.254/', reasons.privateHost('169.254.169.254')],
    ['http://localhost/', reasons.privateHost('localhost')],
    ['http://16843009/', reasons.oddHost('1.1.1.1')],
    ['http://a@1.1.1.1/', reasons.credentials],
    ['http://1.1.1.1:25/', reasons.port(25)],
    ['file:///etc/passwd', reasons.protocol('file:')],
    ['gopher://1.1.1.1/', reasons.protocol('gopher:')],
    ['data:text/html,x', reasons.protocol('data:')],
    ['javascript:1', reasons.protocol('javascript:')],
  ])('to %s is not followed', async (target, reason) => {
    const fetched = await fetchPath(`/to?${encodeURIComponent(target)}`);
    expect(fetched).toEqual({ ok: false, reason });
  });

  it('to a name that leads inside is not followed', async () => {
    const resolve = resolveTo('127.0.0.1');
    const target = encodeURIComponent(`http://${GOOD}:${port}/`);
    expect(await fetchPath(`/to?${target}`, { resolve })).toMatchObject({ ok: false });
  });
});
