import { createHash } from 'node:crypto';
import { isPermanentId } from '../permanent-id.ts';

/** Where a page of a search ended. New articles at the top don't move it. */
export interface SearchPosition {
  /** True while the titles last. */
  inTitle: boolean;
  /** Milliseconds since the epoch. */
  at: number;
  id: string;
}

/** A place, and which reading of the query found it: the next page keeps to that. */
export interface SearchPlace extends SearchPosition {
  reading: number;
}

const CURSOR = /^([A-Za-z0-9_-]{8}):(\d):([tb]):(-?\d{1,15}):([0-9a-z]+)$/;
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** Names a query with all that narrows it: the cursor of another is refused. */
function toName(query: readonly (string | undefined)[]): string {
  return createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 8);
}

/** An opaque text of letters, digits, `-` and `_`. */
export function toSearchCursor(
  query: readonly (string | undefined)[],
  { reading, inTitle, at, id }: SearchPlace,
): string {
  const text = `${toName(query)}:${reading}:${inTitle ? 't' : 'b'}:${at}:${id}`;
  return Buffer.from(text).toString('base64url');
}

/** The place that a cursor of this query names; undefined when it is none. */
export function parseSearchCursor(
  query: readonly (string | undefined)[],
  cursor: string,
): SearchPlace | undefined {
  const match = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  const [, , reading = '', tier, at = '', id = ''] = match ?? [];
  if (!isPermanentId(id) || Math.abs(Number(at)) > LATEST) return undefined;
  const place = { reading: Number(reading), inTitle: tier === 't', at: Number(at), id };
  return toSearchCursor(query, place) === cursor ? place : undefined;
}
