import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saveMedia } from '../../../cloud/store/media.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { keepBytes } from '../../support/keep-bytes.ts';

const DATE = 'Wed, 25 Nov 2026 10:00:00 GMT';

describe('files over HTTP', () => {
  let endpoint: TestApp;
  const store = (text: string, contentType: string, extension: string) =>
    keepBytes(endpoint.store, { bytes: Buffer.from(text), contentType, extension });
  beforeAll(async () => {
    endpoint = await createTestApp();
  });
  afterAll(() => endpoint.drop());

  it.each([
    ['image/png', 'png', 'inline', 'image/png'],
    ['application/pdf', 'pdf', 'attachment', 'application/pdf'],
    ['text/html', 'html', 'attachment', 'application/octet-stream'],
    ['image/svg+xml', 'svg', 'attachment', 'application/octet-stream'],
    ['nonsense\r\nx: y', 'bin', 'attachment', 'application/octet-stream'],
  ])('hands out %s safely', async (given, extension, disposition, contentType) => {
    const path = await store(`bytes of ${given}`, given, extension);
    const answer = await endpoint.app.inject({ url: path });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe(`bytes of ${given}`);
    expect(answer.headers).toMatchObject({
      'content-type': contentType,
      'content-disposition': disposition,
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('answers 304 to whoever holds the file', async () => {
    const path = await store('held', 'image/png', 'png');
    const { headers } = await endpoint.app.inject({ url: path });
    const again = await endpoint.app.inject({
      url: path,
      headers: { 'if-none-match': `"other", W/${headers.etag}` },
    });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', headers.etag]);
  });

  it('stores the same bytes once, under the name they first came with', async () => {
    const path = await store('same', 'application/pdf', 'pdf');
    expect(await store('same', 'text/html', 'html')).toBe(path);
    expect((await endpoint.app.inject({ url: path.replace('.pdf', '.html') })).statusCode).toBe(
      404,
    );
  });

  it.each([
    ['通知（附件）', '%E9%80%9A%E7%9F%A5%EF%BC%88%E9%99%84%E4%BB%B6%EF%BC%89.pdf'],
    ['表.PDF', '%E8%A1%A8.PDF'],
    ['../../etc/passwd', '_.._etc_passwd.pdf'],
    ['a"; filename=evil.exe\r\nx: y', 'a__%20filename_evil.exe__x_%20y.pdf'],
    ["it's (1)*", 'it_s%20%281%29_.pdf'],
  ])('names a document %s', async (name, encoded) => {
    const path = await store('named', 'application/pdf', 'pdf');
    const answer = await endpoint.app.inject({ url: path, query: { name } });
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="file.pdf"; filename*=UTF-8''${encoded}`,
    );
  });

  it.each(['..', '...', ' ', ''])('does without a name that is none: %j', async (name) => {
    const path = await store('unnamed', 'application/pdf', 'pdf');
    const answer = await endpoint.app.inject({ url: path, query: { name } });
    expect(answer.headers['content-disposition']).toBe('attachment');
  });

  it.each([`/media/${'0'.repeat(64)}.png`, '/media/x.png', '/media/%00.png', '/media/..%2fx'])(
    'knows nothing of %s',
    async (path) => {
      expect(await endpoint.read(path)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    },
  );

  it.each(['', 'tar.gz', '../x', 'x'.repeat(9)])('refuses the extension %j', async (extension) => {
    await expect(store('x', 'image/png', extension)).rejects.toThrow('no name of a stored file');
  });

  it.each<[string, Record<string, string>, number, string, string | undefined]>([
    ['no range', {}, 200, '0123456789', undefined],
    ['the first bytes', { range: 'bytes=0-3' }, 206, '0123', 'bytes 0-3/10'],
    ['one byte', { range: 'bytes=9-9' }, 206, '9', 'bytes 9-9/10'],
    ['from there on', { range: 'bytes=4-' }, 206, '456789', 'bytes 4-9/10'],
    ['the last bytes', { range: 'bytes=-3' }, 206, '789', 'bytes 7-9/10'],
    ['more than there is', { range: 'bytes=8-99' }, 206, '89', 'bytes 8-9/10'],
    ['more last bytes than there are', { range: 'bytes=-99' }, 206, '0123456789', 'bytes 0-9/10'],
    ['after its end', { range: 'bytes=10-' }, 416, '', 'bytes */10'],
    ['no last byte', { range: 'bytes=-0' }, 416, '', 'bytes */10'],
    ['several ranges', { range: 'bytes=0-1,4-5' }, 200, '0123456789', undefined],
    ['backwards', { range: 'bytes=5-2' }, 200, '0123456789', undefined],
    ['another unit', { range: 'lines=0-1' }, 200, '0123456789', undefined],
    ['nonsense', { range: 'bytes=a-b' }, 200, '0123456789', undefined],
    ['of what it holds', { range: 'bytes=0-1', 'if-range': 'TAG' }, 206, '01', 'bytes 0-1/10'],
    ['of something else', { range: 'bytes=0-1', 'if-range': '"x"' }, 200, '0123456789', undefined],
    ['weakly', { range: 'bytes=0-1', 'if-range': 'W/TAG' }, 200, '0123456789', undefined],
    ['by a date', { range: 'bytes=0-1', 'if-range': DATE }, 200, '0123456789', undefined],
    ['of what it has whole', { range: 'bytes=0-1', 'if-none-match': 'TAG' }, 304, '', undefined],
  ])('hands out a part: %s', async (_name, asked, status, body, contentRange) => {
    const path = await store('0123456789', 'video/mp4', 'mp4');
    const tag = `"${path.slice(7, 71)}"`;
    const headers = Object.entries(asked).map(([name, value]) => [name, value.replace('TAG', tag)]);
    const answer = await endpoint.app.inject({ url: path, headers: Object.fromEntries(headers) });
    expect([answer.statusCode, answer.body, answer.headers['content-range']]).toEqual([
      ...[status, body, contentRange],
    ]);
    if (status < 300) {
      expect(answer.headers).toMatchObject({
        ...{ etag: tag, 'accept-ranges': 'bytes', 'content-length': String(body.length) },
      });
    }
    if (status === 416) expect(answer.headers['cache-control']).toBeUndefined();
  });

  it('says to HEAD how long it is, and sends nothing', async () => {
    const path = await store('0123456789', 'video/mp4', 'mp4');
    const answer = await endpoint.app.inject({ method: 'HEAD', url: path });
    expect([answer.statusCode, answer.body, answer.headers['content-length']]).toEqual([
      ...[200, '', '10'],
    ]);
  });

  it('hands out the widths that are stored, each under a tag of its own', async () => {
    const hash = 'a'.repeat(64);
    const copies = [{ width: 320, bytes: Buffer.from('narrow') }];
    await saveMedia(endpoint.store, {
      ...{ hash, contentType: 'image/webp', extension: 'webp', size: 4 },
      ...{ bytes: Buffer.from('wide'), widths: [320], copies },
    });
    const narrow = await endpoint.app.inject({ url: `/media/${hash}-320.webp` });
    expect([narrow.statusCode, narrow.body, narrow.headers.etag]).toEqual([
      ...[200, 'narrow', `"${hash}-320"`],
    ]);
    for (const name of ['640.webp', '0320.webp', '320.png', '99999999.webp'])
      expect((await endpoint.app.inject({ url: `/media/${hash}-${name}` })).statusCode).toBe(404);
  });

  it('does not let a lost file be kept as such', async () => {
    const hash = 'b'.repeat(64);
    await endpoint.store.db
      .insertInto('media')
      .values({
        ...{ sha256: hash, content_type: 'image/webp', extension: 'webp', size: 4 },
        ...{ created_at: new Date(TEST_NOW) },
      })
      .execute();
    for (const headers of [{}, { range: 'bytes=0-1' }]) {
      const answer = await endpoint.app.inject({ url: `/media/${hash}.webp`, headers });
      expect([answer.statusCode, answer.headers.etag]).toEqual([404, undefined]);
      expect(answer.headers['cache-control'] ?? '').not.toContain('immutable');
    }
  });
});
