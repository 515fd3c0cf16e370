/** Elements of the program that stand in a line of text and do not break it. */
const INLINE = new Set([
  'wx-text',
  'wx-image',
  'span',
  'a',
  'i',
  'b',
  'em',
  'strong',
  'label',
  'img',
]);

/** The text that a person sees below an element, one line a block, spaces as in a browser. */
export function visibleText(root: Element): string {
  const lines: string[] = [''];
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      lines[lines.length - 1] += node.textContent ?? '';
      return;
    }
    if (!(node instanceof Element) || isHidden(node)) return;
    const inline = isInline(node);
    if (!inline) lines.push('');
    for (const child of node.childNodes) walk(child);
    if (!inline) lines.push('');
  };
  walk(root);
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => line.replace(/[ \t\r]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Where style sheets apply they decide; in jsdom the element's name does. */
function isInline(element: Element): boolean {
  if (typeof element.checkVisibility !== 'function') return INLINE.has(element.localName);
  return getComputedStyle(element).display === 'inline';
}

/** Hidden by itself: by the attribute, beside a swiper, by its style or in a browser by a style sheet. */
export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.hasAttribute('data-away')) return true;
  const { style } = element as HTMLElement;
  if (style?.display === 'none' || style?.visibility === 'hidden') return true;
  if (typeof element.checkVisibility !== 'function') return false;
  return !element.checkVisibility({ visibilityProperty: true }) && !isContents(element);
}

/** `display: contents` has no box, but its children have. */
function isContents(element: Element): boolean {
  return getComputedStyle(element).display === 'contents';
}

/**
 * The deepest visible element whose text holds `text`. One that holds nothing else is preferred
 * anywhere; among equals the layer that lies higher, then the place in the document decide.
 */
export function findByText(layers: readonly Element[], text: string): Element | null {
  const holders: Element[] = [];
  for (const layer of layers) collect(layer, text, holders);
  const exact = holders.find((holder) => holder.textContent?.trim() === text);
  return exact ?? holders[0] ?? null;
}

function collect(element: Element, text: string, holders: Element[]): void {
  if (isHidden(element) || !element.textContent?.includes(text)) return;
  const before = holders.length;
  for (const child of element.children) collect(child, text, holders);
  if (holders.length === before) holders.push(element);
}
