import type { TabBarJson, TabItem } from '../../program.ts';
import { element } from '../element.ts';

/** The bar below the pages that are tabs. */
export class TabBar {
  readonly root = element('nav', 'phone-tabs');
  onTap: (index: number) => void = () => {};
  #bar: TabBarJson | null = null;
  #assetBase = '';
  #selected = -1;
  #away = false;
  #style: Partial<TabBarJson> = {};
  readonly #items = new Map<number, Partial<TabItem>>();
  readonly #badges = new Map<number, string>();

  /** Sets what the bar holds; colours must be real ones, theme names already replaced. */
  configure(bar: TabBarJson | null, assetBase: string): void {
    this.#bar = bar;
    this.#assetBase = assetBase;
    this.#draw();
  }

  /** Marks the tab of the page on top; -1 hides the bar. */
  select(index: number): void {
    this.#selected = index;
    this.#draw();
  }

  /** A small text at a tab's corner, `''` for a bare dot, null for none. */
  setBadge(index: number, text: string | null): void {
    if (text === null) this.#badges.delete(index);
    else this.#badges.set(index, text);
    this.#draw();
  }

  /** Takes the bar away from the tab pages, or brings it back. */
  setAway(away: boolean): void {
    this.#away = away;
    this.#draw();
  }

  /** Changes colours of the bar; what `style` leaves out stays. */
  setStyle(style: Partial<TabBarJson>): void {
    this.#style = { ...this.#style, ...style };
    this.#draw();
  }

  /** Changes words or pictures of one tab; what `item` leaves out stays. */
  setItem(index: number, item: Partial<TabItem>): void {
    this.#items.set(index, { ...this.#items.get(index), ...item });
    this.#draw();
  }

  textOf(index: number): string {
    return this.#items.get(index)?.text ?? this.#bar?.list[index]?.text ?? '';
  }

  #draw(): void {
    const bar = this.#bar && { ...this.#bar, ...this.#style };
    this.root.hidden = !bar || this.#selected < 0 || this.#away;
    if (!bar || this.root.hidden) {
      this.root.replaceChildren();
      return;
    }
    this.root.style.setProperty('--bar-background', bar.backgroundColor ?? '#ffffff');
    this.root.style.setProperty('--bar-color', bar.color ?? '#7a7e83');
    this.root.style.setProperty('--bar-selected', bar.selectedColor ?? '#3cc51f');
    this.root.classList.toggle('is-light', bar.borderStyle === 'white');
    this.root.replaceChildren(...bar.list.map((_, index) => this.#drawTab(bar, index)));
  }

  #drawTab(bar: TabBarJson, index: number): HTMLElement {
    const item = { ...bar.list[index], ...this.#items.get(index) };
    const selected = index === this.#selected;
    const button = element('button', 'phone-tab');
    button.setAttribute('aria-current', selected ? 'page' : 'false');
    const icon = selected ? (item.selectedIconPath ?? item.iconPath) : item.iconPath;
    if (icon) {
      const image = document.createElement('img');
      image.alt = '';
      image.src = this.#assetBase + icon.replace(/^\//, '');
      button.append(image);
    }
    button.append(element('span', 'phone-tab-text', item.text ?? ''));
    const badge = this.#badges.get(index);
    if (badge !== undefined) button.append(element('span', 'phone-tab-badge', badge));
    button.addEventListener('click', () => this.onTap(index));
    return button;
  }
}
