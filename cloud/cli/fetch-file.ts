import { FETCH_TIMEOUT_MS, MAX_BYTES } from '../importer/limits.ts';
import type { FetchedFile } from '../importer/media/ports.ts';
import { fail, type Result, succeed } from '../importer/result.ts';
import { reasons } from '../importer/words.ts';

async function readBody(response: Response): Promise<Result<Buffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_BYTES) return fail(reasons.tooLarge(MAX_BYTES));
    chunks.push(chunk);
  }
  return succeed(Buffer.concat(chunks));
}

/** Fetches a picture or file of a page. Every failure of network or site is an answer, not an exception. */
export async function fetchFile(address: string): Promise<Result<FetchedFile>> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (!response.ok) {
      await response.body?.cancel();
      return fail(reasons.status(response.status));
    }
    const body = await readBody(response);
    if (!body.ok) return body;
    return succeed({
      bytes: body.value,
      contentType: response.headers.get('content-type') ?? '',
    });
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: NodeJS.ErrnoException };
    if (name === 'TimeoutError') return fail(reasons.timeout(FETCH_TIMEOUT_MS));
    return fail(reasons.network(cause?.code ?? cause?.message ?? message));
  }
}
