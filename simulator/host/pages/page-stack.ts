import type { AssociatedBackend } from 'glass-easel-miniprogram-adapter';
import { pagePathsOf } from '../../page-paths.ts';
import type { Host, OpenPages, Way } from '../host.ts';
import type { ComponentRegistry } from '../program/component-registry.ts';
import type { EventChannel } from '../program/event-channel.ts';
import { parsePageUrl } from '../query.ts';
import { floatsOverPage, isSinglePage } from '../sharing/single-page.ts';
import { drawMissingPage } from './missing-page.ts';
import { Page } from './page.ts';
import { withTheme } from './page-settings.ts';

/** WeChat keeps at most ten pages above each other. */
const MAX_PAGES = 10;

/** The pages above each other, and the tab pages that live on below them. */
export class PageStack implements OpenPages {
  readonly #host: Host;
  readonly #registry: ComponentRegistry;
  readonly #backend: AssociatedBackend;
  readonly #tabs = new Map<string, Page>();
  #pages: Page[] = [];
  /** WeChat's own page where the one that was asked for is not there. */
  #missing: HTMLElement | null = null;

  constructor(host: Host, registry: ComponentRegistry, backend: AssociatedBackend) {
    this.#host = host;
    this.#registry = registry;
    this.#backend = backend;
  }

  pages(): readonly Page[] {
    return this.#pages;
  }

  top(): Page | undefined {
    return this.#pages.at(-1);
  }

  tabPaths(): string[] {
    return this.#host.options.program.app.tabBar?.list.map((item) => item.pagePath) ?? [];
  }

  /**
   * Goes to a page. Gives the reason as text when WeChat would refuse, null when it went.
   * @param channel the new page's end of the wire to the page that opens it
   */
  go(way: Way, url: string, channel: EventChannel | null = null): string | null {
    const { path, query } = parsePageUrl(url, this.top()?.path ?? '');
    const refused = this.#refusal(way, path, url.includes('?'));
    if (refused) {
      this.#host.ledger.breakRule('page.unknown', `${way} to ${url}: ${refused}`);
      return refused;
    }
    if (way === 'navigateTo' && this.#pages.length >= MAX_PAGES) {
      this.#host.ledger.breakRule('stack.depth', `${path} would be page ${MAX_PAGES + 1}`);
      return `webview count limit exceed (${MAX_PAGES})`;
    }
    this.#registry.require(path);
    if (way === 'switchTab') this.#switchTab(path);
    else if (way === 'navigateTo') this.#push(path, query, channel);
    else if (way === 'redirectTo') this.#replaceTop(path, query);
    else this.#restart(path, query);
    return null;
  }

  /**
   * Opens the page that a launch or a hot start asks for, alone. Where it is not there the program
   * is told by `onPageNotFound`, and WeChat's own page stands there until it leads elsewhere.
   */
  enter(path: string, query: Record<string, string>): void {
    if (this.#isPage(path)) {
      this.#registry.require(path);
      this.#restart(path, query);
      return;
    }
    const { app, screen, ledger } = this.#host;
    this.#close(this.#all());
    this.#missing ??= drawMissingPage(screen, () => this.go('reLaunch', `/${this.homePath()}`));
    if (!app.hears('onPageNotFound')) {
      ledger.breakRule('page.unknown', `opened at ${path}, and no onPageNotFound leads elsewhere`);
    }
    app.emit('onPageNotFound', { path, query: { ...query }, isEntryPage: true });
  }

  /** Goes back by `delta` pages, to the lowest one at most. */
  back(delta: number): string | null {
    const left = Math.max(1, this.#pages.length - Math.max(1, delta));
    if (left >= this.#pages.length) return 'cannot navigate back at first page';
    this.#close(this.#pages.slice(left).reverse());
    this.#showTop();
    return null;
  }

  /** Draws the bars for the page on top; needed whenever its settings have changed. */
  drawBars(): void {
    const page = this.top();
    if (!page) return;
    const { screen, styles, options } = this.#host;
    const settings = page.settings();
    const tab = this.tabPaths().indexOf(page.path);
    this.#configureTabs();
    const single = isSinglePage(this.#host);
    const drawn = !single && !options.program.app.tabBar?.custom;
    screen.tabs.select(drawn ? tab : -1);
    const alone = this.#pages.length === 1;
    const isHome = tab >= 0 || page.path === this.homePath();
    screen.showBar({
      title: String(settings.navigationBarTitleText),
      background: String(settings.navigationBarBackgroundColor),
      textStyle: String(settings.navigationBarTextStyle),
      button: single || (alone && isHome) ? 'none' : alone ? 'home' : 'back',
      custom: !single && settings.navigationStyle === 'custom',
      floating: single && floatsOverPage(settings, this.#host.options.program.app),
      loading: settings.navigationBarLoading === true,
    });
    page.frame.style.background = String(settings.backgroundColor);
    screen.root.style.setProperty('--page-background', String(settings.backgroundColor));
    styles.showPage(page.path);
    screen.measure();
  }

  homePath(): string {
    const { app } = this.#host.options.program;
    return app.entryPagePath ?? app.pages[0] ?? '';
  }

  #configureTabs(): void {
    const { screen, options, theme } = this.#host;
    const tabBar = options.program.app.tabBar;
    const themed = <T extends object>(config: T) =>
      withTheme(config, options.program, theme.current);
    screen.tabs.configure(
      tabBar ? { ...themed(tabBar), list: tabBar.list.map(themed) } : null,
      options.assetBase,
    );
  }

  /** Why WeChat does not go there, in its words. */
  #refusal(way: Way, path: string, hasQuery: boolean): string | null {
    const isTab = this.tabPaths().includes(path);
    if (!this.#isPage(path)) return `page "${path}" is not found`;
    if (way === 'switchTab' && !isTab) return 'can not switch to no-tabBar page';
    if (way === 'switchTab' && hasQuery) return 'url not support queryString';
    if ((way === 'navigateTo' || way === 'redirectTo') && isTab) {
      return `can not ${way} a tabbar page`;
    }
    return null;
  }

  #isPage(path: string): boolean {
    const { program } = this.#host.options;
    return pagePathsOf(program.app).includes(path) && program.configs[path] !== undefined;
  }

  #push(path: string, query: Record<string, string>, channel: EventChannel | null): void {
    this.top()?.hide();
    this.#load(path, query, channel);
  }

  #replaceTop(path: string, query: Record<string, string>): void {
    this.#close(this.#pages.slice(-1));
    this.#load(path, query);
  }

  #restart(path: string, query: Record<string, string>): void {
    this.#close(this.#all());
    this.#load(path, query);
  }

  #switchTab(path: string): void {
    if (this.top()?.path === path) return;
    const kept = (page: Page) => this.#tabs.get(page.path) === page;
    const old = this.#pages.toReversed();
    for (const page of old) if (kept(page)) page.hide();
    this.#close(old.filter((page) => !kept(page)));
    const known = this.#tabs.get(path);
    this.#pages = known ? [known] : [];
    if (known) this.#showTop();
    else this.#load(path, {});
  }

  /** Every page that lives, those on top first; tab pages live on below. */
  #all(): Page[] {
    return [...new Set([...this.#pages.toReversed(), ...this.#tabs.values()])];
  }

  /** Unloads pages, each of which leaves the stack after that. */
  #close(pages: Page[]): void {
    for (const page of pages) {
      page.unload();
      if (this.#tabs.get(page.path) === page) this.#tabs.delete(page.path);
      this.#pages = this.#pages.filter((one) => one !== page);
    }
  }

  /** Creates a page on top, in WeChat's order: created, on the stack, attached, loaded, shown. */
  #load(path: string, query: Record<string, string>, channel: EventChannel | null = null): void {
    const source = { host: this.#host, registry: this.#registry, backend: this.#backend };
    // What a template does (a wxs function that throws) comes out here, and is the program's.
    this.#host.guard(`page ${path}`, () => {
      const page = new Page({ ...source, path, query, channel });
      this.#pages.push(page);
      if (this.tabPaths().includes(path)) this.#tabs.set(path, page);
      page.attach();
      this.drawBars();
      page.load();
    });
    this.#showTop();
  }

  #showTop(): void {
    this.#missing?.remove();
    this.#missing = null;
    this.drawBars();
    const page = this.top();
    page?.show();
    setTimeout(() => page?.routeDone(), 0);
  }
}
