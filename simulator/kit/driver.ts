import type { Direction } from '../host/hand/hand.ts';
import type { Target } from '../host/hand/target.ts';
import type { LaunchOptions, Network, Theme, WayIn } from '../host/launch-options.ts';
import type { Redemption } from '../host/phone/login-codes.ts';
import type { Account, UserAnswers } from '../host/phone/setting.ts';
import type { CopiedLink, ShareCard, ShareEntry } from '../host/sharing/share-card.ts';
import type { CallEntry, EffectEntry, ErrorEntry, SetDataEntry } from '../record/ledger.ts';
import type { SetDataSummary } from '../record/set-data.ts';

export type {
  Account,
  CopiedLink,
  Direction,
  Network,
  ShareCard,
  ShareEntry,
  Target,
  Theme,
  UserAnswers,
};

/** How a program is started for a test. */
export type LaunchSettings = {
  /** The build, for Taro `dist/weapp`. */
  distDir: string;
  /** Origin that the program calls → origin where a real server answers. */
  hosts: Record<string, string>;
  /** First page, without leading slash; the program's own first page by default. */
  path?: string;
  /** Its query, percent-encoded, without `?`. */
  query?: string;
  /** WeChat's number of the way in; 1001 by default. */
  scene?: number;
  network?: Network;
  theme?: Theme;
  /** The moment at which the program's clock starts; it runs on from there. */
  now?: Date | number | string;
  /** Stored keys at the launch. */
  storage?: Record<string, unknown>;
  /** What the person with the phone answers. */
  user?: Partial<UserAnswers>;
  /** How the account is set up at WeChat: privacy guide, templates, domains. */
  account?: Partial<Account>;
  /** The person's openid, as the container and WeChat's server are told it; one and the same by default. */
  openid?: string;
  /** WeChat's text size in px; 17 is the standard. */
  textSize?: number;
  /** Version of the base library; functions that came later are not there. */
  sdkVersion?: string;
  /** What WeChat finds when it looks for a new version of the program; `none` by default. */
  update?: LaunchOptions['update'];
  /** Screen in px; 375 × 812 by default. Chromium only. */
  screen?: { width: number; height: number; scale?: number };
};

/** Milliseconds that a wait lasts at most. */
export type Limit = { within?: number };

/**
 * One running program in the hands of a test: in jsdom, where behaviour shows, or in Chromium,
 * where layout shows too. Every wait ends, at the latest after ten seconds, and then fails with
 * the text that is visible.
 */
export type Driver = {
  /** Visible words of the page on top, the bars and what lies over them; one line a block. */
  text(): Promise<string>;
  waitForText(text: string, limit?: Limit): Promise<void>;
  /** Waits until `text` is no longer visible. */
  waitForNoText(text: string, limit?: Limit): Promise<void>;
  /** Waits until `holds` is true; `what` is named when it never is. */
  waitFor(what: string, holds: () => boolean | Promise<boolean>, limit?: Limit): Promise<void>;
  /** Waits for the text and taps the smallest element that holds it. */
  tapText(text: string): Promise<void>;
  /** Waits for an element and taps it. A bare string is a selector (`wx-view.card`, `#id`). */
  tap(target: Target | string): Promise<void>;
  /** Holds an element as long as a long press takes. */
  longPress(target: Target | string): Promise<void>;
  /** Swipes over an element: turns a swiper, or pulls a scroll-view down. */
  swipe(target: Target | string, direction: Direction): Promise<void>;
  /**
   * Taps an input or its label and types one character after the other behind what stands there;
   * `\n` is the Enter key.
   */
  type(target: Target | string, text: string): Promise<void>;
  /** Opens a picker, turns its wheels to these words, one a column, and taps 确定. */
  choose(target: Target | string, words: string | string[]): Promise<void>;
  /** Replaces the whole text of an input at once. */
  fill(target: Target | string, value: string): Promise<void>;
  /** Attributes of an element; null when there is none. */
  attributes(target: Target | string): Promise<Record<string, string> | null>;
  /** Visible elements on the page on top. */
  count(selector: string): Promise<number>;
  /** Goes back one page; fails at the first one. */
  back(): Promise<void>;
  /** Goes to the end of the page; in jsdom the end is told at once. */
  scrollToBottom(): Promise<void>;
  scrollTo(top: number): Promise<void>;
  scrollTop(): Promise<number>;
  /** Pulls the page down; fails where its settings do not allow it. */
  pullDown(): Promise<void>;
  /** Taps a tab by its text. */
  switchTab(text: string): Promise<void>;
  /**
   * The card that a chat would get, shown on the phone too; null where the page cannot be
   * forwarded. A tap on 打开卡片 there opens it cold: all records begin anew then.
   */
  share(): Promise<ShareCard | null>;
  /** What the timeline would get, shown as well; null where that is not offered. */
  shareTimeline(): Promise<ShareEntry | null>;
  /** How the favourites would keep the page, shown as well. */
  addToFavorites(): Promise<ShareEntry | null>;
  /** Where the link of 复制链接 would lead. */
  copyUrl(): Promise<CopiedLink | null>;
  setNetwork(network: Network): Promise<void>;
  setTheme(theme: Theme): Promise<void>;
  /** What the person answers from now on. */
  setUser(answers: Partial<UserAnswers>): Promise<void>;
  /** What WeChat's server says to a code of wx.login; a test's double of that server asks it. A code is good once. */
  redeemLoginCode(code: string): Promise<Redemption>;
  setTextSize(size: number): Promise<void>;
  /** Puts the program's clock; timers go on as they would have. */
  setNow(now: Date | number | string): Promise<void>;
  /** Sends the program to the background, or brings it back. */
  setForeground(foreground: boolean): Promise<void>;
  /**
   * Opens the program again while it runs (热启动), as a tapped card does; without a path as the
   * list of mini-programs does. Fails where such a code cannot be made.
   */
  enter(way: WayIn): Promise<void>;
  /** Every setData so far. */
  ledger(): Promise<SetDataEntry[]>;
  /** All of them, added up by page and by what the person did. */
  setDataSummary(): Promise<SetDataSummary>;
  /** Every call of a wx function so far. */
  calls(name?: string): Promise<CallEntry[]>;
  /** Every error and warning so far; `rule` names the rule that was broken. */
  errors(): Promise<ErrorEntry[]>;
  /** What has reached the world outside so far: copied, called, saved, opened. */
  effects(kind?: EffectEntry['kind']): Promise<EffectEntry[]>;
  currentPage(): Promise<{ path: string; query: Record<string, string> }>;
  /** Paths of the pages above each other, the one on top last. */
  pageStack(): Promise<string[]>;
  /** Writes the screen as PNG. Chromium only; elsewhere it fails. */
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
};
