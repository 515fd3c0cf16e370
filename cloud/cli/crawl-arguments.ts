import { parseArgs } from 'node:util';
import { parsePublishDate } from '../importer/publish-date.ts';
import { readAllowedHosts } from '../importer/sources/allowed-hosts.ts';
import { checkAddress } from '../importer/sources/check-address.ts';
import type { ColumnChoices } from '../store/crawl-columns.ts';
import { crawlWords } from './crawl-words.ts';

/** What the editor asked for. */
export type CrawlCommand =
  | { kind: 'once' | 'add'; address: string; choices: Partial<ColumnChoices>; dryRun: boolean }
  | { kind: 'remove'; address: string }
  | { kind: 'list' | 'run' };

export type ParsedCrawlArguments =
  | { kind: 'run'; command: CrawlCommand }
  | { kind: 'help' }
  /** One sentence on why the command was not understood. */
  | { kind: 'misused'; reason: string };

const OPTIONS = {
  channel: { type: 'string' },
  site: { type: 'string' },
  pages: { type: 'string' },
  since: { type: 'string' },
  every: { type: 'string' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Flag = keyof typeof OPTIONS;
type CommandName = CrawlCommand['kind'];

const CHOICES = ['channel', 'site', 'pages', 'since'] as const;
const FLAGS: Record<CommandName, readonly Flag[]> = {
  once: [...CHOICES, 'dry-run'],
  add: [...CHOICES, 'every'],
  remove: [],
  list: [],
  run: [],
};
const NAMED = new Set<string>(['add', 'remove', 'list', 'run']);
const PAGES = { least: 1, most: 200 };
const MINUTES = { least: 10, most: 10_080 };

const toMisuse = (reason: string): ParsedCrawlArguments => ({ kind: 'misused', reason });
const isFlag = (name: string): name is Flag => Object.hasOwn(OPTIONS, name);

// Not strict, so that what is wrong can be said in our own words.
const parseWords = (words: readonly string[]) =>
  parseArgs({
    args: [...words],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });

type Parsed = ReturnType<typeof parseWords>;

function checkFlag(token: Parsed['tokens'][number], command: CommandName): string | undefined {
  if (token.kind !== 'option') return undefined;
  const { name, rawName, value } = token;
  if (!isFlag(name)) return crawlWords.unknownFlag(rawName);
  if (!FLAGS[command].includes(name)) return crawlWords.foreignFlag(command, rawName);
  if (OPTIONS[name].type === 'boolean') {
    return value === undefined ? undefined : crawlWords.takesNoValue(rawName);
  }
  if (!value?.trim()) return crawlWords.needsValue(rawName);
  if (name === 'since' && parsePublishDate(value) === undefined) return crawlWords.badDate(value);
  const range = name === 'pages' ? PAGES : name === 'every' ? MINUTES : undefined;
  if (range === undefined) return undefined;
  const isIn = /^\d{1,6}$/.test(value) && +value >= range.least && +value <= range.most;
  return isIn ? undefined : crawlWords.badNumber(rawName, range.least, range.most);
}

function toChoices(values: Parsed['values']): Partial<ColumnChoices> {
  const { channel, site, pages, since, every } = values;
  const day = since === undefined ? undefined : parsePublishDate(String(since))?.slice(0, 10);
  return {
    ...(channel !== undefined && { channelId: String(channel) }),
    ...(site !== undefined && { site: String(site).trim() }),
    ...(pages !== undefined && { maxListPages: Number(pages) }),
    ...(day !== undefined && { since: day }),
    ...(every !== undefined && { everyMinutes: Number(every) }),
  };
}

/** Understands the words after `npm run crawl --`. */
export function parseCrawlArguments(words: readonly string[]): ParsedCrawlArguments {
  const { values, positionals, tokens } = parseWords(words);
  if (values.help === true) return { kind: 'help' };
  const [first] = positionals;
  if (first === undefined) return toMisuse(crawlWords.noAddress);
  const kind = NAMED.has(first) ? (first as CommandName) : 'once';
  for (const token of tokens) {
    const problem = checkFlag(token, kind);
    if (problem !== undefined) return toMisuse(problem);
  }
  const rest = kind === 'once' ? positionals : positionals.slice(1);
  const operands = kind === 'list' || kind === 'run' ? 0 : 1;
  const surplus = rest[operands];
  if (surplus !== undefined) return toMisuse(crawlWords.tooMuch(surplus));
  if (kind === 'list' || kind === 'run') return { kind: 'run', command: { kind } };
  if (rest[0] === undefined) return toMisuse(crawlWords.noAddress);
  const checked = checkAddress(rest[0], readAllowedHosts());
  if (!checked.ok) return toMisuse(crawlWords.badAddress(checked.reason));
  const address = checked.value.href;
  if (kind === 'remove') return { kind: 'run', command: { kind, address } };
  const dryRun = values['dry-run'] === true;
  return { kind: 'run', command: { kind, address, choices: toChoices(values), dryRun } };
}
