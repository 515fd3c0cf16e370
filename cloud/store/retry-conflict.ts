/** Two transactions wanted the same rows in a different order: the database gave one of them up. */
const CONFLICT_CODES = new Set(['40P01', '40001']);
const MOST_TRIES = 5;

function isConflict(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && CONFLICT_CODES.has(code);
}

/** Runs a transaction, and again when the database gave it up for the sake of another. */
export async function retryConflict<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (!isConflict(error) || tries === MOST_TRIES) throw error;
    }
  }
}
