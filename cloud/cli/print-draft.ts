import type { Block, Span } from '../../types/block.ts';
import type { ArticleDraft } from '../domain/drafts.ts';
import { proposeEvents } from '../domain/event-proposals.ts';
import { toProposalLines } from './proposal-lines.ts';

function toText(spans: readonly Span[]): string {
  return spans
    .map((span) => (span.href === undefined ? span.text : `${span.text}〔${span.href}〕`))
    .join('');
}

type Picture = Pick<Extract<Block, { kind: 'image' }>, 'url' | 'alt' | 'caption'>;

function toPictureLine({ url, alt, caption }: Picture): string {
  return `[图片] ${url}${alt && `（${alt}）`}${caption ? ` ${caption}` : ''}`;
}

function toBlockLines(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [`[段落] ${toText(block.spans)}`];
    case 'heading':
      return [`[标题${block.level}] ${block.text}`];
    case 'image':
      return [toPictureLine(block)];
    case 'gallery':
      return block.images.map(toPictureLine);
    case 'video':
      return [`[视频] ${block.url} ${block.text}`];
    case 'audio':
      return [`[音频] ${block.url} ${block.text}`];
    case 'attachment':
      return [`[文件] ${block.text} ${block.url}`];
    case 'linkCard':
      return [`[链接卡片] ${block.text} ${JSON.stringify(block.target)}`];
    case 'list':
      return block.items.map(
        (item, at) => `[列表] ${block.ordered ? `${at + 1}.` : '·'} ${toText(item.spans)}`,
      );
    case 'quote':
      return [`[引用] ${toText(block.spans)}`];
    case 'table':
      return block.rows.map(
        (row) =>
          `[表格] ${row.cells.map((cell) => toText(cell.spans).replaceAll('\n', ' ')).join(' | ')}`,
      );
    case 'divider':
      return ['[分隔线]'];
    case 'unknown':
      return [`[未识别] ${block.text}`];
  }
}

/** What would move the cursor of a terminal; a block may have lines and tabs. */
const showControls = (text: string) => text.replace(/[^\P{Cc}\n\t]/gu, '�');

/** An article as an editor checks it before it is written: its head, every block on its line, its attachments. */
export function toDraftLines(draft: ArticleDraft): string[] {
  return [
    `标题　　${draft.title}`,
    `文章出处　${draft.source}`,
    `发布时间　${draft.publishedAt}`,
    `网站　　${draft.site}${draft.address === undefined ? '' : `（${draft.address}）`}`,
    `栏目　　${draft.channelId}`,
    ...draft.blocks.flatMap(toBlockLines),
    ...draft.attachments.map(({ name, url }) => `[附件] ${name} ${url}`),
    ...toProposalLines(proposeEvents(draft.blocks, draft)),
  ].map(showControls);
}
