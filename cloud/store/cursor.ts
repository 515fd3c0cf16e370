import { isPermanentId } from './permanent-id.ts';

/** Where a page ended: the next one begins after this place. New items at the top don't move it. */
export interface Position {
  /** Milliseconds since the epoch. */
  at: number;
  id: string;
}

/** One page of a list. */
export interface Page<T> {
  items: T[];
  /** Where it ended, when something follows. */
  next?: Position;
}

/** The list that a cursor belongs to: one made for another list is refused. */
export type ListName =
  | 'articles'
  | 'notices'
  | `articles/${string}`
  | 'upcoming'
  | 'ongoing'
  | 'past';

/** The feed of one channel, or that of all. */
export function toFeedName(channelId: string | undefined): ListName {
  return channelId === undefined ? 'articles' : `articles/${channelId}`;
}

/** PostgreSQL and JavaScript agree on the years 0–9999. */
const EARLIEST = Date.parse('0000-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');
const CURSOR = /^([a-z]+(?:\/[a-z0-9-]+)?):(-?\d{1,15}):([0-9a-z]+)$/;

/** An opaque text of letters, digits, `-` and `_`. */
export function toCursor(list: ListName, { at, id }: Position): string {
  return Buffer.from(`${list}:${at}:${id}`).toString('base64url');
}

/** The place that a cursor of this list names; undefined when it is none. */
export function parseCursor(list: ListName, cursor: string): Position | undefined {
  const match = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  const [, name, digits = '', id = ''] = match ?? [];
  const at = Number(digits);
  if (name !== list || !isPermanentId(id) || at < EARLIEST || at > LATEST) return undefined;
  return toCursor(list, { at, id }) === cursor ? { at, id } : undefined;
}
