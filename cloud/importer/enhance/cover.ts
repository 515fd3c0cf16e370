import type { Block } from '../../../types/block.ts';
import type { Cover } from '../../../types/cover.ts';

/** The first picture of the body. */
export function toCover(blocks: readonly Block[]): Cover | undefined {
  const image = blocks.find((block) => block.kind === 'image');
  return image && { url: image.url, alt: image.alt };
}
