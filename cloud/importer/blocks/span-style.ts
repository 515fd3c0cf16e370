import type { CleanElement } from '../html/clean-tree.ts';
import type { SpanStyle } from './span-buffer.ts';

const BOLD = new Set(['b', 'strong']);
const ITALIC = new Set(['i', 'em']);
const UNDERLINE = new Set(['u', 'ins']);

function without(style: SpanStyle, flag: 'bold' | 'italic' | 'underline'): SpanStyle {
  const { [flag]: _gone, ...rest } = style;
  return rest;
}

/** The style inside of an element: what holds around it, its tag's, then what its `style` turns on or off. */
export function toSpanStyle(element: CleanElement, around: SpanStyle): SpanStyle {
  let style: SpanStyle = { ...around };
  if (BOLD.has(element.tag)) style.bold = true;
  if (ITALIC.has(element.tag)) style.italic = true;
  if (UNDERLINE.has(element.tag)) style.underline = true;
  for (const flag of ['bold', 'italic', 'underline'] as const) {
    const said = element.style?.[flag];
    if (said === true) style[flag] = true;
    // A line under the text around goes on under this text, whatever its own decoration is.
    if (said === false && flag !== 'underline') style = without(style, flag);
  }
  const isCentred = readCentred(element);
  if (isCentred === true) style.centred = true;
  if (isCentred === false) delete style.centred;
  return style;
}

/** Whether its text stands in the middle; undefined where it does not say. */
function readCentred({ tag, style, attributes }: CleanElement): boolean | undefined {
  if (style?.centred !== undefined) return style.centred;
  const align = attributes.get('align')?.toLowerCase();
  if (tag === 'center' || align === 'center') return true;
  return align === undefined ? undefined : false;
}
