/** Within this a second tap belongs to the first. */
const DOUBLE_TAP_MS = 500;

/**
 * The same action, but a double tap counts as one: left out is a call while one is under way, and the same call again within
 * half a second, since many actions are over before the second tap comes.
 */
export function onceAtATime<Args extends unknown[]>(
  run: (...args: Args) => Promise<void>,
): (...args: Args) => Promise<void> {
  let isRunning = false;
  let last: { args: Args; at: number } | undefined;
  return async (...args) => {
    const now = Date.now();
    const isSame = last?.args.every((arg, index) => arg === args[index]) ?? false;
    if (isRunning || (isSame && now - (last?.at ?? 0) < DOUBLE_TAP_MS)) return;
    isRunning = true;
    last = { args, at: now };
    try {
      await run(...args);
    } finally {
      isRunning = false;
    }
  };
}
