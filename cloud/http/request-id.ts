import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What a gateway in front of us may send; anything else could forge a line of the log. */
const SANE = /^[A-Za-z0-9._-]{8,64}$/;

/** The id of the gateway in front of us when it sent a sane one, otherwise a new one. */
export function toRequestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && SANE.test(given) ? given : randomUUID();
}
