import { parseDatabaseChoice } from '../settings.ts';
import { SetupError } from '../setup-error.ts';
import { type OpenDatabase, openDatabase, toSetupError } from '../store/open.ts';

/** What a command ends with. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Says on one line of stderr what is wrong. */
export function complain(problem: string): void {
  process.stderr.write(`${problem}\n`);
}

function toSentence(error: unknown): string {
  if (error instanceof SetupError) return error.message;
  const { message, code } = error as Error & { code?: string };
  return `failed: ${message.split('\n')[0]}${code ? ` (${code})` : ''}`;
}

/**
 * Runs a command against the database that the environment names, and gives the database up afterwards. A failure
 * becomes one line on stderr.
 */
export async function withDatabase(
  run: (database: OpenDatabase) => Promise<ExitCode>,
): Promise<ExitCode> {
  const chosen = parseDatabaseChoice(process.env);
  if (!chosen.ok) {
    complain(chosen.problem);
    return EXIT.failed;
  }
  try {
    const database = await openDatabase(chosen.choice);
    try {
      return await run(database);
    } catch (error) {
      throw toSetupError(error, database);
    } finally {
      await database.close();
    }
  } catch (error) {
    complain(toSentence(error));
    return EXIT.failed;
  }
}
