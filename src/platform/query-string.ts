/** `?channel=news&limit=20`, without the members that are undefined; empty when none is left. */
export function toQueryString(members: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(members).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
