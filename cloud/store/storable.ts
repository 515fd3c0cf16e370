import { createHash } from 'node:crypto';

/** PostgreSQL stores neither U+0000 nor half a surrogate pair: the first is dropped, the second becomes U+FFFD. */
export function toStorableText(text: string): string {
  const wellFormed = Buffer.from(text, 'utf8').toString('utf8');
  return wellFormed.replaceAll('\0', '');
}

/** The value with every text in it made storable; members without a value are left out. */
export function toStorable<T>(value: T): T {
  if (typeof value === 'string') return toStorableText(value) as T;
  if (Array.isArray(value)) return value.map(toStorable) as T;
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, toStorable(member)])) as T;
}

function sortMembers(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What tells whether content has changed: the same for the same members in whatever order. */
export function toContentHash(content: object): string {
  return createHash('sha256').update(JSON.stringify(content, sortMembers)).digest('hex');
}
