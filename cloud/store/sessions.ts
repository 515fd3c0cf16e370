import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Session } from '../../types/session.ts';
import type { Store } from './store.ts';

/** Short, as a new one costs its reader nothing: the mini-program logs in again by itself. */
export const SESSION_MS = 2 * 60 * 60_000;
const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

const toHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * Opens a session; the token itself is stored nowhere. Sessions of the account that are over go with it.
 *
 * @returns undefined when the account is gone
 */
export async function openSession(
  { db }: Store,
  accountId: string,
  now: number,
): Promise<Session | undefined> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = new Date(now + SESSION_MS);
  await db
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .where('expires_at', '<=', new Date(now))
    .execute();
  // Waits for who deletes the account at this moment, and opens none then.
  const opened = await sql`
    INSERT INTO sessions (token_hash, account_id, created_at, expires_at)
    SELECT ${toHash(token)}, id, ${new Date(now)}::timestamptz, ${expiresAt}::timestamptz
      FROM accounts WHERE id = ${accountId} FOR KEY SHARE
  `.execute(db);
  if (opened.numAffectedRows !== 1n) return undefined;
  return { token, expiresAt: expiresAt.toISOString() };
}

/** The account of a token; undefined when it is none, over, or revoked. */
export async function findSession(
  { pool }: Store,
  token: string,
  now: number,
): Promise<string | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const { rows } = await pool.query<{ account_id: string }>({
    name: 'session',
    text: 'SELECT account_id FROM sessions WHERE token_hash = $1 AND expires_at > $2',
    values: [toHash(token), new Date(now)],
  });
  return rows[0]?.account_id;
}

/** Revokes a token; nothing happens when it is none. */
export async function closeSession({ db }: Store, token: string): Promise<void> {
  if (TOKEN.test(token)) {
    await db.deleteFrom('sessions').where('token_hash', '=', toHash(token)).execute();
  }
}

/** Removes sessions that are over, of whomever. */
export async function removeOldSessions({ db }: Store, now: number): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<=', new Date(now)).execute();
}
