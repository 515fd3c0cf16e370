import type { Block, Span } from '../../../types/block.ts';
import { ITEM_BYTES, PART_BYTES, PART_FRAME_BYTES, weighBlock, weighSpans } from './part-weight.ts';
import { splitTable } from './split-table.ts';
import { splitSpans, splitText } from './split-text.ts';
import { toWeighedGroups } from './to-groups.ts';

/** A piece of a body that is small enough to be sent to the screen with others. */
export type BodyPart = Block & {
  /** The number of a list's first item, where the list was split. */
  start?: number;
  /** True where a list's first item goes on from the part before; it then has no mark of its own. */
  continued?: boolean;
};

type ListBlock = Extract<Block, { kind: 'list' }>;
type GalleryBlock = Extract<Block, { kind: 'gallery' }>;
type TitledBlock = Extract<Block, { kind: 'video' | 'audio' | 'attachment' | 'linkCard' }>;
type ImageBlock = Extract<Block, { kind: 'image' }>;

const LIST_ITEMS = 50;
const GALLERY_IMAGES = 9;
const CONTENT_BYTES = PART_BYTES - PART_FRAME_BYTES;
/** Of the words of a picture: they are sent twice where they are said, too. */
const CAPTION_BYTES = 16 * 1024;

/**
 * A block as parts that each stay far below one setData's 256 KB (docs/wechat.md, Performance). Nearly every block is one part;
 * only one of tens of thousands of characters or hundreds of pieces, or a list of over 50 items, is more. No character is lost.
 */
export function splitBlock(block: Block): BodyPart[] {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return splitSpans(block.spans, CONTENT_BYTES).map((spans) => ({ ...block, spans }));
    case 'heading':
    case 'unknown':
      return splitText(block.text, CONTENT_BYTES).map((text) => ({ ...block, text }));
    case 'list':
      return splitList(block);
    case 'table':
      return splitTable(block);
    case 'image':
      return splitImage(block);
    case 'gallery':
      return splitGallery(block);
    case 'video':
    case 'audio':
    case 'attachment':
    case 'linkCard':
      return splitTitle(block);
    case 'divider':
      return [block];
  }
}

interface ItemPiece {
  spans: Span[];
  number: number;
  continued: boolean;
}

function splitList(block: ListBlock): BodyPart[] {
  const pieces = block.items.flatMap((item, index) =>
    splitSpans(item.spans, CONTENT_BYTES - ITEM_BYTES).map(
      (spans, piece): ItemPiece => ({ spans, number: index + 1, continued: piece > 0 }),
    ),
  );
  const groups = toWeighedGroups(pieces, {
    size: LIST_ITEMS,
    weight: CONTENT_BYTES,
    weigh: ({ spans }) => ITEM_BYTES + weighSpans(spans),
  });
  // A piece that goes on always begins a part: the one before it left less room than an item's nodes take.
  return groups.map((group) => ({
    ...block,
    items: group.map(({ spans }) => ({ spans })),
    start: group[0]?.number ?? 1,
    ...(group[0]?.continued && { continued: true }),
  }));
}

/** A picture whose caption is too long goes on in paragraphs, and so do the words that stand for it. */
function splitImage(block: ImageBlock): BodyPart[] {
  const [alt = '', ...altRest] = splitText(block.alt, CAPTION_BYTES);
  const [caption = '', ...captionRest] = splitText(block.caption ?? '', CAPTION_BYTES);
  const picture = { ...block, alt, ...(block.caption !== undefined && { caption }) };
  return [
    picture,
    ...[...captionRest, ...altRest].map(
      (text): BodyPart => ({
        kind: 'paragraph',
        spans: [{ text }],
      }),
    ),
  ];
}

/** A gallery in parts of at most a few rows; what is too long of a caption follows the part. */
function splitGallery(block: GalleryBlock): BodyPart[] {
  const pieces = block.images.map((image) => splitImage({ kind: 'image', ...image }));
  const groups = toWeighedGroups(pieces, {
    size: GALLERY_IMAGES,
    weight: CONTENT_BYTES,
    weigh: (parts) => weighBlock(parts[0] as Block),
  });
  return groups.flatMap((group) => {
    const images = group.flatMap(([image]) => (image?.kind === 'image' ? [image] : []));
    return [{ ...block, images }, ...group.flatMap(([, ...rest]) => rest)];
  });
}

/** A title that is too long goes on in paragraphs. */
function splitTitle(block: TitledBlock): BodyPart[] {
  const [text = '', ...rest] = splitText(block.text, CAPTION_BYTES);
  const more = rest.map((words): BodyPart => ({ kind: 'paragraph', spans: [{ text: words }] }));
  return [{ ...block, text }, ...more];
}
