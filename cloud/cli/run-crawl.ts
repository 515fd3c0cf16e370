import { crawlColumn } from '../crawl/crawl-column.ts';
import { type CrawlEvent, type CrawlParts, LEASE_MS } from '../crawl/crawl-parts.ts';
import { listChannels } from '../store/channels.ts';
import {
  type ColumnChoices,
  type CrawlColumn,
  listColumns,
  removeColumn,
  saveColumn,
} from '../store/crawl-columns.ts';
import { type CrawlLease, takeCrawlLease } from '../store/crawl-lease.ts';
import { listTroubles } from '../store/crawl-pages.ts';
import type { CrawlCommand } from './crawl-arguments.ts';
import { crawlWords } from './crawl-words.ts';
import { importWords } from './import-words.ts';
import { EXIT, type ExitCode } from './with-database.ts';

export const DEFAULT_CHOICES: ColumnChoices = {
  channelId: 'news',
  site: undefined,
  since: undefined,
  maxListPages: 5,
  everyMinutes: undefined,
};
const DEFAULT_MINUTES = 60;

/** What the command works with. */
export interface CrawlContext extends Omit<CrawlParts, 'tell'> {
  say: (line: string) => void;
  complain: (problem: string) => void;
  /** How long a process that dies keeps others from crawling. */
  leaseMs?: number;
}

const LEASE_POLL_MS = 250;

/** Waits for as long as a process that died may hold the lease; one that lives renews it and is not waited for. */
async function waitForLease(context: CrawlContext): Promise<CrawlLease | undefined> {
  const { store, signal, sleep, say, leaseMs = LEASE_MS } = context;
  let lease = await takeCrawlLease(store, leaseMs);
  if (lease === undefined) say(crawlWords.waiting);
  for (let waited = 0; lease === undefined && waited <= leaseMs; waited += LEASE_POLL_MS) {
    await sleep(LEASE_POLL_MS, signal);
    if (signal.aborted) return undefined;
    lease = await takeCrawlLease(store, leaseMs);
  }
  return lease;
}

async function crawlAll(columns: readonly CrawlColumn[], context: CrawlContext): Promise<ExitCode> {
  const { say, complain } = context;
  const lease = await waitForLease(context);
  if (lease === undefined) {
    complain(crawlWords.busy);
    return EXIT.failed;
  }
  const counts = new Map<CrawlEvent['kind'], number>();
  const tell = (event: CrawlEvent) => {
    counts.set(event.kind, (counts.get(event.kind) ?? 0) + 1);
    say(crawlWords.event(event));
    for (const warning of 'warnings' in event ? event.warnings : [])
      say(importWords.warning(warning));
  };
  let isWhole = true;
  try {
    for (const column of columns) {
      const end = await crawlColumn(column, { ...context, tell }, lease);
      isWhole &&= end === 'ended' || end === 'bounded';
      if (end === 'bounded') say(crawlWords.bounded);
    }
  } finally {
    await lease.release();
  }
  say(crawlWords.tally(counts));
  return isWhole && !counts.has('failed') && !counts.has('again') ? EXIT.ok : EXIT.failed;
}

async function save(
  { address, choices }: Extract<CrawlCommand, { kind: 'once' | 'add' }>,
  { store, complain, now }: CrawlContext,
  defaults: ColumnChoices,
): Promise<CrawlColumn | undefined> {
  const channels = await listChannels(store);
  const id = choices.channelId ?? defaults.channelId;
  if (channels.some((channel) => channel.id === id)) {
    return saveColumn(store, address, choices, defaults, now());
  }
  complain(importWords.unknownChannel(id, channels));
  return undefined;
}

async function list({ store, say }: CrawlContext): Promise<ExitCode> {
  const columns = await listColumns(store);
  if (columns.length === 0) say(crawlWords.noColumns);
  for (const column of columns) {
    say(crawlWords.column(column));
    for (const page of await listTroubles(store, column)) {
      say(crawlWords.trouble(page.address, page.reason ?? ''));
    }
  }
  return EXIT.ok;
}

/** Does what the editor asked for. */
export async function runCrawl(command: CrawlCommand, context: CrawlContext): Promise<ExitCode> {
  const { store, say, complain } = context;
  switch (command.kind) {
    case 'list':
      return list(context);
    case 'remove':
      if (await removeColumn(store, command.address)) {
        say(crawlWords.removed(command.address));
        return EXIT.ok;
      }
      complain(crawlWords.notFound(command.address));
      return EXIT.failed;
    case 'run': {
      const columns = await listColumns(store);
      return crawlAll(
        columns.filter(({ every_minutes }) => every_minutes !== null),
        context,
      );
    }
    case 'once': {
      const column = await save(command, context, DEFAULT_CHOICES);
      return column === undefined ? EXIT.usage : crawlAll([column], context);
    }
    case 'add': {
      const everyMinutes = command.choices.everyMinutes ?? DEFAULT_MINUTES;
      const scheduled = { ...command, choices: { ...command.choices, everyMinutes } };
      const column = await save(scheduled, context, DEFAULT_CHOICES);
      if (column === undefined) return EXIT.usage;
      say(crawlWords.added(column.address, everyMinutes));
      return EXIT.ok;
    }
  }
}
