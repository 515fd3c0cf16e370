import { fileURLToPath } from 'node:url';
import { loadSample } from '../sample/load-sample.ts';
import { parseDatabaseChoice } from '../settings.ts';
import { SetupError } from '../setup-error.ts';
import { openStore } from '../store/open.ts';

const CONTENT_DIR = fileURLToPath(new URL('../../content', import.meta.url));

const complain = (line: string) => process.stderr.write(`${line}\n`);

async function run(): Promise<void> {
  const database = parseDatabaseChoice(process.env);
  if (!database.ok) throw new SetupError(database.problem);
  const store = await openStore(database.choice, (error) => complain(error.message));
  try {
    const log = (line: string) => process.stdout.write(`${line}\n`);
    const outcome = await loadSample({ store, contentDir: CONTENT_DIR, now: Date.now(), log });
    if (outcome.kind === 'refused') throw new SetupError(outcome.problems.join('\n'));
  } finally {
    await store.close();
  }
}

try {
  await run();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  complain(error.message);
  process.exitCode = 1;
}
