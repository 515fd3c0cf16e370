/** Members with their place as a key: right for the parts of a text, which never change their order. */
export function withKeys<T>(members: readonly T[]): { key: string; member: T }[] {
  return members.map((member, place) => ({ key: String(place), member }));
}
