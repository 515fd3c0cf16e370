import type { Attachment } from '../../../types/attachment.ts';
import type { Block } from '../../../types/block.ts';
import { fromLocalUrl } from '../local-url.ts';

/** Files offered in the body lie where the article's attachments were put; one that was not kept leaves its name. */
export function toKeptFileBlocks(
  blocks: readonly Block[],
  kept: ReadonlyMap<string, Attachment>,
): Block[] {
  return blocks.map((block) => {
    if (block.kind !== 'attachment' || fromLocalUrl(block.url) === undefined) return block;
    const file = kept.get(block.url);
    if (file === undefined) return { kind: 'paragraph', spans: [{ text: block.text }] };
    const { name: _name, ...place } = file;
    return { kind: 'attachment', text: block.text, ...place };
  });
}
