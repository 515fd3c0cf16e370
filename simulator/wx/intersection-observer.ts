import type { Element as FrameworkElement, GeneralComponent } from 'glass-easel';
import type { Host, OpenPage } from '../host/host.ts';

export type IntersectionOptions = {
  thresholds?: number[];
  initialRatio?: number;
  observeAll?: boolean;
};

type Margins = { left?: number; right?: number; top?: number; bottom?: number };
type Rect = Record<'left' | 'right' | 'top' | 'bottom' | 'width' | 'height', number>;
type Status = {
  id: string;
  dataset: Record<string, unknown>;
  intersectionRatio: number;
  intersectionRect: Rect;
  boundingClientRect: Rect;
  relativeRect: Rect;
  time: number;
};

const NOWHERE: Rect = { left: 0, right: 0, top: 0, bottom: 0, width: 0, height: 0 };

/**
 * wx.createIntersectionObserver(): tells when elements of a page or component cross the page's
 * window, or an element around them. Where there is no layout nothing is ever inside.
 */
export class ProgramIntersectionObserver {
  readonly #host: Host;
  readonly #page: OpenPage | undefined;
  readonly #component: GeneralComponent | undefined;
  readonly #options: IntersectionOptions;
  #selector: string | null = null;
  #margins: Margins = {};
  #observers: IntersectionObserver[] = [];
  #ended = false;

  /** @param component within which selectors look; the page on top where none is given */
  constructor(host: Host, component: GeneralComponent | undefined, options: IntersectionOptions) {
    this.#host = host;
    this.#page = host.stack.top();
    this.#component = component ?? this.#page?.component();
    this.#options = options;
  }

  relativeTo(selector: string, margins: Margins = {}): this {
    this.#selector = selector;
    this.#margins = margins;
    return this;
  }

  relativeToViewport(margins: Margins = {}): this {
    this.#selector = null;
    this.#margins = margins;
    return this;
  }

  observe(selector: string, listener: (status: Status) => void): void {
    const root = this.#component?.getShadowRoot();
    const found = root?.querySelectorAll(selector) ?? [];
    const targets = this.#options.observeAll ? found : found.slice(0, 1);
    for (const target of targets) {
      if (this.#host.options.platform.hasLayout) this.#watch(target, listener);
      else setTimeout(() => this.#tell(listener, outside(target)), 0);
    }
  }

  disconnect(): void {
    this.#ended = true;
    for (const observer of this.#observers) observer.disconnect();
    this.#observers = [];
  }

  #watch(target: FrameworkElement, listener: (status: Status) => void): void {
    const { thresholds = [0], initialRatio = 0 } = this.#options;
    const area = this.#selector ? this.#page?.find(this.#selector) : this.#page?.scroller;
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.#margins;
    let first = true;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          // WeChat tells of the beginning only where it differs from the ratio to begin with.
          const same = first && entry.intersectionRatio === initialRatio;
          first = false;
          if (!same) this.#tell(listener, this.#toStatus(target, entry));
        }
      },
      {
        root: area ?? null,
        rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
        threshold: thresholds,
      },
    );
    observer.observe(target.$$ as unknown as HTMLElement);
    this.#observers.push(observer);
  }

  #tell(listener: (status: Status) => void, status: Status): void {
    if (!this.#ended) this.#host.guard('intersection observer', () => listener(status));
  }

  #toStatus(target: FrameworkElement, entry: IntersectionObserverEntry): Status {
    const origin = this.#page?.frame.getBoundingClientRect() ?? NOWHERE;
    return {
      id: target.id,
      dataset: { ...target.dataset },
      intersectionRatio: entry.intersectionRatio,
      intersectionRect: toRect(entry.intersectionRect, origin),
      boundingClientRect: toRect(entry.boundingClientRect, origin),
      relativeRect: toRect(entry.rootBounds ?? NOWHERE, origin),
      time: Math.round(entry.time),
    };
  }
}

/** Measured from the page's own corner, as WeChat does. */
function toRect(rect: Rect, origin: Rect): Rect {
  const { width, height } = rect;
  const left = rect.left - origin.left;
  const top = rect.top - origin.top;
  return { left, top, width, height, right: left + width, bottom: top + height };
}

function outside(target: FrameworkElement): Status {
  return {
    id: target.id,
    dataset: { ...target.dataset },
    intersectionRatio: 0,
    intersectionRect: NOWHERE,
    boundingClientRect: NOWHERE,
    relativeRect: NOWHERE,
    time: 0,
  };
}
