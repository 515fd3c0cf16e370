import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * WeChat's signature of a push: SHA-1 of the sorted parts put together, in hex.
 * @param parts token, timestamp, nonce; in secure mode also the text of `Encrypt`
 */
export function toSignature(parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** Whether a signature is right; takes as long when it is wrong in its first letter as in its last. */
export function isSignatureOf(signature: string, parts: readonly string[]): boolean {
  const expected = Buffer.from(toSignature(parts));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
