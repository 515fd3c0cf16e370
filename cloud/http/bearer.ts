import type { FastifyRequest } from 'fastify';

/** The token of `Authorization: Bearer …` (RFC 6750); empty when there is none. */
export function readBearer({ headers }: Pick<FastifyRequest, 'headers'>): string {
  const match = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '');
  return match?.[1] ?? '';
}
