import { FETCH_TIMEOUT_MS, MAX_BYTES } from '../limits.ts';
import type { FetchedFile } from '../media/ports.ts';
import { fail, type Result, succeed } from '../result.ts';
import { reasons } from '../words.ts';
import { type FetchOptions, guardedFetch } from './guarded-fetch.ts';

/** Fetches what a page shows or offers, within the limits of `guarded-fetch.ts`. */
export async function fetchFile(
  address: string,
  options: Partial<FetchOptions> = {},
): Promise<Result<FetchedFile>> {
  const fetched = await guardedFetch(address, {
    ...options,
    maxBytes: MAX_BYTES,
    timeoutMs: FETCH_TIMEOUT_MS,
    refuse: ({ status }) => (status === 200 ? undefined : reasons.status(status)),
  });
  if (!fetched.ok) return fail(fetched.reason);
  const { bytes, headers } = fetched.value;
  const contentType = (headers['content-type'] ?? '').split(';', 1)[0] ?? '';
  return succeed({ bytes, contentType: contentType.trim().toLowerCase() });
}
