import { collectText } from '../../rules/collect-text.ts';
import type { Block, Span } from '../../types/block.ts';

/** Puts an address behind the one of the endpoint; an absolute one stays. */
export type ToAbsolute = (address: string) => string;

/** What XML or HTML can't hold: control characters, halves of surrogate pairs, code points that are no characters. */
const UNSPEAKABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML or XML, between tags or in an attribute. */
export function escapeMarkup(text: string): string {
  return text
    .replace(UNSPEAKABLE, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

const SAFE_LINK = /^(?:https?:|tel:|mailto:)/i;

function toLink(address: string, inner: string): string {
  if (!SAFE_LINK.test(address)) return inner;
  return `<a href="${escapeMarkup(address)}">${inner}</a>`;
}

function toSpan({ text, bold, italic, underline, href }: Span): string {
  let html = escapeMarkup(text).replaceAll('\n', '<br>');
  if (underline) html = `<u>${html}</u>`;
  if (italic) html = `<em>${html}</em>`;
  if (bold) html = `<strong>${html}</strong>`;
  return href === undefined ? html : toLink(href, html);
}

const toSpans = (spans: readonly Span[]) => spans.map(toSpan).join('');

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;
type Picture = Of<'gallery'>['images'][number];

/** What a reader's program may fetch by itself. */
export const isWebAddress = (address: string) => /^https?:\/\//i.test(address);

function toImage({ url, alt, width, height }: Picture, toAbsolute: ToAbsolute): string {
  const address = toAbsolute(url);
  if (!isWebAddress(address)) return '';
  const size = width && height ? ` width="${width}" height="${height}"` : '';
  return `<img src="${escapeMarkup(address)}" alt="${escapeMarkup(alt)}"${size}>`;
}

function toFigure(picture: Picture, toAbsolute: ToAbsolute): string {
  const { caption } = picture;
  const image = toImage(picture, toAbsolute);
  const words = caption ? `<figcaption>${escapeMarkup(caption)}</figcaption>` : '';
  return `<figure>${image}${words}</figure>`;
}

function toTable({ header, rows }: Of<'table'>): string {
  const html = rows.map(({ cells }, row) => {
    const tag = header && row === 0 ? 'th' : 'td';
    const inner = cells.map(({ spans, colSpan, rowSpan }) => {
      const across = colSpan ? ` colspan="${colSpan}"` : '';
      const down = rowSpan ? ` rowspan="${rowSpan}"` : '';
      return `<${tag}${across}${down}>${toSpans(spans)}</${tag}>`;
    });
    return `<tr>${inner.join('')}</tr>`;
  });
  return `<table>${html.join('')}</table>`;
}

/** A film, a recording or a file as a link to it: feed readers play and open what they can. */
function toFileLink(url: string, text: string, toAbsolute: ToAbsolute): string {
  const address = toAbsolute(url);
  return `<p>${toLink(address, escapeMarkup(text || address))}</p>`;
}

function toLinkCard({ text, target }: Of<'linkCard'>): string {
  const words = escapeMarkup(text);
  return `<p>${target.kind === 'miniProgram' ? words : toLink(target.url, words)}</p>`;
}

function toHtml(block: Block, toAbsolute: ToAbsolute): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${toSpans(block.spans)}</p>`;
    case 'heading':
      return `<h${block.level}>${escapeMarkup(block.text)}</h${block.level}>`;
    case 'image':
      return toFigure(block, toAbsolute);
    case 'gallery':
      return block.images.map((picture) => toFigure(picture, toAbsolute)).join('');
    case 'video':
    case 'audio':
    case 'attachment':
      return toFileLink(block.url, block.text, toAbsolute);
    case 'linkCard':
      return toLinkCard(block);
    case 'list': {
      const items = block.items.map(({ spans }) => `<li>${toSpans(spans)}</li>`).join('');
      return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
    }
    case 'quote':
      return `<blockquote><p>${toSpans(block.spans)}</p></blockquote>`;
    case 'table':
      return toTable(block);
    case 'divider':
      return '<hr>';
    default:
      return `<p>${escapeMarkup(collectText(block)).replaceAll('\n', '<br>')}</p>`;
  }
}

/**
 * An article's body as HTML for other people's readers: nothing but the tags above, every text escaped, no address but
 * http, https, tel and mailto; of pictures http and https.
 */
export function toSafeHtml(blocks: readonly Block[], toAbsolute: ToAbsolute): string {
  return blocks.map((block) => toHtml(block, toAbsolute)).join('\n');
}
