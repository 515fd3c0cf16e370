import type { Ledger } from '../../record/ledger.ts';
import type { ProgramClock } from '../program/program-clock.ts';

/** A code can be redeemed this long (api/open-api/login/wx.login.html), in milliseconds. */
const LIFETIME = 5 * 60_000;
const LENGTH = 32;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** What the server of WeChat says to a code. */
export type Redemption = 'ok' | 'used' | 'expired' | 'unknown';

/** The codes that wx.login has given out since the start, when, and what became of them. */
export class LoginCodes {
  readonly #codes = new Map<string, { issued: number; sent: boolean; redeemed: boolean }>();
  readonly #clock: ProgramClock;
  readonly #ledger: Ledger;

  constructor(clock: ProgramClock, ledger: Ledger) {
    this.#clock = clock;
    this.#ledger = ledger;
  }

  /** A code that was never made before, on this start or another; the program does not have it yet. */
  create(): string {
    const letter = () => LETTERS[Math.floor(Math.random() * LETTERS.length)];
    return Array.from({ length: LENGTH }, letter).join('');
  }

  /** The program gets a code: from now on it counts. */
  issue(code: string): void {
    this.#codes.set(code, { issued: this.#clock.now(), sent: false, redeemed: false });
  }

  get isEmpty(): boolean {
    return this.#codes.size === 0;
  }

  /** Looks for codes in what the program sends: each may leave the phone once, and within its lifetime. */
  noteSent(text: string, where: string): void {
    for (const [code, state] of this.#codes) {
      if (!text.includes(code)) continue;
      const age = this.#clock.now() - state.issued;
      const fault = state.sent ? 'had been sent before' : `is ${Math.round(age / 1000)} s old`;
      if (state.sent || age > LIFETIME) {
        const place = where.replaceAll(code, '…');
        this.#ledger.breakRule('login.code-once', `the code sent to ${place} ${fault}`);
      }
      state.sent = true;
    }
  }

  /** What WeChat's server would say now; a code is good once. */
  redeem(code: string): Redemption {
    const state = this.#codes.get(code);
    if (!state) return 'unknown';
    if (state.redeemed) return 'used';
    if (this.#clock.now() - state.issued > LIFETIME) return 'expired';
    state.redeemed = true;
    return 'ok';
  }
}
