import { element } from '../element.ts';
import type { ProgramClock } from '../program/program-clock.ts';

const MINUTE = 60_000;
/** China's time: UTC+8, all year. */
const CHINA_OFFSET = 8 * 60 * MINUTE;

/**
 * The phone's own strip above everything. It shows the program's clock, as an attribute that the
 * style sheet draws: the time is none of the program's words, and must not be found as one.
 */
export class StatusBar {
  readonly root = element('div', 'phone-status');
  readonly #time = element('span', 'phone-clock');
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.root.setAttribute('aria-hidden', 'true');
    this.root.append(this.#time, element('span', 'phone-signs'));
  }

  /** Shows the clock's time, and goes on with it. To be called again when the clock was put. */
  follow(clock: ProgramClock): void {
    clearTimeout(this.#timer);
    const now = clock.now();
    this.#time.dataset.time = new Date(now + CHINA_OFFSET).toISOString().slice(11, 16);
    this.#timer = setTimeout(() => this.follow(clock), MINUTE - (now % MINUTE));
  }
}
