import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saveMedia } from '../../../cloud/store/media.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';

describe('files over HTTP', () => {
  let endpoint: TestApp;
  const store = (text: string, contentType: string, extension: string) =>
    saveMedia(endpoint.store, { bytes: Buffer.from(text), contentType, extension });
  beforeAll(async () => {
    endpoint = await createTestApp();
  });
  afterAll(() => endpoint.drop());

  it.each([
    ['image/png', 'PNG', 'inline', 'image/png'],
    ['application/pdf', '.pdf', 'attachment', 'application/pdf'],
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
    await expect(store('x', 'image/png', extension)).rejects.toThrow('no file extension');
  });
});
