import type { GeneralComponent } from 'glass-easel';
import type { Ledger } from '../record/ledger.ts';
import type { FileStore } from '../wx/file-store.ts';
import type { RequestQueue } from '../wx/request-queue.ts';
import type { Gesture } from './hand/gesture.ts';
import type { LaunchOptions, Network, Theme, WayIn } from './launch-options.ts';
import type { Listeners } from './listeners.ts';
import type { LoginCodes } from './phone/login-codes.ts';
import type { Account, UserAnswers } from './phone/setting.ts';
import type { Storage } from './phone/storage.ts';
import type { EventChannel } from './program/event-channel.ts';
import type { ProgramClock } from './program/program-clock.ts';
import type { ProgramStyles } from './program/program-styles.ts';
import type { Screen } from './screen/screen.ts';
import type { CopyUrl } from './sharing/copy-url.ts';

/** The ways to another page, by the names of their wx functions. */
export type Way = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch';

/** How the program was opened or shown again, as `onLaunch` and `onShow` receive it. */
export type EnterOptions = {
  path: string;
  query: Record<string, string>;
  scene: number;
  referrerInfo: Record<string, unknown>;
  mode: 'default' | 'singlePage';
  apiCategory: 'default' | 'browseOnly';
};

/** Inner size of the window that pages have, in px. */
export type WindowSize = { windowWidth: number; windowHeight: number };

/** One page that is open. */
export type OpenPage = {
  readonly path: string;
  readonly query: Record<string, string>;
  readonly frame: HTMLElement;
  readonly scroller: HTMLElement;
  /** The program's page object: `this` in its functions. */
  readonly caller: Record<string, unknown>;
  /** What wx functions changed about this page's window settings. */
  readonly overrides: Record<string, unknown>;
  /** Ways of sharing that the page has taken out of the menu. */
  readonly hiddenMenus: Set<string>;
  /** Window settings of this page at present, theme names replaced. */
  settings(): Record<string, unknown>;
  /** Calls a function of the page, if it has it, and gives back what it returns. */
  emit(event: string, argument?: unknown): unknown;
  handles(event: string): boolean;
  show(): void;
  hide(): void;
  /** Tells the page and its components that the window has another size. */
  resize(size: WindowSize): void;
  /** Tells the page that its end is reached. */
  reachBottom(): void;
  component(): GeneralComponent;
  /** The first element that a selector finds in the page's own template. */
  find(selector: string): HTMLElement | null;
  /** Distance of an element from the top of the content, in px. */
  topOf(target: HTMLElement): number;
  /** Scrolls within `duration` milliseconds, at once by default. */
  scrollTo(top: number, duration?: number): void;
  /** Pulls the page down. False when its settings do not allow it. */
  pullDown(): boolean;
  startRefresh(): void;
  stopRefresh(): void;
};

/** The pages above each other, and the tab pages that live on below them. */
export type OpenPages = {
  pages(): readonly OpenPage[];
  top(): OpenPage | undefined;
  homePath(): string;
  /**
   * Goes to a page. Gives the reason as text when WeChat would refuse, null when it went.
   * @param channel the new page's end of the wire to the page that opens it
   */
  go(way: Way, url: string, channel?: EventChannel): string | null;
  /** Opens the page that a launch or a hot start asks for, alone; it may not be there. */
  enter(path: string, query: Record<string, string>): void;
  /** Goes back by `delta` pages, to the lowest one at most. */
  back(delta: number): string | null;
  /** Draws the bars for the page on top; needed whenever its settings have changed. */
  drawBars(): void;
};

/** The program's `App`: how it was entered, its instance and the events of its life. */
export type RunningApp = {
  /** The cold start. */
  readonly launched: EnterOptions;
  /** The last start, cold or hot. */
  enter: EnterOptions;
  /** Whether the App or a listener of `wx` wants to hear of an event. */
  hears(event: string): boolean;
  instance(): Record<string, unknown> | null;
  /** Adds a listener of wx.onAppShow and its like. */
  on(event: string, listener: ((value: never) => void) | undefined): void;
  /** Removes one listener, or all of an event when none is given. */
  off(event: string, listener: ((value: never) => void) | undefined): void;
  /** Calls the App's own function, if it has it, and every listener of the event. */
  emit(event: string, argument: unknown): void;
};

/** What happens to a page, for those parts of the phone that look after it. */
export type PageEvent = { kind: 'opened' | 'shown'; page: OpenPage };

/** The running phone, as the wx functions and the parts see it. */
export type Host = {
  readonly options: LaunchOptions;
  readonly ledger: Ledger;
  readonly screen: Screen;
  readonly stack: OpenPages;
  readonly app: RunningApp;
  readonly styles: ProgramStyles;
  readonly storage: Storage;
  readonly files: FileStore;
  /** Codes of wx.login that are about. */
  readonly logins: LoginCodes;
  /** Where wx.request and wx.downloadFile wait for their turn. */
  readonly requests: RequestQueue;
  readonly network: { current: Network; readonly changed: Listeners<Network> };
  readonly theme: { current: Theme; readonly changed: Listeners<Theme> };
  /** WeChat's text size in px. */
  readonly textSize: { current: number; readonly changed: Listeners<number> };
  /** `opened` after onLoad, `shown` before every onShow. */
  readonly pageLife: Listeners<PageEvent>;
  /** Who hears of 复制链接. */
  readonly copyUrl: CopyUrl;
  readonly clock: ProgramClock;
  readonly gesture: Gesture;
  /** What the person answers from now on; may be changed while the program runs. */
  readonly user: UserAnswers;
  readonly account: Account;
  /** Sets the phone's network and tells the program. */
  setNetwork(network: Network): void;
  /** Sets the phone's appearance and tells the program. */
  setTheme(theme: Theme): void;
  /** Sends the program to the background, or brings it back, and tells it. */
  setForeground(foreground: boolean): void;
  /** Opens the program again while it runs. Throws when such a way in cannot be. */
  enter(way: WayIn): void;
  /** Where an address that the program names really is. */
  resolveUrl(url: string): string;
  /**
   * Where a picture is: a file of the build, or an address.
   * @param from the page or component whose template names it; the root by default
   */
  resolveImage(src: string, from?: string): string;
  /** Shows the settings page and gives the grants by scope when it is left. */
  openSetting: () => Promise<Record<string, boolean>>;
  /** Runs a function of the program; what it throws is noted, and `undefined` given back. */
  guard<T>(what: string, run: () => T): T | undefined;
};
