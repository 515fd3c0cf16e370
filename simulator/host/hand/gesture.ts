/**
 * Whether the program runs in the synchronous part of a tap: what WeChat asks for before it subscribes, calls
 * or opens an article. An await, a timer or a callback ends it.
 */
export class Gesture {
  #taps = 0;
  #hands = 0;

  /** Dispatches a tap that a hand made; a component that triggers an event named `tap` later has no hand. */
  byHand<T>(dispatch: () => T): T {
    this.#hands += 1;
    try {
      return dispatch();
    } finally {
      this.#hands -= 1;
    }
  }

  get isByHand(): boolean {
    return this.#hands > 0;
  }

  /** Runs a handler of a tap. */
  run<T>(handler: () => T): T {
    this.#taps += 1;
    try {
      return handler();
    } finally {
      this.#taps -= 1;
    }
  }

  get isTap(): boolean {
    return this.#taps > 0;
  }
}
