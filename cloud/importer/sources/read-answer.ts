import type { IncomingMessage } from 'node:http';
import { PassThrough, pipeline, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { fail, type Result, succeed } from '../result.ts';
import { reasons } from '../words.ts';

/** What the request offers, and all that is understood. */
export const ENCODINGS = 'gzip, deflate, br';

/** A zlib stream begins with its method (8: deflate) and a check over two bytes; some servers send it bare. */
function isZlib(head: Uint8Array): boolean {
  const [method = 0, flags = 0] = head;
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;
}

async function* withHead(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

const toDecoder = (encoding: string): Transform | undefined => {
  switch (encoding) {
    case '':
    case 'identity':
      return new PassThrough();
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    default:
      return undefined;
  }
};

type Decoded = AsyncIterable<Buffer>;

/** Errors of the first stream reach the last, and an end of the last closes the first. */
function through(source: AsyncIterable<Buffer>, decoder: Transform): Decoded {
  // The callback alone: an error also comes out of the iteration, where it is looked at.
  return pipeline(source, decoder, () => {});
}

async function toDecoded(answer: IncomingMessage): Promise<Decoded | undefined> {
  const encoding = (answer.headers['content-encoding'] ?? '').trim().toLowerCase();
  if (encoding !== 'deflate') {
    const decoder = toDecoder(encoding);
    return decoder && through(answer, decoder);
  }
  const chunks: AsyncIterator<Buffer> = answer[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  const decoder = isZlib(head) ? createInflate() : createInflateRaw();
  return head.length === 0
    ? through(answer, new PassThrough())
    : through(withHead(head, chunks), decoder);
}

/**
 * The body of an answer, unpacked. What it unpacks to counts, while it does: a bomb is refused at the limit.
 *
 * @param isCut what has more bytes is cut there instead
 *
 * @throws the stream's error when the answer breaks off or is not what its encoding says
 */
export async function readAnswer(
  answer: IncomingMessage,
  maxBytes: number,
  isCut = false,
): Promise<Result<Buffer>> {
  if (!isCut && Number(answer.headers['content-length'] ?? 0) > maxBytes) {
    answer.destroy();
    return fail(reasons.tooLarge(maxBytes));
  }
  const decoded = await toDecoded(answer);
  if (decoded === undefined) {
    answer.destroy();
    return fail(reasons.encoding(answer.headers['content-encoding'] ?? ''));
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of decoded) {
    length += chunk.length;
    chunks.push(chunk);
    if (length > maxBytes) {
      answer.destroy();
      if (isCut) break;
      return fail(reasons.tooLarge(maxBytes));
    }
  }
  return succeed(Buffer.concat(chunks, Math.min(length, maxBytes)));
}
