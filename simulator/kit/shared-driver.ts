import type { Control } from '../host/control.ts';
import type { Direction } from '../host/hand/hand.ts';
import type { Target } from '../host/hand/target.ts';
import type { LaunchOptions, Network, Theme, WayIn } from '../host/launch-options.ts';
import type { UserAnswers } from '../host/phone/setting.ts';
import type { EffectEntry } from '../record/ledger.ts';
import { summarise } from '../record/set-data.ts';
import type { Driver, LaunchSettings, Limit } from './driver.ts';

const LIMIT = 10_000;
/** A wait looks again at every change on the screen, and at the latest after this. */
const LOOK_AGAIN = 250;

type Method = {
  [Key in keyof Control]: Control[Key] extends (...args: never[]) => unknown ? Key : never;
}[keyof Control];
export type ControlMethod = Exclude<Method, 'onRecord'>;

/** What both drivers share: they differ in how they reach the phone, tap it and close it. */
export abstract class SharedDriver implements Driver {
  /** Calls one function of the phone's control and gives back plain data. */
  protected abstract call<Name extends ControlMethod>(
    name: Name,
    ...args: Parameters<Control[Name]>
  ): Promise<Awaited<ReturnType<Control[Name]>>>;

  protected abstract tapNow(target: Target): Promise<boolean>;
  protected abstract longPressNow(target: Target): Promise<boolean>;
  protected abstract swipeNow(target: Target, direction: Direction): Promise<boolean>;
  /** Types into the field that has the keyboard. */
  protected abstract typeNow(text: string): Promise<boolean>;
  abstract screenshot(file: string): Promise<void>;
  abstract close(): Promise<void>;

  text() {
    return this.call('text');
  }

  async waitForText(text: string, { within = LIMIT }: Limit = {}) {
    if (await this.call('waitForText', text, within)) return;
    throw await this.#failure(`"${text}" did not become visible within ${within} ms`);
  }

  async waitForNoText(text: string, limit?: Limit) {
    const gone = async () => !(await this.text()).includes(text);
    await this.waitFor(`"${text}" to go away`, gone, limit);
  }

  async waitFor(
    what: string,
    holds: () => boolean | Promise<boolean>,
    { within = LIMIT }: Limit = {},
  ) {
    const end = performance.now() + within;
    while (!(await holds())) {
      const rest = end - performance.now();
      if (rest <= 0) throw await this.#failure(`waited ${within} ms in vain for ${what}`);
      await this.call('nextChange', Math.min(rest, LOOK_AGAIN));
    }
  }

  async tapText(text: string) {
    await this.tap({ text });
  }

  tap(target: Target | string) {
    return this.#handle('tap', target, (named) => this.tapNow(named));
  }

  longPress(target: Target | string) {
    return this.#handle('hold', target, (named) => this.longPressNow(named));
  }

  swipe(target: Target | string, direction: Direction) {
    return this.#handle('swipe', target, (named) => this.swipeNow(named, direction));
  }

  async type(target: Target | string, text: string) {
    await this.tap(target);
    if ((await this.call('cursorToEnd')) && (await this.typeNow(text))) return;
    throw await this.#failure(`no input has the keyboard after a tap on ${JSON.stringify(target)}`);
  }

  async choose(target: Target | string, words: string | string[]) {
    await this.tap(target);
    for (const [column, word] of [words].flat().entries()) {
      const turned = () => this.call('turnPicker', column, word);
      await this.waitFor(`${word} in column ${column} of the picker`, turned);
    }
    await this.tap('.phone-picker .is-confirm');
  }

  async fill(target: Target | string, value: string) {
    const named = toTarget(target);
    await this.call('waitForTarget', named, LIMIT);
    if (await this.call('fill', named, value)) return;
    throw await this.#failure(`no input at ${JSON.stringify(named)}`);
  }

  attributes(target: Target | string) {
    return this.call('attributes', toTarget(target));
  }

  count(selector: string) {
    return this.call('count', selector);
  }

  async back() {
    const refused = await this.call('back');
    if (refused) throw await this.#failure(refused);
  }

  scrollToBottom() {
    return this.call('scrollToBottom');
  }

  scrollTo(top: number) {
    return this.call('scrollTo', top);
  }

  scrollTop() {
    return this.call('scrollTop');
  }

  async pullDown() {
    if (await this.call('pullDown')) return;
    throw await this.#failure('this page does not allow to be pulled down');
  }

  async switchTab(text: string) {
    if (await this.call('switchTab', text)) return;
    throw await this.#failure(`no tab "${text}"`);
  }

  share() {
    return this.call('share');
  }

  shareTimeline() {
    return this.call('shareTimeline');
  }

  addToFavorites() {
    return this.call('addToFavorites');
  }

  copyUrl() {
    return this.call('copyUrl');
  }

  setNetwork(network: Network) {
    return this.call('setNetwork', network);
  }

  setTheme(theme: Theme) {
    return this.call('setTheme', theme);
  }

  setUser(answers: Partial<UserAnswers>) {
    return this.call('setUser', answers);
  }

  redeemLoginCode(code: string) {
    return this.call('redeemLoginCode', code);
  }

  setTextSize(size: number) {
    return this.call('setTextSize', size);
  }

  setNow(now: Date | number | string) {
    return this.call('setNow', new Date(now).getTime());
  }

  setForeground(foreground: boolean) {
    return this.call('setForeground', foreground);
  }

  enter(way: WayIn) {
    return this.call('enter', way);
  }

  async ledger() {
    return (await this.call('records')).setData;
  }

  async setDataSummary() {
    return summarise((await this.call('records')).setData);
  }

  async calls(name?: string) {
    const { calls } = await this.call('records');
    return name === undefined ? calls : calls.filter((entry) => entry.name === name);
  }

  async errors() {
    return (await this.call('records')).errors;
  }

  async effects(kind?: EffectEntry['kind']) {
    const { effects } = await this.call('records');
    return kind === undefined ? effects : effects.filter((entry) => entry.kind === kind);
  }

  async currentPage() {
    const page = await this.call('currentPage');
    if (!page) throw await this.#failure('no page is open');
    return page;
  }

  pageStack() {
    return this.call('pageStack');
  }

  async #handle(
    what: string,
    target: Target | string,
    run: (named: Target) => Promise<boolean>,
  ): Promise<void> {
    const named = toTarget(target);
    const there = await this.call('waitForTarget', named, LIMIT);
    if (there && (await run(named))) return;
    throw await this.#failure(`nothing to ${what} at ${JSON.stringify(named)}`);
  }

  async #failure(message: string): Promise<Error> {
    const errors = (await this.errors()).filter(({ level }) => level === 'error');
    const noted = errors.map((entry) => `${entry.source}: ${entry.message}`).join('\n');
    const visible = await this.text();
    return new Error(`${message}\nVisible text:\n${visible}${noted ? `\nErrors:\n${noted}` : ''}`);
  }
}

/** A test's launch settings as the phone takes them. */
export function toPhoneOptions(settings: LaunchSettings): PhoneOptions {
  const options: PhoneOptions = {};
  for (const name of PASSED_ON) {
    if (settings[name] !== undefined) Object.assign(options, { [name]: settings[name] });
  }
  if (settings.now !== undefined) options.now = new Date(settings.now).getTime();
  return options;
}

const PASSED_ON = [
  ...(['path', 'query', 'scene', 'network', 'theme'] as const),
  ...(['user', 'account', 'openid', 'textSize', 'sdkVersion', 'update'] as const),
];
type PhoneOptions = Partial<Pick<LaunchOptions, (typeof PASSED_ON)[number] | 'now'>>;

function toTarget(target: Target | string): Target {
  return typeof target === 'string' ? { selector: target } : target;
}
