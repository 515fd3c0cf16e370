/** The pictures that are read. SVG is none of them: it is a program. */
export type PictureFormat = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif';

const beginsWith = (bytes: Buffer, text: string, at = 0) =>
  bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));

/** ISO 14496-12: a box `ftyp`, its brand and the brands that it goes with. */
function isAvif(bytes: Buffer): boolean {
  if (!beginsWith(bytes, 'ftyp', 4)) return false;
  const length = Math.min(bytes.readUInt32BE(0), 256, bytes.length);
  const brands = bytes.subarray(8, length).toString('latin1');
  return /avi[fs]/.test(brands);
}

const FORMATS: readonly [PictureFormat, (bytes: Buffer) => boolean][] = [
  ['png', (bytes) => beginsWith(bytes, '\x89PNG\r\n\x1a\n')],
  ['jpeg', (bytes) => beginsWith(bytes, '\xff\xd8\xff')],
  ['gif', (bytes) => beginsWith(bytes, 'GIF87a') || beginsWith(bytes, 'GIF89a')],
  ['webp', (bytes) => beginsWith(bytes, 'RIFF') && beginsWith(bytes, 'WEBP', 8)],
  ['avif', isAvif],
];

/** What a picture is by its first bytes, whatever its name says; undefined when it is none of these. */
export function readPictureFormat(bytes: Buffer): PictureFormat | undefined {
  if (bytes.length < 16) return undefined;
  return FORMATS.find(([, matches]) => matches(bytes))?.[0];
}
