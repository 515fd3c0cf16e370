import type { PartElement } from './part.ts';
import { partAt } from './part-at.ts';

/** `StyleSegmentIndex.TEMP_EXTRA` of the framework: classes that come beside the template's own. */
const SEGMENT = 3;

/** Default classes are WeChat's own and drawn by the phone's style sheet. */
const BUILT_IN = new Set(['button-hover', 'navigator-hover']);

/**
 * `hover-class`: the look of an element, and of those around it, while a finger holds it. It comes
 * after `hover-start-time` and goes `hover-stay-time` after the finger (ms).
 */
export class Hover {
  readonly #waiting = new Set<ReturnType<typeof setTimeout>>();
  readonly #shown = new Set<PartElement>();

  begin(target: Element): void {
    for (const part of hoverable(target)) {
      const timer = setTimeout(() => {
        this.#waiting.delete(timer);
        this.#shown.add(part);
        draw(part, true);
      }, Number(part.properties.hoverStartTime));
      this.#waiting.add(timer);
    }
  }

  end(): void {
    for (const timer of this.#waiting) clearTimeout(timer);
    this.#waiting.clear();
    for (const part of this.#shown) {
      setTimeout(() => draw(part, false), Number(part.properties.hoverStayTime));
    }
    this.#shown.clear();
  }
}

function* hoverable(target: Element): Generator<PartElement> {
  for (let dom: Element | null = target; dom; dom = dom.parentElement) {
    const part = partAt(dom);
    if (!part || !('hoverClass' in part.properties)) continue;
    const { hoverClass, hoverStopPropagation } = part.properties;
    if (hoverClass !== 'none' && hoverClass) yield part;
    if (hoverStopPropagation) return;
  }
}

function draw({ component, dom, properties }: PartElement, held: boolean): void {
  const name = String(properties.hoverClass);
  if (BUILT_IN.has(name)) dom.classList.toggle(name, held);
  component.toggleNodeClass(name, held, SEGMENT);
}
