import type { Part } from './part.ts';
import { partHost } from './part-host.ts';

/** Settings of the page itself, written as its first node. */
export const pageMeta: Part = {
  name: 'page-meta',
  properties: {
    backgroundTextStyle: '',
    backgroundColor: '',
    backgroundColorTop: '',
    backgroundColorBottom: '',
    rootBackgroundColor: '',
    scrollTop: '',
    scrollDuration: 300,
    pageStyle: '',
    pageFontSize: '',
    rootFontSize: '',
    pageOrientation: '',
  },
  attached(part) {
    applyTo(part.dom, part.properties);
  },
  changed(part) {
    if (part.dom.isConnected) applyTo(part.dom, part.properties);
  },
};

function applyTo(dom: HTMLElement, properties: Readonly<Record<string, unknown>>): void {
  const page = dom.closest('wx-page');
  page?.setAttribute('style', [...toPageStyle(properties)].join(';'));
  const { rootFontSize } = properties;
  const size = rootFontSize === 'system' ? '16px' : String(rootFontSize);
  document.documentElement.style.fontSize = size;
  if (properties.backgroundColor) {
    const frame = dom.closest<HTMLElement>('.phone-page');
    if (frame) frame.style.background = String(properties.backgroundColor);
  }
  partHost().screen.measure();
}

function* toPageStyle(properties: Readonly<Record<string, unknown>>): Generator<string> {
  if (properties.pageStyle) yield String(properties.pageStyle);
  if (properties.pageFontSize) {
    yield `font-size:${properties.pageFontSize === 'system' ? '16px' : String(properties.pageFontSize)}`;
  }
  if (properties.rootBackgroundColor) yield `background:${String(properties.rootBackgroundColor)}`;
}
