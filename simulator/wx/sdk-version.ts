/** Version of the base library that the phone plays where a launch names none. */
export const SDK_VERSION = '3.8.0';

/** Whether something that `since` brought is there in `version`; an empty text was always there. */
export function isSince(version: string, since: string): boolean {
  const [had, wanted] = [version, since].map((one) => one.split('.').map(Number));
  for (const [at, number] of (wanted ?? []).entries()) {
    const own = had?.[at] ?? 0;
    if (own !== number) return own > number;
  }
  return true;
}
