/** Whether `host[:port]` of an address is this machine or in a private network (RFC 1918): places of development. */
export function isOwnNetwork(authority: string): boolean {
  const name = authority.replace(/^.*@/, '').replace(/:\d+$/, '').toLowerCase();
  if (name === 'localhost' || name === '[::1]') return true;
  const [first = 0, second = 0, ...rest] = name
    .split('.')
    .map((part) => Number(part || Number.NaN));
  if (rest.length !== 2 || [first, second, ...rest].some(Number.isNaN)) return false;
  return (
    first === 127 ||
    first === 10 ||
    (first === 192 && second === 168) ||
    (first === 172 && second >= 16 && second <= 31)
  );
}
