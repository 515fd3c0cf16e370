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

/** Scrolls an element to `top` within `duration` milliseconds; a later move takes its place. */
export function moveScroll(element: HTMLElement, top: number, duration: number): void {
  const from = element.scrollTop;
  const start = performance.now();
  const move = Symbol('move');
  moves.set(element, move);
  const step = (now: number) => {
    if (moves.get(element) !== move) return;
    const part = duration > 0 ? Math.min(1, Math.max(0, (now - start) / duration)) : 1;
    element.scrollTop = from + (top - from) * part;
    if (part < 1) requestAnimationFrame(step);
  };
  step(start);
}

const moves = new WeakMap<HTMLElement, symbol>();
