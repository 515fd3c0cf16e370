import { runEndpoint } from './run-endpoint.ts';
import { parseSettings } from './settings.ts';
import { SetupError } from './setup-error.ts';

function refuse(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

const outcome = parseSettings(process.env);
if (!outcome.ok) refuse(outcome.problem);
try {
  await runEndpoint(outcome.settings);
} catch (error) {
  if (error instanceof SetupError) refuse(error.message);
  throw error;
}
