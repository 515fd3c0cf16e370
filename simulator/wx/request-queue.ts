import type { Ledger } from '../record/ledger.ts';

/** wx.request, wx.downloadFile and wx.uploadFile together (framework/ability/network.html). */
const REQUESTS_AT_ONCE = 10;

/** Lets so many exchanges run at once; later ones wait for their turn, in the order they came in. */
export class RequestQueue {
  readonly #waiting: (() => void)[] = [];
  readonly #ledger: Ledger;
  #running = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Runs `send` when there is room; one that is given up while it waits runs at once, to say so. */
  async run<T>(what: string, signal: AbortSignal, send: () => Promise<T>): Promise<T> {
    if (this.#running >= REQUESTS_AT_ONCE) {
      const others = `${this.#running} running and ${this.#waiting.length} waiting`;
      this.#ledger.breakRule('request.concurrent', `${what} waits behind ${others}`);
      if (!(await this.#hasTurn(signal))) return send();
    } else {
      this.#running += 1;
    }
    try {
      return await send();
    } finally {
      this.#next();
    }
  }

  /** Resolves with true when another exchange hands its place over, with false when this one is given up. */
  #hasTurn(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const begin = () => {
        signal.removeEventListener('abort', giveUp);
        resolve(true);
      };
      const giveUp = () => {
        const place = this.#waiting.indexOf(begin);
        if (place >= 0) this.#waiting.splice(place, 1);
        resolve(false);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.#waiting.push(begin);
    });
  }

  #next(): void {
    const begin = this.#waiting.shift();
    if (begin) begin();
    else this.#running -= 1;
  }
}
