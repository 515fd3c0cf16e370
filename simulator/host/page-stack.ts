import type { AssociatedBackend } from 'glass-easel-miniprogram-adapter';
import type { ComponentRegistry } from './component-registry.ts';
import type { Host, OpenPages, Way } from './host.ts';
import { Page } from './page.ts';
import { withTheme } from './page-settings.ts';
import { parsePageUrl } from './query.ts';
import { floatsOverPage, isSinglePage } from './single-page.ts';

/** WeChat keeps at most ten pages above each other. */
const MAX_PAGES = 10;

/** The pages above each other, and the tab pages that live on below them. */
export class PageStack implements OpenPages {
  readonly #host: Host;
  readonly #registry: ComponentRegistry;
  readonly #backend: AssociatedBackend;
  readonly #tabs = new Map<string, Page>();
  #pages: Page[] = [];

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

  /** Goes to a page. Gives the reason as text when WeChat would refuse, null when it went. */
  go(way: Way, url: string): string | null {
    const { path, query } = parsePageUrl(url, this.top()?.path ?? '');
    const isTab = this.tabPaths().includes(path);
    if (way === 'switchTab' && !isTab) return 'can not switch to no-tabBar page';
    if ((way === 'navigateTo' || way === 'redirectTo') && isTab) {
      return `can not ${way} a tabbar page`;
    }
    if (way === 'navigateTo' && this.#pages.length >= MAX_PAGES) {
      this.#host.ledger.breakRule('stack.depth', `${path} would be page ${MAX_PAGES + 1}`);
      return `webview count limit exceed (${MAX_PAGES})`;
    }
    if (!this.#registry.require(path)) return `page "${path}" is not found`;
    if (way === 'switchTab') this.#switchTab(path);
    else if (way === 'navigateTo') this.#push(path, query);
    else if (way === 'redirectTo') this.#replaceTop(path, query);
    else this.#restart(path, query);
    return null;
  }

  /** Goes back by `delta` pages, to the lowest one at most. */
  back(delta: number): string | null {
    const left = Math.max(1, this.#pages.length - Math.max(1, delta));
    if (left === this.#pages.length) return 'cannot navigate back at first page';
    const closed = this.#pages.splice(left).reverse();
    for (const page of closed) page.unload();
    this.#showTop();
    return null;
  }

  /** Draws the bars for the page on top; needed whenever its settings have changed. */
  drawBars(): void {
    const page = this.top();
    if (!page) return;
    const { screen, styles } = this.#host;
    const settings = page.settings();
    const tab = this.tabPaths().indexOf(page.path);
    this.#configureTabs();
    const single = isSinglePage(this.#host);
    screen.tabs.select(single ? -1 : tab);
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

  #push(path: string, query: Record<string, string>): void {
    this.top()?.hide();
    const page = this.#create(path, query);
    this.#pages.push(page);
    this.#enter(page);
  }

  #replaceTop(path: string, query: Record<string, string>): void {
    const old = this.#pages.pop();
    if (old) this.#drop(old);
    const page = this.#create(path, query);
    this.#pages.push(page);
    this.#enter(page);
  }

  #restart(path: string, query: Record<string, string>): void {
    const old = [...new Set([...this.#pages, ...this.#tabs.values()])].reverse();
    this.#pages = [];
    this.#tabs.clear();
    for (const page of old) page.unload();
    const page = this.#create(path, query);
    if (this.tabPaths().includes(path)) this.#tabs.set(path, page);
    this.#pages = [page];
    this.#enter(page);
  }

  #switchTab(path: string): void {
    if (this.top()?.path === path) return;
    const old = this.#pages;
    this.#pages = [];
    for (const page of old.reverse()) {
      if (this.#tabs.get(page.path) === page) page.hide();
      else page.unload();
    }
    const known = this.#tabs.get(path);
    const page = known ?? this.#create(path, {});
    this.#tabs.set(path, page);
    this.#pages = [page];
    if (known) this.#showTop();
    else this.#enter(page);
  }

  #create(path: string, query: Record<string, string>): Page {
    return new Page(this.#host, this.#registry, this.#backend, path, query);
  }

  #drop(page: Page): void {
    if (this.#tabs.get(page.path) === page) this.#tabs.delete(page.path);
    page.unload();
  }

  #enter(page: Page): void {
    this.drawBars();
    page.load();
    page.show();
  }

  #showTop(): void {
    this.drawBars();
    this.top()?.show();
  }
}
