import { createHash } from 'node:crypto';

/** Crockford's base32 in lower case: no i, l, o and u, so an id can be read aloud and types no word. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 60 bits: among a million articles a collision has a chance of one in two million. */
export const SHORTEST_ID = 12;
export const LONGEST_ID = 32;

const ID = new RegExp(`^[${ALPHABET}]{${SHORTEST_ID},${LONGEST_ID}}$`);

/** True for a text that could be an id. Anything else needs no look into the database, which refuses some texts. */
export function isPermanentId(text: string): boolean {
  return ID.test(text);
}

/**
 * The id that belongs to an origin key: the same in every database, so that shared cards survive a fresh import.
 *
 * @param length longer than {@link SHORTEST_ID} only where a shorter id is taken by another key
 */
export function toPermanentId(key: string, length = SHORTEST_ID): string {
  const digest = createHash('sha256').update(key).digest();
  let id = '';
  for (let bit = 0; id.length < length; bit += 5) {
    const pair = ((digest[bit >> 3] ?? 0) << 8) | (digest[(bit >> 3) + 1] ?? 0);
    id += ALPHABET[(pair >> (11 - (bit & 7))) & 31];
  }
  return id;
}
