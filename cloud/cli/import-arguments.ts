import { parseArgs } from 'node:util';
import { parsePublishDate } from '../importer/publish-date.ts';
import { importWords } from './import-words.ts';

/** What the editor asked for. */
export interface ImportArguments {
  /** Files, folders, addresses; at least one. */
  names: string[];
  /** Absent: an article that is known stays in its channel. */
  channelId: string | undefined;
  site: string | undefined;
  /** In place of what the one page says of itself. */
  title: string | undefined;
  source: string | undefined;
  date: string | undefined;
  dryRun: boolean;
  /** New articles wait for an editor to publish them. */
  asDraft: boolean;
  /** An article that lacks pages may take the place of a known one. */
  asPartial: boolean;
}

export type ParsedArguments =
  | { kind: 'run'; arguments: ImportArguments }
  | { kind: 'help' }
  /** The command was not understood; one sentence on why. */
  | { kind: 'misused'; reason: string };

const OPTIONS = {
  channel: { type: 'string' },
  site: { type: 'string' },
  title: { type: 'string' },
  source: { type: 'string' },
  date: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  draft: { type: 'boolean', default: false },
  partial: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const toMisuse = (reason: string): ParsedArguments => ({ kind: 'misused', reason });

/** Understands the words after `npm run import --`. */
export function parseImportArguments(words: readonly string[]): ParsedArguments {
  // Not strict, so that what is wrong can be said in our own words.
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(OPTIONS, token.name))
      return toMisuse(importWords.unknownFlag(token.rawName));
    const takesValue = OPTIONS[token.name as keyof typeof OPTIONS].type === 'string';
    if (takesValue && !token.value?.trim()) return toMisuse(importWords.needsValue(token.rawName));
    if (!takesValue && token.value !== undefined) {
      return toMisuse(importWords.takesNoValue(token.rawName));
    }
  }
  if (values.help === true) return { kind: 'help' };
  if (positionals.length === 0) return toMisuse(importWords.noNames);
  const toText = (name: 'site' | 'title' | 'source' | 'date') =>
    values[name] === undefined ? undefined : String(values[name]).trim();
  const date = toText('date');
  if (date !== undefined && parsePublishDate(date) === undefined) {
    return toMisuse(importWords.badDate(date));
  }
  return {
    kind: 'run',
    arguments: {
      names: positionals,
      channelId: values.channel === undefined ? undefined : String(values.channel),
      site: toText('site'),
      title: toText('title'),
      source: toText('source'),
      date,
      dryRun: values['dry-run'] === true,
      asDraft: values.draft === true,
      asPartial: values.partial === true,
    },
  };
}
