import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findMatchingTag } from '../../../cloud/http/caching.ts';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { makeArticleDraft } from '../../support/drafts.ts';

const DECODERS = {
  identity: (bytes: Buffer) => bytes,
  gzip: (bytes: Buffer) => gunzipSync(bytes),
  br: (bytes: Buffer) => brotliDecompressSync(bytes),
};
const ENCODINGS = ['identity', 'gzip', 'br'] as const;

describe.each([
  ['a small answer', 20],
  ['an answer that is compressed as a stream', 60_000],
])('caching %s', (_name, length) => {
  let endpoint: TestApp;
  let path: string;
  const read = (headers: Record<string, string>, method: 'GET' | 'HEAD' = 'GET') =>
    endpoint.app.inject({ method, url: path, headers });

  beforeAll(async () => {
    endpoint = await createTestApp();
    const blocks = [{ kind: 'unknown' as const, text: '江门市妇联。'.repeat(length * 4) }];
    const { id } = await saveArticle(endpoint.store, makeArticleDraft({ blocks }), TEST_NOW);
    path = `/v1/articles/${id}`;
  });
  afterAll(() => endpoint.drop());

  it('gives each encoding its own strong tag, and all of them the same content', async () => {
    const answers = await Promise.all(ENCODINGS.map((e) => read({ 'accept-encoding': e })));
    const plain = answers[0]?.body;
    const tags = answers.map(({ headers }) => String(headers.etag));
    expect(new Set(tags).size).toBe(3);
    for (const [index, encoding] of ENCODINGS.entries()) {
      const answer = answers[index];
      expect(tags[index]).toMatch(/^"[\w-]+"$/);
      expect(answer?.headers.vary).toBe('accept-encoding');
      expect(answer?.headers['content-encoding'] ?? 'identity').toBe(encoding);
      expect(DECODERS[encoding](answer?.rawPayload as Buffer).toString()).toBe(plain);
    }
  });

  it.each(ENCODINGS)('answers 304 to the tag of %s, whatever is accepted now', async (encoding) => {
    const { headers } = await read({ 'accept-encoding': encoding });
    for (const accepted of ENCODINGS) {
      const tag = String(headers.etag);
      const again = await read({ 'accept-encoding': accepted, 'if-none-match': tag });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag]);
      expect(again.headers).toMatchObject({ vary: 'accept-encoding' });
      expect(again.headers).not.toHaveProperty('content-length');
      expect(again.headers['cache-control']).toMatch(
        /^public, .*s-maxage=.*stale-while-revalidate=/,
      );
    }
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const [head, get] = await Promise.all([read({}, 'HEAD'), read({})]);
    expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', get.headers.etag]);
  });

  it("answers HEAD with 304 and no length: that of nothing is not the content's", async () => {
    const { headers } = await read({}, 'HEAD');
    const again = await read({ 'if-none-match': String(headers.etag) }, 'HEAD');
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', headers.etag]);
    expect(again.headers).not.toHaveProperty('content-length');
  });

  it('never lets an error be cached', async () => {
    const { headers } = await endpoint.app.inject({
      url: '/v1/articles/000000000000',
      headers: { 'if-none-match': '*' },
    });
    expect(headers['cache-control']).toBe('no-store');
    expect(headers).not.toHaveProperty('etag');
  });
});

describe('If-None-Match', () => {
  it.each<[string | undefined, string | undefined]>([
    [undefined, undefined],
    ['', undefined],
    ['"a"', '"a"'],
    ['W/"a"', 'W/"a"'],
    ['"a-br"', '"a-br"'],
    ['"x", "a-gzip"', '"a-gzip"'],
    ['*', '"a"'],
    ['"a-zstd"', undefined],
    ['a', undefined],
  ])('%j names the tag %j', (header, expected) => {
    expect(findMatchingTag(header, '"a"')).toBe(expected);
  });
});
