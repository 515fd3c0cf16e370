import { createHash } from 'node:crypto';
import sharp, { type Metadata, type Sharp } from 'sharp';
import type { FileDraft } from '../../domain/media.ts';
import { COPY_WIDTHS, MASTER_WIDTH, PICTURE_LIMITS } from './limits.ts';
import { readPictureFormat } from './picture-format.ts';
import { isPlainWebp } from './plain-webp.ts';

/** Raised when pictures come out otherwise than before: then all are made again at their next import. */
const PIPELINE = 'picture-1';

const WEBP = { quality: 80, effort: 2 } as const;
const PLACEHOLDER_WIDTHS = [16, 12, 8];

// The formats by their own decoders alone: nothing that reads SVG, PDF or TIFF is ever called, whatever a file pretends to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadPng',
    'VipsForeignLoadJpeg',
    'VipsForeignLoadNsgif',
    'VipsForeignLoadWebp',
    'VipsForeignLoadHeif',
  ],
});
// Memory counts more than the same picture twice: nothing is kept between two.
sharp.cache(false);

/** Why no picture was made of the bytes. */
export type Refusal = 'notAPicture' | 'spacer' | 'tooLarge' | 'broken';

export type PictureOutcome = { kind: 'made'; draft: FileDraft } | { kind: Refusal };

/** The same for pictures that are handed out as files. */
const FILE_PIPELINE = 'picture-file-1';

/** The pictures that are handed out as files, in their own format: what everybody can open. */
const PICTURE_FILES = {
  jpeg: { extension: 'jpg', contentType: 'image/jpeg' },
  png: { extension: 'png', contentType: 'image/png' },
} as const;

/** What names the picture made of these bytes: known before any work is done. */
export function toPictureHash(bytes: Uint8Array): string {
  return createHash('sha256').update(`${PIPELINE}\0`).update(bytes).digest('hex');
}

/** The same for `encodePictureFile`. */
export function toPictureFileHash(bytes: Uint8Array): string {
  return createHash('sha256').update(`${FILE_PIPELINE}\0`).update(bytes).digest('hex');
}

interface Shape {
  /** Upright, in pixels; of one frame. */
  width: number;
  height: number;
  frames: number;
}

function toShape(found: Metadata): Shape {
  const height = found.pageHeight ?? found.height;
  // EXIF 5 to 8 lie on their side.
  const isTurned = (found.orientation ?? 1) >= 5;
  return {
    width: isTurned ? height : found.width,
    height: isTurned ? found.width : height,
    frames: found.pages ?? 1,
  };
}

function findRefusal({ width, height }: Shape): Refusal | undefined {
  const { side, pixels, spacerSide } = PICTURE_LIMITS;
  if (width <= spacerSide || height <= spacerSide) return 'spacer';
  return width > side || height > side || width * height > pixels ? 'tooLarge' : undefined;
}

function open(bytes: Buffer, animated: boolean): Sharp {
  return sharp(bytes, {
    animated,
    failOn: 'error',
    limitInputPixels: PICTURE_LIMITS.pixels,
  }).timeout({ seconds: PICTURE_LIMITS.seconds });
}

/** One copy: upright, in sRGB, without any metadata. */
async function encode(bytes: Buffer, animated: boolean, width: number) {
  const picture = animated ? open(bytes, true) : open(bytes, false).autoOrient();
  const { data, info } = await picture
    .resize({ width, withoutEnlargement: true })
    .webp(WEBP)
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.pageHeight ?? info.height };
}

/** A few pixels as a `data:` address; none of a picture that lets through what lies below it. */
async function toPlaceholder(bytes: Buffer): Promise<string | undefined> {
  for (const width of PLACEHOLDER_WIDTHS) {
    const data = await open(bytes, false)
      .autoOrient()
      .resize({ width, height: width * 2, fit: 'inside' })
      .webp({ quality: 20, effort: 6 })
      .toBuffer();
    if (!(await sharp(data).stats()).isOpaque) return undefined;
    const address = `data:image/webp;base64,${data.toString('base64')}`;
    if (address.length <= PICTURE_LIMITS.placeholder) return address;
  }
  return undefined;
}

async function make(bytes: Buffer, shape: Shape, isPlain: boolean): Promise<FileDraft> {
  const { width, height, frames } = shape;
  const { pixels, frames: most } = PICTURE_LIMITS;
  const animated = frames > 1 && frames <= most && width * height * frames <= pixels;
  const keepsBytes = isPlain && frames === 1 && width <= MASTER_WIDTH;
  // The smallest copy first: a broken file is found out before the work on the large ones is done.
  const copies = [];
  for (const wanted of COPY_WIDTHS.filter((copy) => copy < width))
    copies.push(await encode(bytes, animated, wanted));
  const master = keepsBytes
    ? { bytes, width, height }
    : await encode(bytes, animated, MASTER_WIDTH);
  // Of a plain one that is too narrow for copies nothing was decoded yet; the placeholder does that.
  const placeholder = await toPlaceholder(bytes);
  return {
    hash: toPictureHash(bytes),
    ...{ contentType: 'image/webp', extension: 'webp', size: master.bytes.length },
    ...master,
    ...(copies.length > 0 && { widths: copies.map((copy) => copy.width), copies }),
    ...(placeholder !== undefined && { placeholder }),
  };
}

/**
 * Makes the stored picture of a picture's bytes: WebP, upright, without metadata, at most `MASTER_WIDTH` wide, with narrower copies
 * and a placeholder. What it is, is told by its content; broken and oversized ones are outcomes.
 */
export async function encodePicture(bytes: Buffer): Promise<PictureOutcome> {
  const format = readPictureFormat(bytes);
  if (format === undefined) return { kind: 'notAPicture' };
  if (bytes.length < PICTURE_LIMITS.spacerBytes) return { kind: 'spacer' };
  try {
    // Without the limit of pixels: a side or a number of frames that is too large is said as such.
    const shape = toShape(await sharp(bytes, { limitInputPixels: false }).metadata());
    const refusal = findRefusal(shape);
    if (refusal !== undefined) return { kind: refusal };
    const isPlain = format === 'webp' && isPlainWebp(bytes);
    return { kind: 'made', draft: await make(bytes, shape, isPlain) };
  } catch {
    // The codecs have no errors of their own kind: whatever they throw at these bytes, the bytes are no picture for us.
    return { kind: 'broken' };
  }
}

/**
 * Makes the stored file of a picture that readers are to save, a form or a poster: in its own format and size, upright, without
 * metadata, which may tell where it was taken. Only JPEG and PNG are handed out.
 */
export async function encodePictureFile(bytes: Buffer): Promise<PictureOutcome> {
  const format = readPictureFormat(bytes);
  if (format !== 'jpeg' && format !== 'png') return { kind: 'notAPicture' };
  try {
    const shape = toShape(await sharp(bytes, { limitInputPixels: false }).metadata());
    if (findRefusal(shape) === 'tooLarge') return { kind: 'tooLarge' };
    const upright = open(bytes, false).autoOrient();
    const made = await (format === 'jpeg'
      ? upright.jpeg({ quality: 90 })
      : upright.png()
    ).toBuffer();
    const file = { hash: toPictureFileHash(bytes), ...PICTURE_FILES[format], size: made.length };
    return { kind: 'made', draft: { ...file, bytes: made } };
  } catch {
    return { kind: 'broken' };
  }
}
