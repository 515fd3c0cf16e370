import { parseArgs } from 'node:util';
import type { LifeCommand } from '../../domain/article-changes.ts';
import type { ArticleState } from '../../domain/article-state.ts';
import { parsePublishDate } from '../../importer/publish-date.ts';
import { toOneLine } from '../../importer/trim-text.ts';
import type { ArticleCommand, CorrectRequest } from './article-command.ts';
import { parseEditorTime } from './article-time.ts';
import { articleWords, STATE_WORDS } from './article-words.ts';

export type ParsedArticleArguments =
  | { kind: 'run'; command: ArticleCommand }
  | { kind: 'help' }
  /** The command was not understood; one sentence on why. */
  | { kind: 'misused'; reason: string }
  /** It was understood, but a value can't be used; one sentence on why. */
  | { kind: 'refused'; reason: string };

const OPTIONS = {
  state: { type: 'string' },
  channel: { type: 'string' },
  at: { type: 'string' },
  until: { type: 'string' },
  never: { type: 'boolean' },
  reason: { type: 'string' },
  title: { type: 'string' },
  source: { type: 'string' },
  date: { type: 'string' },
  summary: { type: 'string' },
  body: { type: 'string' },
  'based-on': { type: 'string' },
  version: { type: 'string' },
  by: { type: 'string' },
  note: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Flag = keyof typeof OPTIONS;

const TOLD = ['by', 'note'] as const;
const WORDS = ['title', 'source', 'date', 'channel', 'summary', 'body'] as const;

/** The flags of each command. */
const COMMANDS = {
  list: ['state', 'channel'],
  show: [],
  history: [],
  publish: TOLD,
  schedule: ['at', ...TOLD],
  draft: TOLD,
  withdraw: ['reason', ...TOLD],
  pin: ['until', ...TOLD],
  unpin: TOLD,
  expire: ['at', 'never', ...TOLD],
  correct: [...WORDS, 'based-on', ...TOLD],
  restore: ['version', ...TOLD],
} as const satisfies Record<string, readonly Flag[]>;

type CommandName = keyof typeof COMMANDS;
type Values = Partial<Record<Flag, string | boolean>>;
type Refused = Extract<ParsedArticleArguments, { kind: 'misused' | 'refused' }>;

/** Of a title, a source, a reason or a note; a longer one is a mistake. */
const MOST_LENGTH = 200;
/** As the contract has it. */
const MOST_SUMMARY = 80;

const isFlag = (name: string): name is Flag => Object.hasOwn(OPTIONS, name);
const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
const isRefused = (value: { kind: string }): value is Refused =>
  value.kind === 'misused' || value.kind === 'refused';
const toMisuse = (reason: string): Refused => ({ kind: 'misused', reason });
const toRefusal = (reason: string): Refused => ({ kind: 'refused', reason });

// Not strict, so that what is wrong can be said in our own words.
const parseWords = (words: readonly string[]) =>
  parseArgs({
    ...{ args: [...words], options: OPTIONS },
    ...{ allowPositionals: true, strict: false, tokens: true },
  });

type Token = NonNullable<ReturnType<typeof parseWords>['tokens']>[number];

/** Zero-width spaces and the like alone would leave an article without a title. */
const isVisible = (text: string) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

/** Says what is wrong about a flag; undefined when nothing is. */
function checkFlag(token: Token, command: CommandName): string | undefined {
  if (token.kind !== 'option') return undefined;
  const { name, rawName, value, inlineValue } = token;
  if (!isFlag(name)) return articleWords.unknownFlag(rawName);
  if (!(COMMANDS[command] as readonly Flag[]).includes(name)) {
    return articleWords.foreignFlag(command, rawName);
  }
  if (OPTIONS[name].type === 'boolean') {
    return value === undefined ? undefined : articleWords.takesNoValue(rawName);
  }
  // The next flag is no value: a title "--source" would be shown to everybody.
  const isNextFlag = !inlineValue && value?.startsWith('-');
  return isNextFlag || !isVisible(value ?? '') ? articleWords.needsValue(rawName) : undefined;
}

const toText = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? toOneLine(value) : undefined;

/** Words that are shown as they are: what is wrong about them. */
function checkWords(values: Values): string | undefined {
  for (const flag of ['title', 'source', 'summary', 'reason', 'note', 'by'] as const) {
    const text = values[flag];
    if (typeof text !== 'string') continue;
    if (/[\p{Cc}\u2028\u2029]/u.test(text)) return articleWords.controls(flag);
    const { length } = [...text];
    const most = flag === 'summary' ? MOST_SUMMARY : MOST_LENGTH;
    if (length > most) return articleWords.tooLong(flag, length, most);
  }
  return undefined;
}

function toNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

function toState(text: string): ArticleState | undefined {
  const states = Object.keys(STATE_WORDS) as ArticleState[];
  return states.find((state) => state === text || STATE_WORDS[state] === text);
}

function toList(values: Values): ArticleCommand | Refused {
  const named = toText(values.state);
  const state = named === undefined ? undefined : toState(named);
  if (named !== undefined && state === undefined) return toRefusal(articleWords.badState(named));
  return { kind: 'list', state, channelId: toText(values.channel) };
}

/** What a command on the life of an article wants; a day ends at its midnight. */
function toChange(name: CommandName, values: Values): LifeCommand | Refused {
  const text = toText(values.at ?? values.until);
  const time = text === undefined ? undefined : parseEditorTime(text);
  if (text !== undefined && time === undefined) return toRefusal(articleWords.badTime(text));
  switch (name) {
    case 'schedule':
      if (time === undefined) return toMisuse(articleWords.noTime);
      return time.isDay ? toRefusal(articleWords.noClock) : { kind: name, at: time.at };
    case 'expire':
      if (values.never === true && !time) return { kind: name, at: null };
      return time && values.never !== true
        ? { kind: name, at: time.at }
        : toMisuse(articleWords.noEnd);
    case 'pin':
      return { kind: name, until: time?.at ?? null };
    case 'withdraw': {
      const reason = toText(values.reason);
      return reason ? { kind: name, reason } : toMisuse(articleWords.noReason);
    }
    case 'publish':
    case 'draft':
    case 'unpin':
      return { kind: name };
    default:
      throw new Error(`${name} does not change the life of an article`);
  }
}

function toCorrection(
  values: Values,
): Pick<CorrectRequest, 'words' | 'bodyFile' | 'base'> | Refused {
  if (WORDS.every((flag) => values[flag] === undefined)) return toMisuse(articleWords.noCorrection);
  const date = toText(values.date);
  const publishedAt = date === undefined ? undefined : parsePublishDate(date);
  if (date !== undefined && publishedAt === undefined) return toRefusal(articleWords.badTime(date));
  const basedOn = toText(values['based-on']);
  const base = toNumber(basedOn);
  if (basedOn !== undefined && base === undefined)
    return toRefusal(articleWords.badVersion(basedOn));
  const { title, source, summary, channel } = values;
  const given = { title, source, summary, channelId: channel, publishedAt };
  const texts = Object.entries(given).flatMap(([field, value]) => {
    const text = toText(value);
    return text === undefined ? [] : [[field, text]];
  });
  const bodyFile = typeof values.body === 'string' ? values.body : undefined;
  return { words: Object.fromEntries(texts), bodyFile, base };
}

function toCommand(name: CommandName, named: string, values: Values): ArticleCommand | Refused {
  const told = { named, by: toText(values.by), note: toText(values.note) ?? '' };
  switch (name) {
    case 'list':
      return toList(values);
    case 'show':
    case 'history':
      return { kind: name, named };
    case 'correct': {
      const correction = toCorrection(values);
      return 'kind' in correction ? correction : { kind: name, ...told, ...correction };
    }
    case 'restore': {
      const text = toText(values.version);
      if (text === undefined) return toMisuse(articleWords.noVersion);
      const version = toNumber(text);
      return version === undefined
        ? toRefusal(articleWords.badVersion(text))
        : { kind: name, ...told, version };
    }
    default: {
      const change = toChange(name, values);
      return isRefused(change) ? change : { kind: 'life', ...told, change };
    }
  }
}

/** Understands the words after `npm run article --`. */
export function parseArticleArguments(words: readonly string[]): ParsedArticleArguments {
  const { values, positionals, tokens } = parseWords(words);
  if (values.help === true) return { kind: 'help' };
  const [name, ...operands] = positionals;
  if (name === undefined) return toMisuse(articleWords.noCommand);
  if (!isCommand(name)) return toMisuse(articleWords.unknownCommand(name));
  for (const token of tokens ?? []) {
    const problem = checkFlag(token, name);
    if (problem !== undefined) return toMisuse(problem);
  }
  const [named = '', ...rest] = name === 'list' ? ['', ...operands] : operands;
  if (name !== 'list' && !named.trim()) return toMisuse(articleWords.noOperand);
  if (rest[0] !== undefined) return toMisuse(articleWords.tooMuch(rest[0]));
  const problem = checkWords(values as Values);
  if (problem !== undefined) return toRefusal(problem);
  const command = toCommand(name, named.trim(), values as Values);
  return isRefused(command) ? command : { kind: 'run', command };
}
