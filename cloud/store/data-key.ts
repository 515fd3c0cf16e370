import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What personal data are stored with: unreadable without the key, and yet to be found. */
export interface DataKey {
  /** Encrypts a text; twice the same text gives two different results. */
  seal: (text: string) => Buffer;
  /** @throws Error when it was sealed with another key, or changed */
  open: (sealed: Buffer) => string;
  /** The same for the same text, and no way back: what a sealed text is found by. */
  toPrint: (text: string) => Buffer;
}

export const DATA_KEY_BYTES = 32;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const derive = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, DATA_KEY_BYTES));

/**
 * @param key 32 random bytes
 * @throws RangeError for a key of another length
 */
export function createDataKey(key: Buffer): DataKey {
  if (key.length !== DATA_KEY_BYTES) throw new RangeError(`a data key has ${DATA_KEY_BYTES} bytes`);
  const sealing = derive(key, 'seal');
  const printing = derive(key, 'print');
  return {
    seal: (text) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, sealing, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open: (sealed) => {
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(CIPHER, sealing, nonce);
      decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const body = sealed.subarray(NONCE_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
    toPrint: (text) => createHmac('sha256', printing).update(text).digest(),
  };
}
