import type { LedgerSnapshot } from '../record/ledger.ts';
import {
  cursorToEnd,
  type Direction,
  fillField,
  holdElement,
  swipeElement,
  tapElement,
  typeText,
} from './hand/hand.ts';
import { findTarget, locate, type Point, type Target } from './hand/target.ts';
import { isHidden, visibleText } from './hand/visible-text.ts';
import type { Host } from './host.ts';
import type { Network, Theme, WayIn } from './launch-options.ts';
import type { Redemption } from './phone/login-codes.ts';
import type { UserAnswers } from './phone/setting.ts';
import type { CopiedLink, ShareCard, ShareEntry } from './sharing/share-card.ts';
import { addToFavorites, copyLink, shareToChat, shareToTimeline } from './sharing/share-menu.ts';
import { isSinglePage } from './sharing/single-page.ts';

/** What a hand and an eye can do with the phone. Drivers and the page around it use this alone. */
export class Control {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Visible words of the whole screen: bars, page and what lies over it. */
  text(): string {
    return visibleText(this.#host.screen.root);
  }

  /** Resolves as soon as `text` is visible; false after `limit` milliseconds. */
  waitForText(text: string, limit: number): Promise<boolean> {
    return this.#waitUntil(() => this.text().includes(text), limit);
  }

  /** Resolves as soon as an element is there and visible; false after `limit` milliseconds. */
  waitForTarget(target: Target, limit: number): Promise<boolean> {
    return this.#waitUntil(() => this.#find(target) !== null, limit);
  }

  /** Resolves at the next change on the screen or in the ledger, at the latest after `limit` ms. */
  async nextChange(limit: number): Promise<void> {
    const noted = () => this.#host.ledger.total();
    const before = noted();
    let changed = false;
    await this.#waitUntil(() => {
      const holds = changed || noted() !== before;
      changed = true;
      return holds;
    }, limit);
  }

  /** Notes a rejected promise that nobody handled, and tells the program of it. */
  noteRejection(reason: unknown): void {
    this.#host.ledger.addError('error', 'program', reason);
    this.#host.app.emit('onUnhandledRejection', { reason });
  }

  /** Taps an element by events alone. False when there is none. */
  tap(target: Target): boolean {
    const found = this.#find(target);
    if (!found) return false;
    tapElement(found);
    return true;
  }

  /** A point inside an element that was brought onto the screen and holds still there; null when there is none, rejects when it never does. */
  locate(target: Target): Promise<Point | null> {
    return locate(target, () => this.#find(target));
  }

  /** Holds an element by events alone. False when there is none. */
  async longPress(target: Target): Promise<boolean> {
    const found = this.#find(target);
    if (found) await holdElement(found);
    return found !== null;
  }

  /** Swipes over an element by events alone. False when there is none. */
  swipe(target: Target, direction: Direction): boolean {
    const found = this.#find(target);
    if (found) swipeElement(found, direction);
    return found !== null;
  }

  /** Writes into an input of the program. False when there is none. */
  fill(target: Target, value: string): boolean {
    return fillField(this.#find(target), value);
  }

  /** Types into the field that has the keyboard, by events alone. False when none has it. */
  type(text: string): boolean {
    return typeText(text);
  }

  /** Puts the cursor at the end of the field that has the keyboard. False when none has it. */
  cursorToEnd(): boolean {
    return cursorToEnd();
  }

  /** Turns a wheel of the picker that is open to a word. False when it is not there. */
  turnPicker(column: number, word: string): boolean {
    const wheel = `.phone-picker-wheel[data-column="${column}"] [role="option"]`;
    const options = this.#host.screen.overlays.querySelectorAll<HTMLElement>(wheel);
    const found = [...options].find((option) => option.textContent === word);
    found?.click();
    return found !== undefined;
  }

  /** Attributes of an element, by name; null when there is none. */
  attributes(target: Target): Record<string, string> | null {
    const found = this.#find(target);
    return (
      found && Object.fromEntries([...found.attributes].map(({ name, value }) => [name, value]))
    );
  }

  /** How many visible elements a selector finds on the page on top. */
  count(selector: string): number {
    const frame = this.#host.stack.top()?.frame;
    return frame ? [...frame.querySelectorAll(selector)].filter((one) => !isHidden(one)).length : 0;
  }

  back(): string | null {
    this.#host.ledger.beginInteraction('back');
    return this.#host.stack.back(1);
  }

  /** Goes to the end of the page. Where no layout exists, the end is told at once. */
  scrollToBottom(): void {
    const page = this.#host.stack.top();
    if (!page) return;
    if (!this.#host.options.platform.hasLayout) page.reachBottom();
    else page.scrollTo(page.scroller.scrollHeight);
  }

  scrollTo(top: number): void {
    this.#host.stack.top()?.scrollTo(top);
  }

  scrollTop(): number {
    return this.#host.stack.top()?.scroller.scrollTop ?? 0;
  }

  /** Pulls the page down; false where its settings do not allow it. */
  pullDown(): boolean {
    this.#host.ledger.beginInteraction('pull down');
    return this.#host.stack.top()?.pullDown() ?? false;
  }

  isRefreshing(): boolean {
    return this.#host.stack.top()?.frame.classList.contains('is-refreshing') ?? false;
  }

  share(): Promise<ShareCard | null> {
    return shareToChat(this.#host, 'menu');
  }

  shareTimeline(): ShareEntry | null {
    return shareToTimeline(this.#host);
  }

  addToFavorites(): ShareEntry | null {
    return addToFavorites(this.#host);
  }

  copyUrl(): CopiedLink | null {
    return copyLink(this.#host);
  }

  setNetwork(network: Network): void {
    this.#host.setNetwork(network);
  }

  setTheme(theme: Theme): void {
    this.#host.setTheme(theme);
  }

  /** What the person answers from now on; what `answers` leaves out stays as it is. */
  setUser(answers: Partial<UserAnswers>): void {
    Object.assign(this.#host.user, answers);
  }

  /** What the person answers now: the program's settings may have changed it. */
  user(): UserAnswers {
    return JSON.parse(JSON.stringify(this.#host.user)) as UserAnswers;
  }

  /** What WeChat's server says to a code of wx.login; it is used up then. */
  redeemLoginCode(code: string): Redemption {
    return this.#host.logins.redeem(code);
  }

  /** WeChat's text size in px; 17 is the standard. */
  setTextSize(size: number): void {
    this.#host.textSize.current = size;
    this.#host.ledger.beginChange(`text size ${size}`);
    this.#host.textSize.changed.emit(size);
  }

  /** Puts the program's clock; timers go on as they would have. */
  setNow(now: number): void {
    this.#host.clock.set(now);
    this.#host.screen.status.follow(this.#host.clock);
  }

  /** The program goes to the background, or comes back. */
  setForeground(foreground: boolean): void {
    this.#host.setForeground(foreground);
  }

  /** Opens the program again while it runs, as a card that is tapped does. */
  enter(way: WayIn): void {
    this.#host.enter(way);
  }

  /** Whether the program is a page of the timeline: nothing else can be opened in it. */
  isSinglePage(): boolean {
    return isSinglePage(this.#host);
  }

  currentPage(): { path: string; query: Record<string, string> } | null {
    const page = this.#host.stack.top();
    return page ? { path: page.path, query: { ...page.query } } : null;
  }

  pageStack(): string[] {
    return this.#host.stack.pages().map(({ path }) => path);
  }

  /** A tap on a tab; false when no tab has this text. */
  switchTab(text: string): boolean {
    const tabs = this.#host.options.program.app.tabBar?.list ?? [];
    const index = tabs.findIndex((_, at) => this.#host.screen.tabs.textOf(at) === text);
    if (index < 0) return false;
    this.#host.screen.tabs.onTap(index);
    return true;
  }

  records(): LedgerSnapshot {
    return this.#host.ledger.snapshot();
  }

  /** Calls back after every new entry of the ledger; one listener. */
  onRecord(listener: () => void): void {
    this.#host.ledger.onChange = listener;
  }

  #find(target: Target): Element | null {
    const { overlays, root, pages } = this.#host.screen;
    const page = this.#host.stack.top()?.frame ?? pages;
    return findTarget([overlays, page, root], target);
  }

  #waitUntil(holds: () => boolean, limit: number): Promise<boolean> {
    return new Promise((resolve) => {
      const finish = (result: boolean) => {
        observer.disconnect();
        clearTimeout(timer);
        resolve(result);
      };
      const observer = new MutationObserver(() => {
        if (holds()) finish(true);
      });
      const timer = setTimeout(() => finish(holds()), limit);
      observer.observe(this.#host.screen.root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      if (holds()) finish(true);
    });
  }
}
