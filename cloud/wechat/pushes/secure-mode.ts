import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * WeChat's secure mode (消息加解密): AES-256-CBC, its IV the first 16 bytes of the key, padded to blocks of 32 by PKCS#7.
 * Inside: 16 random bytes, the message's length in 4 bytes (big-endian), the message, the app id.
 */
const ALGORITHM = 'aes-256-cbc';
const KEY_BYTES = 32;
const IV_BYTES = 16;
const BLOCK_BYTES = 32;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
const HEAD_BYTES = RANDOM_BYTES + LENGTH_BYTES;

export type Decrypted =
  | { ok: true; message: string }
  /** `key`: not an EncodingAESKey · `content`: can't be decrypted · `appId`: meant for another account */
  | { ok: false; problem: 'key' | 'content' | 'appId' };

/** The key of an EncodingAESKey: 43 letters of base64 without their `=`. `undefined` when it isn't one. */
export function toAesKey(encodingAesKey: string): Buffer | undefined {
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey)) return undefined;
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  return key.length === KEY_BYTES ? key : undefined;
}

/** Opens the text of `Encrypt`. Its signature is checked before: nothing here proves who wrote it. */
export function decryptPush(parts: {
  encodingAesKey: string;
  appId: string;
  encrypted: string;
}): Decrypted {
  const key = toAesKey(parts.encodingAesKey);
  if (!key) return { ok: false, problem: 'key' };
  const plain = decrypt(key, parts.encrypted);
  if (!plain || plain.length < HEAD_BYTES) return { ok: false, problem: 'content' };
  const end = HEAD_BYTES + plain.readUInt32BE(RANDOM_BYTES);
  if (end > plain.length) return { ok: false, problem: 'content' };
  if (!plain.subarray(end).equals(Buffer.from(parts.appId))) return { ok: false, problem: 'appId' };
  const message = decodeUtf8(plain.subarray(HEAD_BYTES, end));
  return message === undefined ? { ok: false, problem: 'content' } : { ok: true, message };
}

/**
 * Closes a message as WeChat does, giving the text of `Encrypt`.
 * @param parts.random 16 bytes, by chance unless given
 * @throws Error when `encodingAesKey` is none
 */
export function encryptPush(parts: {
  encodingAesKey: string;
  appId: string;
  message: string;
  random?: Buffer;
}): string {
  const key = toAesKey(parts.encodingAesKey);
  if (!key) throw new Error('not an EncodingAESKey');
  const message = Buffer.from(parts.message);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(message.length);
  const random = parts.random ?? randomBytes(RANDOM_BYTES);
  const content = Buffer.concat([random, length, message, Buffer.from(parts.appId)]);
  const count = BLOCK_BYTES - (content.length % BLOCK_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, key.subarray(0, IV_BYTES)).setAutoPadding(false);
  const padded = Buffer.concat([content, Buffer.alloc(count, count)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
}

function decrypt(key: Buffer, encrypted: string): Buffer | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encrypted)) return undefined;
  const bytes = Buffer.from(encrypted, 'base64');
  if (bytes.length === 0 || bytes.length % BLOCK_BYTES !== 0) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key, key.subarray(0, IV_BYTES)).setAutoPadding(
    false,
  );
  return removePadding(Buffer.concat([decipher.update(bytes), decipher.final()]));
}

function removePadding(padded: Buffer): Buffer | undefined {
  const count = padded.at(-1) ?? 0;
  if (count < 1 || count > BLOCK_BYTES) return undefined;
  const end = padded.length - count;
  return padded.subarray(end).every((byte) => byte === count) ? padded.subarray(0, end) : undefined;
}

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
