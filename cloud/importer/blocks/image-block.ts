import { isDataPicture } from '../data-url.ts';
import { toLocalUrl } from '../local-url.ts';
import type { PageBase } from '../page.ts';
import { resolveReference } from '../resolve-reference.ts';
import { toOneLine } from '../trim-text.ts';
import { warnings } from '../words.ts';
import type { ImageBlock } from './block-kinds.ts';

/** Pages that load pictures lazily keep the real address in one of these, and a placeholder in `src`. */
const SOURCES = ['data-original', 'data-src', 'src'];

const FILE_NAME = /^[^\n]{0,120}\.(png|jpe?g|gif|webp|bmp|svg|tiff?)$/i;
/** What cameras, WeChat and screenshot tools call their files. */
const MACHINE_NAME =
  /^((img|dsc|image|screenshot|mmexport)[-_ ]?\d*|微信(图片|截图)[-_ \d]*|[\da-f_-]{8,})$/i;

/** What a screen reader may say: a file name is no description. */
function toAlt(alt: string): string {
  const text = toOneLine(alt);
  return FILE_NAME.test(text) || MACHINE_NAME.test(text) ? '' : text;
}

function toPixels(value: string | undefined): number | undefined {
  const match = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/i.exec(value ?? '');
  const pixels = match === null ? 0 : Number(match[1]);
  return pixels >= 1 ? pixels : undefined;
}

/** A picture, a sentence on why it was left out, or undefined for a counting pixel that no reader sees. */
export function toImageBlock(
  attributes: ReadonlyMap<string, string>,
  base: PageBase,
): ImageBlock | { warning: string } | undefined {
  const width = toPixels(attributes.get('width'));
  const height = toPixels(attributes.get('height'));
  if (width !== undefined && height !== undefined && width <= 2 && height <= 2) return undefined;
  const written = SOURCES.map((name) => attributes.get(name)?.trim()).filter((value) => !!value);
  const rest = {
    alt: toAlt(attributes.get('alt') ?? ''),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  };
  for (const source of written) {
    const reference = resolveReference(source as string, base);
    if (reference.kind === 'refused' && reference.because === 'outside') {
      return { warning: warnings.outsideRoot(source as string) };
    }
    const url =
      reference.kind === 'local'
        ? toLocalUrl(reference.path)
        : reference.kind === 'web' && /^https?:/.test(reference.url)
          ? reference.url
          : undefined;
    if (url === undefined) continue;
    return { kind: 'image', url, ...rest };
  }
  const data = written.find((source) => isDataPicture(source as string));
  if (data !== undefined) return { kind: 'image', url: data, ...rest };
  return { warning: warnings.imageDropped(written[0] ?? '（空）') };
}
