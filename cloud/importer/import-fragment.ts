import type { Attachment } from '../../types/attachment.ts';
import type { Block } from '../../types/block.ts';
import { toBlocks } from './blocks/to-blocks.ts';
import { enhanceBlocks } from './enhance/enhance-blocks.ts';
import { toSummary } from './enhance/summary.ts';
import { cleanTree } from './html/clean-tree.ts';
import { parseHtml } from './html/parse-html.ts';
import { selectAll } from './html/selector.ts';
import { keepMedia } from './media/keep-media.ts';
import type { MediaPorts } from './media/ports.ts';
import type { PageBase } from './page.ts';
import { type Result, succeed } from './result.ts';
import { toAttachments } from './to-attachments.ts';
import { warnings } from './words.ts';

/** A piece of HTML as content. */
export interface Fragment {
  blocks: Block[];
  attachments: Attachment[];
  summary: string;
  warnings: string[];
}

/** HTML that is all body: the same steps as a page's body goes through. Fails only where it exceeds `limits.ts`. */
export async function importFragment(
  html: string,
  base: PageBase,
  ports: MediaPorts,
): Promise<Result<Fragment>> {
  const document = parseHtml(html);
  if (!document.ok) return document;
  const [body] = selectAll(document.value, 'body');
  if (body === undefined)
    return succeed({ blocks: [], attachments: [], summary: '', warnings: [] });
  const tree = cleanTree(body, new Set());
  const read = toBlocks(tree.root, base);
  const resolved = toAttachments(read.files, base);
  const content = { blocks: read.blocks, attachments: resolved.attachments };
  const kept = await keepMedia(content, base, ports);
  const blocks = enhanceBlocks(kept.blocks);
  const dropped = [...tree.dropped].map(([tag, count]) => warnings.droppedTag(tag, count));
  return succeed({
    blocks,
    attachments: kept.attachments,
    summary: toSummary(blocks),
    warnings: [...read.warnings, ...dropped, ...resolved.warnings, ...kept.warnings],
  });
}
