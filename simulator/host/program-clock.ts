/**
 * A `Date` for the program whose present begins at `start` (epoch milliseconds) and runs on.
 * Without a start it is the real one.
 */
export function createProgramDate(start: number | undefined): DateConstructor {
  if (start === undefined) return Date;
  const offset = start - Date.now();
  const now = () => Date.now() + offset;
  return new Proxy(Date, {
    apply: () => new Date(now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    get: (target, name, receiver) =>
      name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown),
  });
}
