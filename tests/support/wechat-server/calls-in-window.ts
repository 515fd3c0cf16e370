const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const CHINA_OFFSET_MS = 8 * 60 * MINUTE_MS;

/** Counts calls in the running minute, or in the running day of China. */
export function createWindow(span: 'minute' | 'day', now: () => number) {
  let at = -1;
  let count = 0;
  const roll = () => {
    const current =
      span === 'minute'
        ? Math.floor(now() / MINUTE_MS)
        : Math.floor((now() + CHINA_OFFSET_MS) / DAY_MS);
    if (current === at) return;
    at = current;
    count = 0;
  };
  return {
    isFull: (limit: number) => {
      roll();
      return count >= limit;
    },
    add: () => {
      roll();
      count += 1;
    },
  };
}
