import { element } from '../element.ts';
import { DEFAULT_BARS, type PhoneBars } from '../launch-options.ts';
import { NavigationBar, type NavigationState } from './navigation-bar.ts';
import { StatusBar } from './status-bar.ts';
import { TabBar } from './tab-bar.ts';

/** The phone's glass: bars above and below, pages between them, messages on top of all. */
export class Screen {
  readonly root: HTMLElement;
  readonly pages: HTMLElement;
  readonly overlays: HTMLElement;
  readonly navigation: NavigationBar;
  readonly tabs: TabBar;
  readonly status = new StatusBar();
  readonly bars: PhoneBars;
  readonly #body = element('div', 'phone-body');

  constructor(root: HTMLElement, bars = DEFAULT_BARS) {
    this.root = root;
    this.bars = bars;
    root.style.setProperty('--status-height', `${bars.status}px`);
    root.style.setProperty('--home-height', `${bars.home}px`);
    this.navigation = new NavigationBar();
    this.pages = element('div', 'phone-pages');
    this.tabs = new TabBar();
    this.overlays = element('div', 'phone-overlays');
    this.#body.append(this.navigation.root, this.pages, this.tabs.root);
    root.replaceChildren(this.status.root, this.#body, this.overlays, homeIndicator());
    const measure = () => this.measure();
    addEventListener('resize', measure);
    this.measure();
  }

  /** Puts a bar of WeChat's own below everything else. */
  addBottomBar(bar: HTMLElement): void {
    this.#body.append(bar);
    this.measure();
  }

  /** Draws the bar above the page; the status bar's signs take its colour. */
  showBar(state: NavigationState): void {
    this.navigation.show(state);
    this.root.classList.toggle('is-status-light', state.textStyle === 'white');
  }

  /** Keeps hand and keyboard from the bars and the pages while something blocks them. */
  hold(held: boolean): void {
    this.#body.toggleAttribute('inert', held);
  }

  /** Tells the style sheets the size of the page: a 750th of its width, a 100th of its height. */
  measure(): void {
    const width = this.root.clientWidth || 375;
    const height = this.pages.clientHeight || 724;
    this.root.style.setProperty('--rpx', `${width / 750}px`);
    this.root.style.setProperty('--vh', `${height / 100}px`);
  }
}

function homeIndicator(): HTMLElement {
  const strip = element('div', 'phone-home');
  strip.setAttribute('aria-hidden', 'true');
  return strip;
}
