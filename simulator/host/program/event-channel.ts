type Listener = (...args: unknown[]) => void;
type Guard = (what: string, run: () => void) => void;

/** One end of the wire between a page and the one that it opened: hears what the other end emits. */
export class EventChannel {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #guard: Guard;
  #other: EventChannel | null = null;

  constructor(guard: Guard) {
    this.#guard = guard;
  }

  on(name: string, listener: Listener): void {
    this.#of(name).add(listener);
  }

  once(name: string, listener: Listener): void {
    const only: Listener = (...args) => {
      this.off(name, only);
      listener(...args);
    };
    this.on(name, only);
  }

  /** Removes one listener, or all of an event when none is given. */
  off(name: string, listener?: Listener): void {
    if (listener) this.#of(name).delete(listener);
    else this.#listeners.delete(name);
  }

  emit(name: string, ...args: unknown[]): void {
    const listeners = this.#other ? [...this.#other.#of(name)] : [];
    for (const listener of listeners) {
      this.#guard(`event ${name} of a page`, () => listener(...args));
    }
  }

  /** Ties two ends together. */
  connect(other: EventChannel): void {
    this.#other = other;
    other.#other = this;
  }

  #of(name: string): Set<Listener> {
    const known = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, known);
    return known;
  }
}

/**
 * The two ends for a page that opens another one.
 * @param events what the opener wants to hear of, as `wx.navigateTo` takes it
 */
export function createChannels(events: unknown, guard: Guard) {
  const opener = new EventChannel(guard);
  const opened = new EventChannel(guard);
  opener.connect(opened);
  for (const [name, listener] of Object.entries(events ?? {})) {
    if (typeof listener === 'function') opener.on(name, listener as Listener);
  }
  return { opener, opened };
}
