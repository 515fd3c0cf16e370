const PREFIX = 'wx-';

/** The program's page that is seen: bars and layers of the phone are outside it. */
export function topPage(): HTMLElement {
  const shown = document.querySelectorAll<HTMLElement>('.phone-page:not([hidden])');
  const top = [...shown].at(-1);
  if (!top) throw new Error('no page is open');
  return top;
}

/** Whether a template named this element; the parts' own insides are no nodes of WXML. */
export function isNode(element: Element): boolean {
  return element.localName.startsWith(PREFIX) && element.localName !== 'wx-page';
}

/** All nodes of the page on top, in the order of the document. */
export function pageNodes(): HTMLElement[] {
  return [...topPage().querySelectorAll<HTMLElement>('*')].filter(isNode);
}

/** Which elements are looked at: all of the page, or what is on the screen. */
export type Scope = (element: Element) => boolean;

export const onScreen: Scope = (element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};
export const onPage: Scope = () => true;

/** Whether it takes room on the page and can be seen. */
export function isShown(element: HTMLElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
}

/** An element as a report names it: tag, classes and the first words. */
export function nameOf(element: Element): string {
  const classes = [...element.classList].map((name) => `.${name}`).join('');
  const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
  const said = words.length > 16 ? `${words.slice(0, 16)}…` : words;
  return `${element.localName.slice(PREFIX.length)}${classes}${said && ` “${said}”`}`;
}
