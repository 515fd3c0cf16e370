const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** A short name for bytes (FNV-1a, twice): equal bytes have equal names; for telling answers apart, not for secrets. */
export function toDigest(bytes: Uint8Array): string {
  let forward = OFFSET;
  let shifted = ~OFFSET;
  for (const byte of bytes) {
    forward = Math.imul(forward ^ byte, PRIME);
    shifted = Math.imul(shifted ^ (byte + 0x5b), PRIME);
  }
  return [forward, shifted].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
