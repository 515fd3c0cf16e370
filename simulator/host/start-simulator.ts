import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  type GeneralBackendContext,
} from 'glass-easel';
import { pagePathsOf } from '../page-paths.ts';
import { setPartHost } from '../parts/part-host.ts';
import { Ledger } from '../record/ledger.ts';
import { createWx } from '../wx/create-wx.ts';
import { FileStore } from '../wx/file-store.ts';
import { isPackagePath } from '../wx/local-path.ts';
import { openSettings } from '../wx/permissions.ts';
import { RequestQueue } from '../wx/request-queue.ts';
import { windowSize } from '../wx/system.ts';
import { AppRuntime } from './app-runtime.ts';
import { Control } from './control.ts';
import { Foreground } from './foreground.ts';
import { Gesture } from './hand/gesture.ts';
import { noteInteractions } from './hand/interactions.ts';
import type { Host, PageEvent } from './host.ts';
import type { LaunchOptions, Network, Theme } from './launch-options.ts';
import { Listeners } from './listeners.ts';
import { PageStack } from './pages/page-stack.ts';
import { LoginCodes } from './phone/login-codes.ts';
import { DEFAULT_ACCOUNT, DEFAULT_ANSWERS } from './phone/setting.ts';
import { Storage } from './phone/storage.ts';
import { HostBackend } from './program/backend.ts';
import { ComponentRegistry } from './program/component-registry.ts';
import { ModuleLoader } from './program/module-loader.ts';
import { createProgramDate, ProgramClock } from './program/program-clock.ts';
import { createProgramConsole } from './program/program-console.ts';
import { ProgramStyles } from './program/program-styles.ts';
import { resolvePath } from './resolve-path.ts';
import { Screen } from './screen/screen.ts';
import { CopyUrl } from './sharing/copy-url.ts';
import { checkShareOffers } from './sharing/share.ts';
import { leaveSinglePage, openShareMenu } from './sharing/share-menu.ts';
import { createSinglePageBar, isSinglePage } from './sharing/single-page.ts';

/**
 * Starts a program in this window: draws the phone into `root`, runs app.js and opens the first
 * page. One program a window. What goes wrong is in the ledger; it throws only for a bug of its own.
 */
export function startSimulator(root: HTMLElement, options: LaunchOptions): Control {
  const ledger = new Ledger();
  for (const { file, line, level, message } of options.program.problems) {
    ledger.addError(level, 'compiler', `${file}${line ? `:${line}` : ''}: ${message}`);
  }
  const clock = new ProgramClock(options.now);
  const shared = {
    Date: createProgramDate(clock, (text) => ledger.breakRule('language.date', text)),
    console: createProgramConsole(ledger),
  };
  const registry = new ComponentRegistry(options.program, ledger, shared);
  const path = firstPath(options);
  const app = new AppRuntime(path, options.query ?? '', options.scene ?? 1001);
  noteErrors(ledger, app);
  const host = createHost(root, options, { ledger, registry, app, clock });
  setPartHost(host);
  const wx = createWx(host);
  const provided = {
    wx,
    ...app.constructors(),
    getApp: (options?: { allowDefault?: boolean }) => app.get(options?.allowDefault === true),
    getCurrentPages: () => host.stack.pages().map((page) => page.caller),
    ...shared,
    ...registry.constructors(),
  };
  registry.loader = new ModuleLoader(options.program.scripts, provided, ledger);
  host.guard('app.js', () => registry.loader?.run('app.js'));
  app.launch(host);
  host.stack.enter(path, app.launched.query);
  return new Control(host);
}

/** What the phone is put together from. */
type HostSource = {
  ledger: Ledger;
  registry: ComponentRegistry;
  app: AppRuntime;
  clock: ProgramClock;
};

function createHost(
  root: HTMLElement,
  options: LaunchOptions,
  { ledger, registry, app, clock }: HostSource,
): Host {
  const { program, platform } = options;
  const note = (error: unknown) => ledger.addError('error', 'program', error);
  const foreground = new Foreground(() => host);
  const theme: Theme = program.app.darkmode ? (options.theme ?? 'light') : 'light';
  const backend = registry.env.associateBackend(
    new HostBackend((tagName) => registry.noteElement(tagName)) as GeneralBackendContext,
  );
  const host: { -readonly [Key in keyof Host]: Host[Key] } = {
    options,
    ledger,
    screen: new Screen(root, options.bars),
    app,
    styles: new ProgramStyles(program, pagePathsOf(program.app), theme, platform.hasLayout),
    storage: new Storage(app.enter.mode === 'singlePage' ? platform.keptAlone : platform.kept),
    network: { current: options.network ?? 'wifi', changed: new Listeners<Network>(note) },
    theme: { current: theme, changed: new Listeners<Theme>(note) },
    textSize: { current: options.textSize ?? 17, changed: new Listeners<number>(note) },
    pageLife: new Listeners<PageEvent>(note),
    copyUrl: new CopyUrl(ledger),
    clock,
    files: new FileStore(clock, ledger),
    logins: new LoginCodes(clock, ledger),
    requests: new RequestQueue(ledger),
    gesture: new Gesture(),
    user: structuredCopy({ ...DEFAULT_ANSWERS, ...options.user }),
    account: { ...DEFAULT_ACCOUNT, ...options.account },
    stack: undefined as unknown as PageStack,
    setNetwork: (network) => setNetwork(host, network),
    setTheme: (chosen) => setTheme(host, chosen),
    setForeground: (inFront) => foreground.set(inFront),
    enter: (way) => foreground.enter(way),
    openSetting: () => openSettings(host),
    resolveUrl: (url) => resolveUrl(url, options.hosts),
    resolveImage: (src, from = '') =>
      host.files.toImageUrl(src) ??
      (isPackagePath(src)
        ? options.assetBase + resolvePath(src, from)
        : resolveUrl(src, options.hosts)),
    guard: (what, run) => guard(ledger, host, what, run),
  };
  host.stack = new PageStack(host, registry, backend);
  host.screen.status.follow(host.clock);
  host.pageLife.on(({ kind, page }) => {
    if (kind === 'opened') checkShareOffers(host, page);
    else host.copyUrl.pageShown(page);
  });
  root.dataset.theme = theme;
  noteInteractions(root, ledger);
  watchSize(host);
  host.screen.navigation.onBack = () => {
    ledger.beginInteraction('back');
    host.stack.back(1);
  };
  host.screen.navigation.onHome = () => void host.stack.go('reLaunch', `/${host.stack.homePath()}`);
  host.screen.navigation.onMenu = () => openShareMenu(host);
  host.screen.navigation.onClose = () => host.setForeground(false);
  host.screen.tabs.onTap = (index) => tapTab(host, index);
  if (isSinglePage(host)) {
    host.screen.addBottomBar(createSinglePageBar(() => leaveSinglePage(host)));
  }
  return host;
}

/** A copy of plain data: answers change while the program runs, defaults do not. */
function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function firstPath({ path, program: { app } }: LaunchOptions): string {
  return ((path || app.entryPagePath || app.pages[0]) ?? '').replace(/^\//, '');
}

function tapTab(host: Host, index: number): void {
  const item = host.options.program.app.tabBar?.list[index];
  if (!item) return;
  const text = host.screen.tabs.textOf(index);
  host.ledger.beginInteraction(`tab ${text}`);
  host.stack.go('switchTab', `/${item.pagePath}`);
  const { pagePath } = item;
  host.stack.top()?.emit('onTabItemTap', { index: String(index), pagePath, text });
}

/** Tells the program of each other size of its window. */
function watchSize(host: Host): void {
  let known = windowSize(host);
  addEventListener('resize', () => {
    const size = windowSize(host);
    const same = size.windowWidth === known.windowWidth && size.windowHeight === known.windowHeight;
    known = size;
    if (same) return;
    host.stack.top()?.resize(size);
    host.app.emit('onWindowResize', { size });
  });
}

function setNetwork(host: Host, network: Network): void {
  if (host.network.current === network) return;
  host.network.current = network;
  host.ledger.beginChange(`network ${network}`);
  host.network.changed.emit(network);
}

/** A program that does not declare `darkmode` is always shown light. */
function setTheme(host: Host, theme: Theme): void {
  if (!host.options.program.app.darkmode || host.theme.current === theme) return;
  host.theme.current = theme;
  host.ledger.beginChange(`theme ${theme}`);
  host.screen.root.dataset.theme = theme;
  host.styles.setTheme(theme);
  host.stack.drawBars();
  host.theme.changed.emit(theme);
  host.app.emit('onThemeChange', { theme });
}

function resolveUrl(url: string, hosts: Record<string, string>): string {
  for (const [origin, target] of Object.entries(hosts)) {
    if (url === origin || url.startsWith(`${origin}/`) || url.startsWith(`${origin}?`)) {
      return target.replace(/\/$/, '') + url.slice(origin.length);
    }
  }
  return url;
}

function guard<T>(ledger: Ledger, host: Host, what: string, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    ledger.addError('error', 'program', error);
    if (what !== 'App.onError') host.app.emit('onError', errorText(error));
    return undefined;
  }
}

function errorText(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
}

/** What goes wrong outside of `guard`: noted, and told to the program as WeChat tells it. */
function noteErrors(ledger: Ledger, app: AppRuntime): void {
  addGlobalErrorListener((error) => {
    ledger.addError('error', 'framework', error);
    app.emit('onError', errorText(error));
    return false;
  });
  addGlobalWarningListener((message) => {
    ledger.addError('warning', 'framework', message);
    return false;
  });
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) {
      ledger.addError('error', 'program', event.error ?? event.message);
      app.emit('onError', errorText(event.error ?? event.message));
    }
  });
  addEventListener('unhandledrejection', (event) => {
    ledger.addError('error', 'program', event.reason);
    app.emit('onUnhandledRejection', { reason: event.reason });
  });
}
