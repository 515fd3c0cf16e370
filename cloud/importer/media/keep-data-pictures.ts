import type { Block } from '../../../types/block.ts';
import { fromDataUrl } from '../data-url.ts';
import { warnings } from '../words.ts';
import { readImageHeader } from './image-header.ts';
import type { KeepFile } from './keep-local-files.ts';

/** Keeps the pictures that stand in the page itself, by what they are; what is no picture is gone and reported. */
export async function keepDataPictures(
  blocks: readonly Block[],
  keep: KeepFile,
): Promise<{ blocks: Block[]; warnings: string[] }> {
  const kept: { blocks: Block[]; warnings: string[] } = { blocks: [], warnings: [] };
  for (const block of blocks) {
    const data = block.kind === 'image' ? fromDataUrl(block.url) : undefined;
    if (block.kind !== 'image' || data === undefined) {
      kept.blocks.push(block);
      continue;
    }
    const header = readImageHeader(data.bytes);
    if (header === undefined) {
      kept.warnings.push(warnings.embeddedPicture(data.type));
      continue;
    }
    const { contentType, extension, width, height } = header;
    const url = await keep({ bytes: data.bytes, contentType, extension });
    kept.blocks.push({ ...block, url, width, height });
  }
  return kept;
}
