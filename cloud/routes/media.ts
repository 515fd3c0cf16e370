import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { StoredFile } from '../domain/media.ts';
import { toCachedRanges } from '../http/answers.ts';
import { allowsRange, type RangeOutcome, readRange } from '../http/byte-range.ts';
import { findMatchingTag } from '../http/caching.ts';
import { sendProblem } from '../http/problems.ts';
import type { TypedApp } from '../http/typed-app.ts';
import type { MediaStorage } from '../media/media-storage.ts';
import { findMedia } from '../store/media.ts';
import type { RouteContext } from './context.ts';
import { toDisposition } from './disposition.ts';

const FILE = /^([0-9a-f]{64})(?:-([1-9]\d{0,4}))?\.([a-z0-9]{1,8})$/;

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

/** The stored file that a name means, or one of its narrower widths. */
async function findFile(
  store: RouteContext['store'],
  name: string,
): Promise<StoredFile | undefined> {
  const [, hash = '', width, extension] = FILE.exec(name) ?? [];
  const media = hash === '' ? undefined : await findMedia(store, hash);
  if (media?.extension !== extension) return undefined;
  return width === undefined || media?.widths?.includes(Number(width)) ? media : undefined;
}

function setHeaders(reply: FastifyReply, file: string, tag: string, type: string, name?: string) {
  const inPlace = OPENS_IN_PLACE.has(type);
  const known = inPlace || SAVED_AS_ITSELF.has(type);
  reply
    .header('etag', tag)
    // The name is the hash of the content: it can't change.
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('accept-ranges', 'bytes')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', toDisposition(inPlace ? 'inline' : 'attachment', file, name))
    .type(known ? type : 'application/octet-stream');
}

/** An answer without a file, which nobody may keep for a year. */
function sendMissing(reply: FastifyReply) {
  for (const name of ['etag', 'cache-control', 'accept-ranges', 'content-disposition'])
    reply.removeHeader(name);
  return sendProblem(reply, 'not_found');
}

/** Without a Range the file is opened at once; with one, its size comes first. */
async function sendFile(
  { method, headers }: FastifyRequest,
  reply: FastifyReply,
  media: MediaStorage,
  key: string,
  tag: string,
) {
  const isHead = method === 'HEAD';
  const asked =
    !isHead && allowsRange(headers['if-range']?.toString(), tag) ? headers.range : undefined;
  const size = isHead || asked !== undefined ? await media.size(key) : undefined;
  if (isHead) {
    if (size === undefined) return sendMissing(reply);
    // A text would be measured and its length announced; a stream is not.
    return reply.header('content-length', size).send(Readable.from([]));
  }
  const range: RangeOutcome = size === undefined ? { kind: 'whole' } : readRange(asked, size);
  if (range.kind === 'none') {
    reply.removeHeader('content-disposition').removeHeader('cache-control').removeHeader('etag');
    return reply.code(416).header('content-range', `bytes */${size}`).type('text/plain').send('');
  }
  const found = await media.read(key, range.kind === 'part' ? range : undefined);
  if (found === undefined) return sendMissing(reply);
  if (range.kind === 'part') {
    reply.code(206).header('content-range', `bytes ${range.first}-${range.last}/${found.size}`);
  }
  const length = range.kind === 'part' ? range.last - range.first + 1 : found.size;
  return reply.header('content-length', length).send(found.stream);
}

export function registerMedia(app: TypedApp, { store }: RouteContext): void {
  app.get(
    '/media/:file',
    {
      // Pictures and documents are compressed already, and a part of a compressed answer would be a part of something else.
      compress: false,
      schema: {
        summary: '图片或附件',
        params: Type.Object({ file: Type.String() }),
        querystring: Type.Object({
          name: Type.Optional(Type.String({ maxLength: 200, description: '保存时的文件名' })),
        }),
        response: toCachedRanges('文件的内容；格式见 Content-Type'),
      },
    },
    async (request, reply) => {
      const { file } = request.params;
      const media = await findFile(store, file);
      if (media === undefined) return sendProblem(reply, 'not_found');
      const tag = `"${file.slice(0, file.lastIndexOf('.'))}"`;
      setHeaders(reply, file, tag, media.contentType, request.query.name);
      if (findMatchingTag(request.headers['if-none-match'], tag) !== undefined) {
        return reply.send(Buffer.alloc(0));
      }
      return sendFile(request, reply, store.media, file, tag);
    },
  );
}
