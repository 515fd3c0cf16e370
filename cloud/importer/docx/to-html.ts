import { fail, type Result, succeed } from '../result.ts';
import { reasons, warnings } from '../words.ts';
import { type DocxNode, markTitle, TITLE_STYLE } from './mark-title.ts';

/** In front of mammoth's own map, which knows headings, lists, notes and links. */
const STYLE_MAP = [
  `p[style-name='${TITLE_STYLE}'] => h1.title:fresh`,
  // A second one in the style of a title is a section.
  "p[style-name='Title'] => h2:fresh",
  "p[style-name='标题'] => h2:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='引用'] => blockquote > p:fresh",
  'u => u',
];

/** What mammoth leaves out and a reader would have seen, by what its message says. */
const LEFT_OUT = [
  { pattern: /ignored: .*\boMath\b/, what: '公式' },
  { pattern: /Could not find image/, what: '图片' },
];

function toWarnings(messages: readonly { message: string }[]): string[] {
  return LEFT_OUT.flatMap(({ pattern, what }) => {
    const count = messages.filter(({ message }) => pattern.test(message)).length;
    return count === 0 ? [] : [warnings.docxPart(what, count)];
  });
}

/**
 * A checked Word file → HTML with the title as `h1.title` and pictures as `data:`. Links to pictures outside of the
 * file are not followed, and a style map that the file brings along does not count.
 */
export async function toHtml(
  bytes: Uint8Array,
): Promise<Result<{ html: string; warnings: string[] }>> {
  // Only now: most imports hold no Word file.
  const { default: mammoth } = await import('mammoth');
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        styleMap: STYLE_MAP,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        transformDocument: (document: DocxNode) => markTitle(document),
      },
    );
    return succeed({ html: value, warnings: toWarnings(messages) });
  } catch (error) {
    // It throws plain errors of many kinds for a file whose parts don't fit together; none is worth more than this.
    return fail(
      reasons.docxBroken(error instanceof Error ? error.message.slice(0, 80) : 'mammoth'),
    );
  }
}
