import { parseNoticeArguments } from './notice-arguments.ts';
import { noticeWords } from './notice-words.ts';
import { runNotice } from './run-notice.ts';
import { say } from './say.ts';
import { complain, EXIT, type ExitCode } from './with-database.ts';
import { withStore } from './with-store.ts';

/** The first signal lets what is under way be finished and written down; a second one ends the process at once. */
function toStopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort());
  return stopping.signal;
}

async function main(given: readonly string[]): Promise<ExitCode> {
  const parsed = parseNoticeArguments(given, Date.now());
  switch (parsed.kind) {
    case 'help':
      say(noticeWords.usage);
      return EXIT.ok;
    case 'misused':
      complain(`${parsed.reason}\n\n${noticeWords.usage}`);
      return EXIT.usage;
    case 'refused':
      complain(parsed.reason);
      return EXIT.usage;
    case 'run':
      return withStore((store) => {
        const context = { store, env: process.env, now: Date.now, say, complain };
        const { kind } = parsed.command;
        const options = kind === 'deliver' ? { signal: toStopSignal() } : {};
        return runNotice(context, parsed.command, options);
      });
  }
}

process.exitCode = await main(process.argv.slice(2));
