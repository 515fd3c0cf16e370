import { parseCrawlDelay } from '../crawl/crawl-delay.ts';
import { CRAWL_LIMITS, sleep } from '../crawl/crawl-parts.ts';
import { previewColumn } from '../crawl/preview-column.ts';
import { createPageReader } from '../importer/isolation/page-reader.ts';
import { reasons } from '../importer/words.ts';
import { type CrawlCommand, parseCrawlArguments } from './crawl-arguments.ts';
import { crawlWords } from './crawl-words.ts';
import { DEFAULT_CHOICES, runCrawl } from './run-crawl.ts';
import { say } from './say.ts';
import { complain, EXIT, type ExitCode } from './with-database.ts';
import { withStore } from './with-store.ts';

/** The first signal lets the page under way go; a second one ends the process at once. */
function toStopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort());
  return stopping.signal;
}

async function preview(
  { address, choices }: Extract<CrawlCommand, { kind: 'once' | 'add' }>,
  delayMs: number,
): Promise<ExitCode> {
  const found = await previewColumn(
    address,
    { ...DEFAULT_CHOICES, ...choices, delayMs },
    createPageReader(),
  );
  if (!found.ok) {
    complain(found.reason);
    return EXIT.failed;
  }
  const { articles, listPages } = found.value;
  for (const article of articles) say(crawlWords.found(article));
  if (articles.length === 0 && choices.since === undefined) complain(reasons.noArticles);
  say(crawlWords.dryTally(listPages.length, articles.length));
  return EXIT.ok;
}

async function main(): Promise<ExitCode> {
  const parsed = parseCrawlArguments(process.argv.slice(2));
  if (parsed.kind === 'help') {
    say(crawlWords.usage);
    return EXIT.ok;
  }
  if (parsed.kind === 'misused') {
    complain(`${parsed.reason}\n\n${crawlWords.usage}`);
    return EXIT.usage;
  }
  const { command } = parsed;
  const delayMs = parseCrawlDelay(process.env.CRAWL_DELAY_MS);
  if (delayMs === undefined) {
    complain(crawlWords.badDelay);
    return EXIT.usage;
  }
  if ('dryRun' in command && command.dryRun) return preview(command, delayMs);
  const reader = createPageReader();
  return withStore((store) =>
    runCrawl(command, {
      ...{ store, now: Date.now, sleep, say, complain, reader },
      limits: { ...CRAWL_LIMITS, delayMs },
      signal: toStopSignal(),
    }),
  );
}

process.exitCode = await main();
