import { toBlocks } from '../../../../cloud/importer/blocks/to-blocks.ts';
import { enhanceBlocks } from '../../../../cloud/importer/enhance/enhance-blocks.ts';
import { cleanTree } from '../../../../cloud/importer/html/clean-tree.ts';
import { parseHtml } from '../../../../cloud/importer/html/parse-html.ts';
import { selectAll } from '../../../../cloud/importer/html/selector.ts';
import { toAttachments } from '../../../../cloud/importer/to-attachments.ts';
import { warnings } from '../../../../cloud/importer/words.ts';

const base = { kind: 'web', address: 'https://fl.example/news/t1.html' } as const;

/** HTML that is all body, as blocks and attachments; no file is fetched or kept. */
export async function read(html: string) {
  const document = parseHtml(html);
  if (!document.ok) throw new Error(document.reason);
  const [body] = selectAll(document.value, 'body');
  if (body === undefined) throw new Error('no body');
  const tree = cleanTree(body, new Set());
  const { blocks, files, warnings: left } = toBlocks(tree.root, base);
  const dropped = [...tree.dropped].map(([tag, count]) => warnings.droppedTag(tag, count));
  return {
    blocks: enhanceBlocks(blocks),
    attachments: toAttachments(files, base).attachments,
    warnings: [...left, ...dropped],
  };
}

export const paragraph = (text: string, style: object = {}) => ({
  kind: 'paragraph',
  spans: [{ text, ...style }],
});
export const item = (text: string) => ({ spans: [{ text }] });
export const cell = (text: string, span: object = {}) => ({
  spans: text === '' ? [] : [{ text }],
  ...span,
});
export const image = (name: string, more: object = {}) => ({
  kind: 'image',
  url: `https://fl.example/news/${name}`,
  alt: '',
  ...more,
});
