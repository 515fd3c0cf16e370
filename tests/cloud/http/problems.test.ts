import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApp } from '../../../cloud/app.ts';
import { LOG_SERIALIZERS } from '../../../cloud/http/request-log.ts';
import type { TypedApp } from '../../../cloud/http/typed-app.ts';
import { createDiskStorage } from '../../../cloud/media/disk-storage.ts';
import { connectStore, type Store } from '../../../cloud/store/store.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';

describe('problems', () => {
  let endpoint: TestApp;
  beforeAll(async () => {
    endpoint = await createTestApp();
  });
  afterAll(() => endpoint.drop());

  it.each([
    ['POST', '/v1/articles', 'GET, HEAD'],
    ['DELETE', '/v1/articles/kyrn6hc446cb', 'GET, HEAD'],
    ['OPTIONS', '/v1/channels?x=1', 'GET, HEAD'],
    ['PUT', '/media/x.png', 'GET, HEAD'],
  ] as const)('%s %s is answered with 405 and Allow', async (method, url, allow) => {
    const answer = await endpoint.app.inject({ method, url, payload: '{broken' });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers.allow).toBe(allow);
    expect(answer.json()).toMatchObject({ code: 'method_not_allowed', status: 405 });
  });

  it('is 404 for an address that does not exist, whatever the method', async () => {
    for (const method of ['GET', 'POST', 'PROPFIND'] as const) {
      const answer = await endpoint.app.inject({ method: method as 'GET', url: '/v2/articles' });
      expect(answer.json()).toMatchObject({
        code: 'not_found',
        detail: expect.stringContaining('/openapi.json'),
      });
    }
  });

  it.each([
    ['a sane one', 'gateway-12345678', true],
    ['a short one', 'a', false],
    ['one that would forge a line', 'abcdefgh"} {', false],
    ['an endless one', 'a'.repeat(65), false],
  ])('takes over the request id of a gateway: %s', async (_name, given, taken) => {
    const { headers, body } = await endpoint.app.inject({
      url: '/nowhere',
      headers: { 'x-request-id': given },
    });
    expect(headers['x-request-id'] === given).toBe(taken);
    expect(JSON.parse(body)).toMatchObject({ requestId: headers['x-request-id'] });
  });
});

describe('errors of every kind', () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  let app: TypedApp;
  let store: Store;

  beforeAll(async () => {
    // Nothing listens on port 1.
    store = connectStore(
      'postgres://reader:secret@127.0.0.1:1/none',
      () => {},
      createDiskStorage('/none'),
    );
    const logger = { level: 'info', serializers: LOG_SERIALIZERS, base: null, stream: sink };
    app = await buildApp({ store, now: () => TEST_NOW, logger });
    app.get('/broken', async () => {
      throw new Error('SELECT secret FROM somewhere');
    });
    app.get('/refused', async () => {
      // As the driver makes them: with what the statement said of the row, and with the connection.
      const told = {
        code: '23503',
        detail: 'Key (account_id)=(SECRET-ID)',
        client: { secretKey: 'SECRET-KEY' },
      };
      throw Object.assign(new Error('violates a rule'), told);
    });
    app.post('/taken', async () => ({ ok: true }));
  });
  afterAll(async () => {
    await app.close();
    await store.pool.end();
  });

  it.each(['/v1/channels', '/v1/articles', '/v1/articles/kyrn6hc446cb', '/v1/events', '/readyz'])(
    'are 503 at %s while the database is away',
    async (url) => {
      const answer = await app.inject({ url });
      expect(answer.statusCode).toBe(503);
      expect(answer.headers).toMatchObject({ 'retry-after': '5', 'cache-control': 'no-store' });
      expect(answer.json()).toMatchObject({
        code: 'unavailable',
        detail: '数据库没有回应，请稍后重试。',
      });
    },
  );

  it('leave /healthz alone', async () => {
    expect((await app.inject({ url: '/healthz' })).json()).toEqual({ status: 'ok' });
  });

  it('are 500 without a word of what happened, which the log keeps', async () => {
    const answer = await app.inject({ url: '/broken' });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
    const { requestId } = answer.json();
    const line = lines.find((text) => text.includes('SELECT secret'));
    expect(line).toContain(requestId);
  });

  it('are logged with their code and place, without the row and the connection', async () => {
    expect((await app.inject({ url: '/refused' })).statusCode).toBe(500);
    const line = lines.find((text) => text.includes('violates a rule')) ?? '{}';
    expect(line).not.toContain('SECRET');
    expect(JSON.parse(line).err).toEqual({
      ...{ type: 'Error', message: 'violates a rule', code: '23503' },
      stack: expect.stringContaining('problems.test.ts'),
    });
  });

  it.each([
    ['too much', 'application/json', JSON.stringify('x'.repeat(70_000)), 413, 'payload_too_large'],
    ['a format nobody reads', 'text/csv', 'a,b', 415, 'unsupported_media_type'],
    ['broken JSON', 'application/json', '{', 400, 'invalid_request'],
  ])('tell of %s in a body', async (_name, type, payload, status, code) => {
    const headers = { 'content-type': type };
    const answer = await app.inject({ method: 'POST', url: '/taken', headers, payload });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  it('leave neither query nor address of the reader in the log', async () => {
    lines.length = 0;
    await app.inject({
      url: '/v1/articles?token=mine',
      remoteAddress: '203.0.113.7',
      headers: { authorization: 'Bearer mine' },
    });
    const log = lines.join('');
    expect(log).toContain('"path":"/v1/articles"');
    for (const word of ['mine', '203.0.113.7', 'secret', 'reader']) expect(log).not.toContain(word);
  });
});
