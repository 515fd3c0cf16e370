import type { Block } from '../../../types/block.ts';
import type { Cover } from '../../../types/cover.ts';

const toPictures = (block: Block): Cover[] => {
  if (block.kind === 'image') return [block];
  return block.kind === 'gallery' ? block.images : [];
};

/** The first picture of the body, with its size, its narrower widths and its placeholder. */
export function toCover(blocks: readonly Block[]): Cover | undefined {
  const [picture] = blocks.flatMap(toPictures);
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
