import { Type } from 'typebox';
import { toCachedBytes } from '../http/answers.ts';
import { findMatchingTag } from '../http/caching.ts';
import { sendProblem } from '../http/problems.ts';
import type { TypedApp } from '../http/typed-app.ts';
import { findMedia, readMediaBytes } from '../store/media.ts';
import type { RouteContext } from './context.ts';
import { toDisposition } from './disposition.ts';

const FILE = /^([0-9a-f]{64})\.([a-z0-9]{1,8})$/;

/**
 * What may be opened in place. Everything else is handed out as bytes to save: HTML and SVG run scripts, and would
 * do so under our own address.
 */
const OPENS_IN_PLACE = new Set([
  ...['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'],
  ...['audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/wav', 'video/mp4'],
]);
const SAVED_AS_ITSELF = new Set([
  'application/pdf',
  'application/zip',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
]);

export function registerMedia(app: TypedApp, { store }: RouteContext): void {
  app.get(
    '/media/:file',
    {
      schema: {
        summary: '图片或附件',
        params: Type.Object({ file: Type.String() }),
        querystring: Type.Object({
          name: Type.Optional(Type.String({ maxLength: 200, description: '保存时的文件名' })),
        }),
        response: toCachedBytes('文件的内容；格式见 Content-Type'),
      },
    },
    async ({ params, query, headers }, reply) => {
      const [, sha256 = '', extension] = FILE.exec(params.file) ?? [];
      const media = sha256 === '' ? undefined : await findMedia(store, sha256);
      if (media === undefined || media.extension !== extension)
        return sendProblem(reply, 'not_found');
      const inPlace = OPENS_IN_PLACE.has(media.contentType);
      const known = inPlace || SAVED_AS_ITSELF.has(media.contentType);
      const tag = `"${sha256}"`;
      reply
        .header('etag', tag)
        // The name is the hash of the content: it can't change.
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header(
          'content-disposition',
          toDisposition(inPlace ? 'inline' : 'attachment', params.file, query.name),
        )
        .type(known ? media.contentType : 'application/octet-stream');
      const isHeld = findMatchingTag(headers['if-none-match'], tag) !== undefined;
      const bytes = isHeld ? Buffer.alloc(0) : await readMediaBytes(store, sha256);
      return bytes === undefined ? sendProblem(reply, 'not_found') : reply.send(bytes);
    },
  );
}
