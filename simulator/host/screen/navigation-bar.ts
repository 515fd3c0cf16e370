import { element } from '../element.ts';
import { WORDS } from '../words.ts';

export type NavigationState = {
  title: string;
  background: string;
  textStyle: string;
  /** The button on the left: back to the page below, home when there is none, or nothing. */
  button: 'back' | 'home' | 'none';
  /** Drawn by the page itself: only the capsule stays. */
  custom: boolean;
  /** Lies over the page without giving way. */
  floating: boolean;
  loading: boolean;
};

/** The bar above a page: its title, the way back, and WeChat's capsule. */
export class NavigationBar {
  readonly root = element('header', 'phone-navigation');
  onBack: () => void = () => {};
  onHome: () => void = () => {};
  onMenu: () => void = () => {};
  onClose: () => void = () => {};
  readonly #button = element('button', 'phone-navigation-button');
  readonly #title = element('div', 'phone-navigation-title');
  #state: NavigationState | null = null;

  constructor() {
    const capsule = element('div', 'phone-capsule');
    const menu = element('button', 'phone-capsule-menu');
    menu.setAttribute('aria-label', WORDS.menu);
    const close = element('button', 'phone-capsule-close');
    close.setAttribute('aria-label', WORDS.close);
    capsule.append(menu, close);
    menu.setAttribute('aria-haspopup', 'dialog');
    menu.addEventListener('click', () => this.onMenu());
    close.addEventListener('click', () => this.onClose());
    this.#button.addEventListener('click', () => {
      if (this.#state?.button === 'home') this.onHome();
      else this.onBack();
    });
    this.root.append(this.#button, this.#title, capsule);
  }

  show(state: NavigationState): void {
    this.#state = state;
    this.root.style.setProperty('--bar-background', state.background);
    this.root.classList.toggle('is-light', state.textStyle === 'white');
    this.root.classList.toggle('is-custom', state.custom);
    this.root.classList.toggle('is-floating', state.floating);
    this.root.classList.toggle('is-loading', state.loading);
    this.#title.textContent = state.title;
    this.#button.hidden = state.button === 'none';
    this.#button.dataset.kind = state.button;
    this.#button.setAttribute('aria-label', state.button === 'home' ? WORDS.home : WORDS.back);
  }
}
