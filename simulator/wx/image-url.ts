import { toBase64 } from './text-bytes.ts';

/** Media types by ending; a browser looks into all other pictures itself. */
const TYPES: Record<string, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** Nothing loads from here, in a browser and in Node alike. */
const NOWHERE = 'about:invalid';

/** An address that shows bytes as a picture, also without a network. @param bytes null where the file is missing */
export function toImageUrl(path: string, bytes: Uint8Array | null): string {
  if (!bytes) return NOWHERE;
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return `data:${TYPES[ending] ?? 'application/octet-stream'};base64,${toBase64(bytes)}`;
}
