import { toLocalUrl } from '../local-url.ts';
import type { PageBase } from '../page.ts';
import { resolveReference } from '../resolve-reference.ts';
import { toOneLine } from '../trim-text.ts';
import { warnings } from '../words.ts';
import type { ImageBlock } from './block-kinds.ts';
import { isSign, listPictureAddresses, readDataPicture } from './picture-address.ts';
import { readPixels } from './read-pixels.ts';

const FILE_NAME = /^[^\n]{0,120}\.(png|jpe?g|gif|webp|bmp|svg|tiff?)$/i;
/** What cameras, WeChat and screenshot tools call their files. */
const MACHINE_NAME =
  /^((img|dsc|image|screenshot|mmexport|图片)[-_ ]?\d*|微信(图片|截图)[-_ \d]*|[\da-f_-]{8,})$/i;

/** What a screen reader may say: a file name is no description. */
function toAlt(alt: string): string {
  const text = toOneLine(alt);
  return FILE_NAME.test(text) || MACHINE_NAME.test(text) ? '' : text;
}

type Place = { url: string; width?: number; height?: number } | { refused: 'outside' | 'protocol' };

function toPlace(source: string, base: PageBase): Place {
  if (/^data:/i.test(source)) return readDataPicture(source) ?? { refused: 'protocol' };
  const reference = resolveReference(source, base);
  if (reference.kind === 'local') return { url: toLocalUrl(reference.path) };
  if (reference.kind === 'refused') return { refused: reference.because };
  return /^https?:/.test(reference.url) ? { url: reference.url } : { refused: 'protocol' };
}

/** Pixels of a counter; and of a sign in the text, such as a bullet. */
const COUNTER = 2;
const SIGN = 32;

const isWithin = (limit: number, sides: readonly (number | undefined)[]) =>
  sides.every((side) => side !== undefined && side <= limit);

const EXCERPT = 60;

/**
 * A picture, a sentence on why it was left out, or undefined for one that is no part of the article: a counter, a
 * sign before a file, a face in the text.
 */
export function toImageBlock(
  attributes: ReadonlyMap<string, string>,
  base: PageBase,
): ImageBlock | { warning: string } | undefined {
  const width = readPixels(attributes.get('width'));
  const height = readPixels(attributes.get('height'));
  if (isWithin(SIGN, [width, height])) return undefined;
  const written = listPictureAddresses(attributes);
  if (written.length === 0 && attributes.get('src')?.trim()) return undefined;
  if (written.some((source) => isSign(source, attributes))) return undefined;
  for (const source of written) {
    const place = toPlace(source, base);
    if ('refused' in place) {
      if (place.refused === 'outside') return { warning: warnings.outsideRoot(source) };
      continue;
    }
    if (isWithin(COUNTER, [place.width, place.height])) return undefined;
    const sides = {
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
    };
    return { kind: 'image', alt: toAlt(attributes.get('alt') ?? ''), ...sides, ...place };
  }
  return { warning: warnings.imageDropped((written[0] ?? '（空）').slice(0, 2 * EXCERPT)) };
}
