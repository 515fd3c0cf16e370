import type { OpenPage } from '../host/host.ts';
import type { Part, PartElement } from './part.ts';
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
    checkPlace(part);
    part.state.end = listen(part);
    apply(part);
  },
  detached(part) {
    const end = part.state.end as (() => void) | undefined;
    end?.();
  },
  changed(part, name) {
    if (!part.dom.isConnected) return;
    apply(part);
    if (name === 'scrollTop') scroll(part);
  },
};

/** WeChat's window settings by the properties that stand for them. */
const SETTINGS = [
  ...['backgroundTextStyle', 'backgroundColor', 'backgroundColorTop', 'backgroundColorBottom'],
];

function checkPlace({ dom }: PartElement): void {
  const page = dom.closest('wx-page');
  if (dom.parentElement === page && !dom.previousElementSibling) return;
  const path = dom.closest<HTMLElement>('.phone-page')?.dataset.path ?? '';
  partHost().ledger.breakRule('page-meta.first', `${path}.wxml has nodes before or around it`);
}

/** Follows the phone's text size, the page's scrolling, its coming on top, and the window's size. */
function listen(part: PartElement): () => void {
  const { textSize, pageLife, screen } = partHost();
  const scroller = part.dom.closest<HTMLElement>('.phone-scroller');
  const applied = () => apply(part);
  const scrolled = () => part.trigger('scroll', { scrollTop: scroller?.scrollTop ?? 0 });
  const resized = () => {
    const { clientWidth, clientHeight } = screen.pages;
    part.trigger('resize', { size: { windowWidth: clientWidth, windowHeight: clientHeight } });
  };
  const shown = ({ page }: { page: OpenPage }) => {
    if (page.frame === frameOf(part)) apply(part);
  };
  textSize.changed.on(applied);
  pageLife.on(shown);
  scroller?.addEventListener('scroll', scrolled);
  addEventListener('resize', resized);
  return () => {
    textSize.changed.off(applied);
    pageLife.off(shown);
    scroller?.removeEventListener('scroll', scrolled);
    removeEventListener('resize', resized);
  };
}

function apply(part: PartElement): void {
  const { dom, properties } = part;
  const { stack, screen } = partHost();
  dom.closest('wx-page')?.setAttribute('style', [...toPageStyle(properties)].join(';'));
  const page = stack.pages().find((one) => one.frame === frameOf(part));
  if (!page) return;
  for (const name of SETTINGS) {
    if (properties[name]) page.overrides[name] = properties[name];
  }
  if (page !== stack.top()) return;
  // The root is one for all pages here: it takes the size of the page on top.
  document.documentElement.style.fontSize = toFontSize(properties.rootFontSize);
  stack.drawBars();
  screen.measure();
}

function frameOf({ dom }: PartElement): Element | null {
  return dom.closest('.phone-page');
}

/** `system` is the text size that the person has chosen in WeChat. */
function toFontSize(size: unknown): string {
  return size === 'system' ? `${partHost().textSize.current}px` : String(size ?? '');
}

function* toPageStyle(properties: Readonly<Record<string, unknown>>): Generator<string> {
  if (properties.pageStyle) yield String(properties.pageStyle);
  if (properties.pageFontSize) yield `font-size:${toFontSize(properties.pageFontSize)}`;
  if (properties.rootBackgroundColor) yield `background:${String(properties.rootBackgroundColor)}`;
}

/** Moves the page to the asked place within `scrollDuration` ms, and tells when it is there. */
function scroll(part: PartElement): void {
  const { stack, options, screen } = partHost();
  const page = stack.pages().find((one) => one.frame === frameOf(part));
  const [, amount, unit] = /^(-?[\d.]+)(px|rpx)?$/.exec(String(part.properties.scrollTop)) ?? [];
  if (!page || amount === undefined) return;
  const rpx = (screen.root.clientWidth || 375) / 750;
  const target = Number(amount) * (unit === 'rpx' ? rpx : 1);
  const duration = options.platform.hasLayout ? Number(part.properties.scrollDuration) : 0;
  const start = performance.now();
  const from = page.scroller.scrollTop;
  const step = () => {
    const done = duration > 0 ? Math.min(1, (performance.now() - start) / duration) : 1;
    page.scrollTo(from + (target - from) * done);
    if (done < 1) requestAnimationFrame(step);
    else part.trigger('scrolldone', {});
  };
  step();
}
