import { Element as FrameworkElement, type GeneralComponent } from 'glass-easel';

/**
 * Components that are attached and wait for `ready`. The framework leaves that lifetime to its
 * host: it comes once what was attached is laid out, inner components before those around them.
 */
export class ReadyQueue {
  #waiting: GeneralComponent[] = [];
  #scheduled = false;

  /** Adds a component that was just attached, those around it before. */
  add(component: GeneralComponent): void {
    this.#waiting.push(component);
    if (this.#scheduled) return;
    this.#scheduled = true;
    // Later than the page's own turn, which comes first while it opens.
    setTimeout(() => setTimeout(() => this.flush(), 0), 0);
  }

  /** Makes all that wait ready; those that have left again are not. */
  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#scheduled = false;
    for (const component of innerFirst(waiting)) {
      if (FrameworkElement.isAttached(component)) component.triggerLifetime('ready', []);
    }
  }
}

/** Orders components so that each comes after all that stand inside it; siblings stay in order. */
function innerFirst(components: GeneralComponent[]): GeneralComponent[] {
  const waiting = new Set<unknown>(components);
  const inside = new Map<unknown, GeneralComponent[]>();
  for (const component of components) {
    const around = nearestOf(component, waiting);
    const known = inside.get(around);
    if (known) known.push(component);
    else inside.set(around, [component]);
  }
  const collect = (around: unknown): GeneralComponent[] =>
    (inside.get(around) ?? []).flatMap((component) => [...collect(component), component]);
  return collect(null);
}

/** The nearest of these components that stands around another one. */
function nearestOf(component: GeneralComponent, among: Set<unknown>): unknown {
  let node = component.getComposedParent();
  while (node && !among.has(node)) node = node.getComposedParent();
  return node;
}
