import type { Element as FrameworkElement, GeneralComponent } from 'glass-easel';
import type { Host, OpenPage } from '../host/host.ts';

type Fields = {
  id?: boolean;
  dataset?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  properties?: string[];
};
type Found = Record<string, unknown> | null;
type Question = { ask: () => Found | Found[]; answer: ((result: never) => void) | undefined };

const RECT: Fields = { id: true, dataset: true, rect: true, size: true };
const SCROLL: Fields = { id: true, dataset: true, scrollOffset: true };

/** wx.createSelectorQuery(): sizes and places of elements of a page or of one of its components. */
export class SelectorQuery {
  readonly #host: Host;
  readonly #page: OpenPage | undefined;
  readonly #questions: Question[] = [];
  #within: GeneralComponent | null = null;

  constructor(host: Host) {
    this.#host = host;
    this.#page = host.stack.top();
  }

  in(caller: { _$: GeneralComponent }): this {
    this.#within = caller._$;
    return this;
  }

  select(selector: string) {
    return this.#nodes(() => this.#find(selector)[0] ?? null);
  }

  selectAll(selector: string) {
    return this.#nodes(() => this.#find(selector));
  }

  selectViewport() {
    return this.#nodes(() => 'viewport' as const);
  }

  exec(callback?: (results: unknown[]) => void): this {
    setTimeout(() => {
      const results = this.#questions.map(({ ask, answer }) => {
        const result = ask();
        this.#host.guard('selector query', () => answer?.(result as never));
        return result;
      });
      this.#host.guard('selector query', () => callback?.(results));
    }, 0);
    return this;
  }

  #nodes(find: () => FrameworkElement | FrameworkElement[] | 'viewport' | null) {
    const ask = (fields: Fields, answer?: (result: never) => void) => {
      const read = () => {
        const found = find();
        if (Array.isArray(found)) return found.map((element) => this.#read(element, fields));
        return found && this.#read(found, fields);
      };
      this.#questions.push({ ask: read, answer });
      return this;
    };
    return {
      fields: ask,
      boundingClientRect: (answer?: (result: never) => void) => ask(RECT, answer),
      scrollOffset: (answer?: (result: never) => void) => ask(SCROLL, answer),
    };
  }

  #find(selector: string): FrameworkElement[] {
    const component = this.#within ?? this.#page?.component();
    return component?.getShadowRoot()?.querySelectorAll(selector) ?? [];
  }

  #read(found: FrameworkElement | 'viewport', fields: Fields): Found {
    const page = this.#page;
    if (!page) return null;
    const dom = found === 'viewport' ? page.scroller : (found.$$ as unknown as HTMLElement);
    const origin = page.frame.getBoundingClientRect();
    const { left, top, right, bottom, width, height } = dom.getBoundingClientRect();
    const result: Record<string, unknown> = {};
    if (fields.id) result.id = found === 'viewport' ? '' : found.id;
    if (fields.dataset) result.dataset = found === 'viewport' ? {} : { ...found.dataset };
    if (fields.rect) {
      result.left = left - origin.left;
      result.top = top - origin.top;
      result.right = right - origin.left;
      result.bottom = bottom - origin.top;
    }
    if (fields.size) Object.assign(result, { width, height });
    if (fields.scrollOffset) {
      const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = dom;
      Object.assign(result, { scrollLeft, scrollTop, scrollWidth, scrollHeight });
    }
    return result;
  }
}
