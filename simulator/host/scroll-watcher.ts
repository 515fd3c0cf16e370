type ScrollHandlers = {
  /** Pixels above the end at which the end counts as reached. */
  distance: () => number;
  onReachBottom: () => void;
  onScroll: (scrollTop: number) => void;
};

/**
 * Watches a scrolling element. The end is told once for each arrival: again only after the place
 * was left, or the content has grown.
 */
export class ScrollWatcher {
  readonly #element: HTMLElement;
  readonly #handlers: ScrollHandlers;
  #toldHeight = -1;
  #active = false;

  constructor(element: HTMLElement, handlers: ScrollHandlers) {
    this.#element = element;
    this.#handlers = handlers;
    element.addEventListener('scroll', () => {
      if (this.#active) this.#scrolled();
    });
  }

  resume(): void {
    this.#active = true;
  }

  pause(): void {
    this.#active = false;
  }

  #scrolled(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.#element;
    this.#handlers.onScroll(scrollTop);
    const near = scrollHeight - clientHeight - scrollTop <= this.#handlers.distance();
    if (!near || scrollTop <= 0) this.#toldHeight = -1;
    else if (this.#toldHeight !== scrollHeight) {
      this.#toldHeight = scrollHeight;
      this.#handlers.onReachBottom();
    }
  }
}
