import { FETCH_TIMEOUT_MS, MAX_BYTES } from '../limits.ts';
import { fail, type Result, succeed } from '../result.ts';
import { reasons } from '../words.ts';
import { guardedFetch } from './guarded-fetch.ts';

/** A picture, recording or document from the web. */
export interface FetchedFile {
  bytes: Buffer;
  /** What the server calls it, in lower case, without parameters; empty where it says nothing. */
  contentType: string;
}

/** Fetches what a page shows or offers, within the limits of `guarded-fetch.ts`. */
export async function fetchFile(address: string): Promise<Result<FetchedFile>> {
  const fetched = await guardedFetch(address, {
    maxBytes: MAX_BYTES,
    timeoutMs: FETCH_TIMEOUT_MS,
    refuse: ({ status }) => (status === 200 ? undefined : reasons.status(status)),
  });
  if (!fetched.ok) return fail(fetched.reason);
  const { bytes, headers } = fetched.value;
  const contentType = (headers['content-type'] ?? '').split(';', 1)[0] ?? '';
  return succeed({ bytes, contentType: contentType.trim().toLowerCase() });
}
