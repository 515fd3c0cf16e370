/** A set of functions that want to hear of something. One that throws does not silence the others. */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  on(listener: (value: T) => void): void {
    this.#listeners.add(listener);
  }

  /** Removes one listener, or all when none is given. */
  off(listener?: (value: T) => void): void {
    if (listener) this.#listeners.delete(listener);
    else this.#listeners.clear();
  }

  emit(value: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}
