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

/**
 * A `Date` for the program whose present is the clock's. A text that this engine reads and an iPhone
 * does not gives Invalid Date, and is told.
 */
export function createProgramDate(
  clock: ProgramClock,
  onUnreadable: (text: string) => void,
): DateConstructor {
  const now = () => clock.now();
  const parse = (text: string): number => {
    const time = Date.parse(text);
    if (Number.isNaN(time) || isReadableOnIos(text)) return time;
    onUnreadable(text);
    return Number.NaN;
  };
  const toArguments = (args: unknown[]): unknown[] => {
    if (args.length === 0) return [now()];
    return args.length === 1 && typeof args[0] === 'string' ? [parse(args[0])] : args;
  };
  return new Proxy(Date, {
    apply: () => new Date(now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, toArguments(args), newTarget) as Date,
    get: (target, name, receiver) => {
      if (name === 'now') return now;
      if (name === 'parse') return (text: unknown) => parse(String(text));
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}

const ISO_8601 = /^[+-]?\d{4,6}(-\d\d(-\d\d)?)?(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/;
const WITH_SLASHES = /^\d{1,4}\/\d{1,2}\/\d{1,4}( \d{1,2}:\d\d(:\d\d)?)?$/;
/** What `toString` and `toUTCString` write, and HTTP headers: every engine reads its own. */
const WEEKDAY_FIRST = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun),? /;

function isReadableOnIos(text: string): boolean {
  return ISO_8601.test(text) || WITH_SLASHES.test(text) || WEEKDAY_FIRST.test(text);
}
