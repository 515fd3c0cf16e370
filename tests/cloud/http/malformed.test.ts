import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Schema from 'typebox/schema';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { Problem } from '../../../types/problem.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { makeArticleDraft } from '../../support/drafts.ts';

/** Set SEED to repeat a run; the report of a failure names it too. */
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env.RUNS ?? 120);
const METHODS = [
  'GET',
  'GET',
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'PROPFIND',
];

const nasty = fc.oneof(
  fc.constantFrom(
    '',
    '\0',
    '\ud800',
    '😀',
    '%',
    '%zz',
    '%00',
    '%c0%af',
    '../../etc/passwd',
    '__proto__',
  ),
  fc.constantFrom(
    '-1',
    '0',
    '1e400',
    '1.5',
    'NaN',
    '99999999999999999999',
    'null',
    '[]',
    "' OR 1=1--",
  ),
  fc.constantFrom(
    'a'.repeat(5_000),
    '栏'.repeat(500),
    'kyrn6hc446cb',
    'kyrn6hc446c\0',
    '0'.repeat(64),
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 50 }),
  fc.integer().map(String),
  fc.double().map(String),
  fc.base64String().map((text) => text.replaceAll('=', '')),
);

/** Percent-encoded as a browser does, byte by byte, or not at all. */
const encoded = fc.tuple(nasty, fc.constantFrom('uri', 'bytes', 'raw')).map(([text, how]) => {
  const bytes = Buffer.from(text, 'utf8');
  if (how === 'uri') return encodeURIComponent(bytes.toString());
  if (how === 'bytes') return bytes.toString('hex').replace(/../g, '%$&');
  return text.replace(/[^\x21-\x7e]/g, '').replace(/[/?#]/g, '');
});

const query = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom('channel', 'cursor', 'limit', 'when', 'name', 'limit[]', '__proto__'),
        encoded,
      ),
      encoded,
    ),
    { maxLength: 5 },
  )
  .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));

const headers = fc.dictionary(
  fc.constantFrom(
    ...['if-none-match', 'accept-encoding', 'x-request-id', 'accept', 'range', 'content-type'],
  ),
  fc.oneof(
    fc.constantFrom(
      '*',
      '"',
      'W/"',
      'gzip;q=x',
      ',,,',
      'br, identity;q=0',
      'bytes=0-',
      'application/json',
    ),
    fc.string({ maxLength: 100 }),
  ),
);

function isProblem(body: string): boolean {
  try {
    return Schema.Compile(Problem).Check(JSON.parse(body));
  } catch {
    return false;
  }
}

describe(`malformed requests (SEED=${SEED})`, () => {
  let endpoint: TestApp;
  let routes: string[] = [];

  beforeAll(async () => {
    endpoint = await createTestApp();
    await saveArticle(endpoint.store, makeArticleDraft(), TEST_NOW);
    await endpoint.app.ready();
    const described = endpoint.app.swagger().paths ?? {};
    routes = [...Object.keys(described), '/openapi.json', '/', '/{anything}', '/v1/{anything}'];
    await endpoint.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => endpoint.drop());

  it('knows the routes to try', () => {
    expect(routes).toEqual(
      expect.arrayContaining([
        '/v1/articles',
        '/v1/articles/{id}',
        '/v1/events/{id}',
        '/media/{file}',
        '/readyz',
      ]),
    );
  });

  it('are answered by every route with a problem or an answer, never a 5xx', async () => {
    for (const route of routes) {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...METHODS),
          encoded,
          query,
          headers,
          fc.string(),
          async (method, part, search, given, body) => {
            const path = route.replace(/\{\w+\}/, part || 'x');
            const answer = await endpoint.app.inject({
              method: method as 'GET',
              url: `${path}?${search}`,
              headers: given,
              ...(method === 'POST' && { payload: body }),
            });
            expect(answer.statusCode).toBeLessThan(500);
            if (answer.statusCode >= 400 && method !== 'HEAD') {
              expect(answer.headers['content-type']).toContain('application/problem+json');
              expect(answer.headers['cache-control']).toBe('no-store');
              expect(isProblem(answer.body)).toBe(true);
            }
            expect(answer.headers['x-request-id']).toMatch(/^[A-Za-z0-9._-]{8,64}$/);
          },
        ),
        { seed: SEED, numRuns: RUNS },
      );
    }
  }, 120_000);

  const talk = (bytes: string | Buffer) =>
    new Promise<string>((resolve, reject) => {
      const { port } = endpoint.app.server.address() as AddressInfo;
      const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
      let answer = '';
      socket.on('data', (chunk) => {
        answer += chunk.toString();
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(answer));
    });

  it.each([
    ['no request at all', 'GARBAGE\r\n\r\n', 400],
    ['a greeting of TLS', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00]), 400],
    ['a version that does not exist', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n', 400],
    ['NUL in a header', 'GET /v1/channels HTTP/1.1\r\nHost: x\r\nA: \0\r\n\r\n', 400],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
    ],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['no host', 'GET /v1/channels HTTP/1.1\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
    [
      'raw bytes in the path',
      Buffer.from(
        'GET /v1/articles/\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
        'latin1',
      ),
      400,
    ],
    [
      'a broken percent code',
      'GET /v1/articles/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      400,
    ],
    ['a method nobody knows', 'BREW /v1/articles HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ])('on the wire: %s', async (_name, bytes, status) => {
    const answer = await talk(bytes);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head.toLowerCase()).toContain('content-type: application/problem+json');
    expect(isProblem(body)).toBe(true);
  });
});
