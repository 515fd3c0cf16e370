/** The program's clock: it runs on by itself, and can be put forward or back. */
export class ProgramClock {
  #offset = 0;

  /** @param start its present in epoch milliseconds; without it the real one */
  constructor(start: number | undefined) {
    if (start !== undefined) this.set(start);
  }

  now(): number {
    return Date.now() + this.#offset;
  }

  /** Timers that wait go on as they would have. */
  set(now: number): void {
    this.#offset = now - Date.now();
  }
}

/** A `Date` for the program whose present is the clock's. */
export function createProgramDate(clock: ProgramClock): DateConstructor {
  const now = () => clock.now();
  return new Proxy(Date, {
    apply: () => new Date(now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    get: (target, name, receiver) =>
      name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown),
  });
}
