/** The calls of the server API that the double knows. */
export type CallName = 'login' | 'token' | 'send' | 'templates';

/** What goes wrong with one call. `before` it acts, or `after` it has acted; `garbage` comes after, too. */
export type Fault =
  | 'timeout-before'
  | 'timeout-after'
  | 'reset-before'
  | 'reset-after'
  | 'garbage'
  | { errcode: number }
  | { status: number };

/** Asked once for each call; `undefined` lets it be. */
export type DecideFault = (call: { name: CallName; body: string }) => Fault | undefined;

/** One fault after the other for the calls of one kind, then none. `null` leaves a call out. */
export function inOrder(faults: readonly (Fault | null)[], name: CallName = 'send'): DecideFault {
  const left = [...faults];
  return (call) => (call.name === name ? (left.shift() ?? undefined) : undefined);
}

/**
 * Faults by chance, the same ones for the same seed and order of calls.
 * @param share of 0 to 1: how many calls of that kind go wrong
 */
export function atRandom(parts: {
  seed: number;
  share: number;
  faults: readonly Fault[];
  name?: CallName;
}): DecideFault {
  const random = createRandom(parts.seed);
  const name = parts.name ?? 'send';
  return (call) => {
    if (call.name !== name || random() >= parts.share) return undefined;
    return parts.faults[Math.floor(random() * parts.faults.length)];
  };
}

/** Numbers of 0 to 1 from a linear congruence modulo 2³² (constants of Numerical Recipes). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
