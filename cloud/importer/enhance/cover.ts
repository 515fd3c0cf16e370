import type { Block } from '../../../types/block.ts';
import type { Cover } from '../../../types/cover.ts';

/** Pixels below which a picture is too coarse for a card. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 120;
/** A wider picture is a banner or a line, a taller one a poster of which a card shows nothing. */
const WIDEST = 3;
const TALLEST = 2.5;

/** Sizes that are not known speak for a picture: pages give them for what is small. */
function isFitting({ width, height }: Cover): boolean {
  if (width !== undefined && width < LEAST_WIDTH) return false;
  if (height !== undefined && height < LEAST_HEIGHT) return false;
  if (width === undefined || height === undefined) return true;
  return width / height <= WIDEST && height / width <= TALLEST;
}

const toPictures = (block: Block): Cover[] => {
  if (block.kind === 'image') return [block];
  return block.kind === 'gallery' ? block.images : [];
};

/**
 * The first picture of the body that is large enough and no banner, with its size, its narrower widths and its
 * placeholder; undefined when none is.
 */
export function toCover(blocks: readonly Block[]): Cover | undefined {
  const picture = blocks.flatMap(toPictures).find(isFitting);
  if (picture === undefined) return undefined;
  const { url, alt, width, height, widths, placeholder } = picture;
  return {
    ...{ url, alt },
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(widths !== undefined && { widths }),
    ...(placeholder !== undefined && { placeholder }),
  };
}
