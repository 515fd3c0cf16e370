/** The server is stopping, starting, out of connections or out of reach; or a statement took too long. */
const AWAY_CODES = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'],
  ...['57P01', '57P02', '57P03', '57014', '53300', '08000', '08001', '08003', '08006'],
  // Taken over by a read-only standby.
  '25006',
]);

/** The driver's own errors carry no code. */
const AWAY_MESSAGE =
  /^Connection terminated|^timeout exceeded when trying to connect|^timeout expired|^Query read timeout|Client has encountered a connection error|^Cannot use a pool after calling end/;

/** True when a query failed because the database is away, not because the query is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, errors } = error as Record<string, unknown>;
  // A host with several addresses fails with one error for each.
  if (Array.isArray(errors)) return errors.some(isDatabaseAway);
  return (
    (typeof code === 'string' && AWAY_CODES.has(code)) ||
    (typeof message === 'string' && AWAY_MESSAGE.test(message))
  );
}
