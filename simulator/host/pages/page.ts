import type { GeneralBackendElement, GeneralComponent } from 'glass-easel';
import type { AssociatedBackend, Root } from 'glass-easel-miniprogram-adapter';
import { element } from '../element.ts';
import type { Host, OpenPage, WindowSize } from '../host.ts';
import type { ComponentRegistry } from '../program/component-registry.ts';
import type { EventChannel } from '../program/event-channel.ts';
import { createCustomTabBar } from '../screen/custom-tab-bar.ts';
import { pageSettings } from './page-settings.ts';
import { moveScroll, ScrollWatcher } from './scroll-watcher.ts';

let lastId = 0;

/** What a page is made from. */
type PageSource = {
  host: Host;
  registry: ComponentRegistry;
  backend: AssociatedBackend;
  path: string;
  query: Record<string, string>;
  /** Its end of the wire to the page that opened it by wx.navigateTo. */
  channel: EventChannel | null;
};

/** One page on the stack: its component, its frame on the screen and the events of its life. */
export class Page implements OpenPage {
  readonly id = ++lastId;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly frame: HTMLElement;
  readonly scroller: HTMLElement;
  /** The program's page object: `this` in its functions. */
  readonly caller: Record<string, unknown>;
  /** What wx functions changed about this page's bars. */
  readonly overrides: Record<string, unknown> = {};
  readonly hiddenMenus = new Set<string>();
  readonly #host: Host;
  readonly #registry: ComponentRegistry;
  readonly #root: Root;
  readonly #tabBar: Root | null;
  readonly #scroll: ScrollWatcher;
  readonly #place = element('div', '');
  #shown = false;
  #ready = false;
  #savedTop = 0;

  /** Creates the page and its components; `attach` puts them into the document. */
  constructor({ host, registry, backend, path, query, channel }: PageSource) {
    this.#host = host;
    this.#registry = registry;
    this.path = path;
    this.query = query;
    this.frame = element('section', 'phone-page');
    this.frame.dataset.path = path;
    this.scroller = element('div', 'phone-scroller');
    this.scroller.append(this.#place);
    const refresher = element('div', 'phone-refresher');
    refresher.setAttribute('aria-hidden', 'true');
    this.frame.append(refresher, this.scroller);
    this.#root = backend.createRoot('page', registry.space, withQuery(path, query));
    this.#tabBar = createCustomTabBar(host, registry, backend, path);
    this.caller = this.#root.get() as unknown as Record<string, unknown>;
    Object.assign(this.caller, {
      route: path,
      __route__: path,
      options: query,
      getPageId: () => `pageId:${this.id}`,
      getOpenerEventChannel: () => channel ?? {},
      getTabBar: () => this.#tabBar?.get() ?? null,
    });
    this.#scroll = new ScrollWatcher(this.scroller, {
      distance: () => Number(this.settings().onReachBottomDistance),
      onReachBottom: () => this.reachBottom(),
      onScroll: (scrollTop) => this.emit('onPageScroll', { scrollTop }),
    });
  }

  attach(): void {
    this.#host.screen.pages.append(this.frame);
    this.#root.attach(asBackend(this.scroller), asBackend(this.#place));
    if (!this.#tabBar) return;
    const bar = element('div', 'phone-custom-tabs');
    const place = element('div', '');
    bar.append(place);
    this.frame.append(bar);
    this.#tabBar.attach(asBackend(bar), asBackend(place));
  }

  /** Window settings of this page at present, theme names replaced. */
  settings(): Record<string, unknown> {
    const { options, theme } = this.#host;
    return { ...pageSettings(options.program, this.path, theme.current), ...this.overrides };
  }

  load(): void {
    this.emit('onLoad', { ...this.query });
    this.#host.pageLife.emit({ kind: 'opened', page: this });
  }

  show(): void {
    if (this.#shown) return;
    this.#shown = true;
    this.frame.hidden = false;
    this.scroller.scrollTop = this.#savedTop;
    this.#scroll.resume();
    this.#host.pageLife.emit({ kind: 'shown', page: this });
    this.#tellComponents('show');
    this.emit('onShow');
    if (!this.#ready) setTimeout(() => this.#becomeReady(), 0);
  }

  hide(): void {
    if (!this.#shown) return;
    this.#shown = false;
    this.#savedTop = this.scroller.scrollTop;
    this.#scroll.pause();
    this.frame.hidden = true;
    this.#tellComponents('hide');
    this.emit('onHide');
  }

  unload(): void {
    this.#scroll.pause();
    this.emit('onUnload');
    this.#root.release();
    this.#tabBar?.release();
    this.frame.remove();
  }

  /** The way to this page has come to its end. */
  routeDone(): void {
    if (!this.#shown) return;
    this.#tellComponents('routeDone');
    this.emit('onRouteDone');
  }

  resize(size: WindowSize): void {
    this.#tellComponents('resize', { size });
    this.emit('onResize', { size });
  }

  reachBottom(): void {
    this.#host.ledger.beginInteraction('scroll to the end');
    this.emit('onReachBottom');
  }

  /** Calls a function of the page, if it has it, and gives back what it returns. */
  emit(event: string, argument?: unknown): unknown {
    const handler = this.caller[event];
    if (typeof handler !== 'function') return undefined;
    return this.#host.guard(`${this.path} ${event}`, () =>
      (handler as (argument: unknown) => unknown).call(this.caller, argument),
    );
  }

  handles(event: string): boolean {
    return typeof this.caller[event] === 'function';
  }

  component(): GeneralComponent {
    return this.#root.getComponent();
  }

  /** The first element that a selector finds in the page's own template. */
  find(selector: string): HTMLElement | null {
    const found = this.component().getShadowRoot()?.querySelector(selector);
    return (found?.$$ as unknown as HTMLElement | undefined) ?? null;
  }

  /** Distance of an element from the top of the content, in px. */
  topOf(target: HTMLElement): number {
    const { top } = this.scroller.getBoundingClientRect();
    return target.getBoundingClientRect().top - top + this.scroller.scrollTop;
  }

  scrollTo(top: number, duration = 0): void {
    moveScroll(this.scroller, top, this.#host.options.platform.hasLayout ? duration : 0);
  }

  /** Pulls the page down. False when its settings do not allow it. */
  pullDown(): boolean {
    if (!this.settings().enablePullDownRefresh) return false;
    this.startRefresh();
    return true;
  }

  startRefresh(): void {
    this.frame.classList.add('is-refreshing');
    this.emit('onPullDownRefresh');
  }

  stopRefresh(): void {
    this.frame.classList.remove('is-refreshing');
  }

  #becomeReady(): void {
    if (this.#ready || !this.frame.isConnected) return;
    this.#ready = true;
    this.#registry.ready.flush();
    this.emit('onReady');
  }

  #tellComponents(lifetime: 'show' | 'hide' | 'resize' | 'routeDone', ...args: unknown[]): void {
    for (const root of [this.#root, this.#tabBar]) {
      root?.getComponent().triggerPageLifetime(lifetime, args);
    }
  }
}

/**
 * The address that the framework makes a page of: it sets the declared properties from the query, decoded and
 * converted to their types.
 */
function withQuery(path: string, query: Record<string, string>): string {
  const pairs = Object.entries(query).map((pair) => pair.map(encodeURIComponent).join('='));
  return `${path}?${pairs.join('&')}`;
}

function asBackend(dom: HTMLElement): GeneralBackendElement {
  return dom as unknown as GeneralBackendElement;
}
