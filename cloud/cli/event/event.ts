import { say } from '../say.ts';
import { complain, EXIT, type ExitCode } from '../with-database.ts';
import { withStore } from '../with-store.ts';
import { parseEventArguments } from './event-arguments.ts';
import { eventWords } from './event-words.ts';
import { runEvent } from './run-event.ts';

async function main(given: readonly string[]): Promise<ExitCode> {
  const parsed = parseEventArguments(given);
  switch (parsed.kind) {
    case 'help':
      say(eventWords.usage);
      return EXIT.ok;
    case 'misused':
      complain(`${parsed.reason}\n\n${eventWords.usage}`);
      return EXIT.usage;
    case 'run':
      return withStore((store) =>
        runEvent({ store, now: Date.now, say, complain }, parsed.command),
      );
  }
}

process.exitCode = await main(process.argv.slice(2));
