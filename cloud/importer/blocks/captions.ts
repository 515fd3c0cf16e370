import type { Block, Span } from '../../../types/block.ts';
import { toOneLine } from '../trim-text.ts';
import type { BlockOf } from './block-kinds.ts';
import type { WrittenSpan } from './span-buffer.ts';

type Paragraph = BlockOf<'paragraph'>;

/** How a line below a picture says that it is about it: 图为…, 图1：…, （图/张三）, ▲ … */
const MARKED =
  /^[（(【[]?\s*(?:图为|图中|上图|左图|右图|下图|图\s*[\d一二三四五六七八九十]{0,2}\s*[：:/／]|图片说明|图说|[▲△▼▽↑⬆☝])/u;
/** Who made the picture: …摄, 供图. */
const CREDITED = /(?:摄|摄影|供图)\s*[）)】\]。]?$/;
const LONGEST_MARKED = 120;

/** A short line in the middle is a caption where it is no sentence of its own. */
const LONGEST_CENTRED = 36;
const SENTENCE = /[。！？!?；;：:…”"]$/;

const isCentred = (spans: readonly Span[]) =>
  spans.every((span: WrittenSpan) => span.centred === true || span.text.trim() === '');

const isLinked = (span: WrittenSpan) => span.href !== undefined || span.file !== undefined;

function readText({ spans }: Paragraph): string | undefined {
  const text = spans.map((span) => span.text).join('');
  if (text.length > 4 * LONGEST_MARKED || spans.some(isLinked)) return undefined;
  const line = toOneLine(text);
  // Lines of their own say more than a caption does.
  return line === '' || text.trim().includes('\n') ? undefined : line;
}

/** The paragraph's text where it is a caption of the picture before it. `next` follows it. */
function readCaption(paragraph: Paragraph, next: Block | undefined): string | undefined {
  const text = readText(paragraph);
  if (text === undefined) return undefined;
  const { length } = [...text];
  if (MARKED.test(text)) return length <= LONGEST_MARKED ? text : undefined;
  if (!isCentred(paragraph.spans)) return undefined;
  if (length <= LONGEST_MARKED && CREDITED.test(text)) return text;
  // A text that is set in the middle as a whole has sentences there, not captions.
  const goesOn = next?.kind === 'paragraph' && isCentred(next.spans);
  return length <= LONGEST_CENTRED && !SENTENCE.test(text) && !goesOn ? text : undefined;
}

/**
 * Lines that tell what a picture shows become its caption. When in doubt a line stays a paragraph: its words are read
 * either way.
 */
export function placeCaptions(blocks: readonly Block[]): Block[] {
  const placed: Block[] = [];
  blocks.forEach((block, at) => {
    const image = placed.at(-1);
    const caption =
      block.kind === 'paragraph' && image?.kind === 'image' && image.caption === undefined
        ? readCaption(block, blocks[at + 1])
        : undefined;
    if (image?.kind === 'image' && caption !== undefined)
      placed[placed.length - 1] = { ...image, caption };
    else placed.push(block);
  });
  return placed;
}
