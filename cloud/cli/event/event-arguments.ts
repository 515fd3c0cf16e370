import { parseArgs } from 'node:util';
import { eventWords } from './event-words.ts';

/** What the editor asked for. */
export type EventCommand =
  /** `named`: id or words of a title; `out`: the folder for the files, undefined to print them. */
  | { kind: 'propose'; named: string; out: string | undefined }
  | { kind: 'add'; files: string[] }
  | { kind: 'list' };

export type ParsedEventArguments =
  | { kind: 'run'; command: EventCommand }
  | { kind: 'help' }
  /** One sentence on why it was not understood. */
  | { kind: 'misused'; reason: string };

const OPTIONS = {
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const COMMANDS = ['propose', 'add', 'list'] as const;
type CommandName = (typeof COMMANDS)[number];
const isCommand = (name: string): name is CommandName =>
  (COMMANDS as readonly string[]).includes(name);

const toMisuse = (reason: string) => ({ kind: 'misused' as const, reason });

// Not strict, so that what is wrong can be said in our own words.
const parseWords = (words: readonly string[]) =>
  parseArgs({
    ...{ args: [...words], options: OPTIONS },
    ...{ allowPositionals: true, strict: false, tokens: true },
  });

type Token = NonNullable<ReturnType<typeof parseWords>['tokens']>[number];

/** Says what is wrong about a flag; undefined when nothing is. */
function checkFlag(token: Token, command: CommandName): string | undefined {
  if (token.kind !== 'option') return undefined;
  const { name, rawName, value, inlineValue } = token;
  if (!Object.hasOwn(OPTIONS, name)) return eventWords.unknownFlag(rawName);
  if (name === 'help') return value === undefined ? undefined : eventWords.takesNoValue(rawName);
  if (command !== 'propose') return eventWords.foreignFlag(command, rawName);
  const isNextFlag = !inlineValue && value?.startsWith('-');
  return isNextFlag || !value?.trim() ? eventWords.needsValue(rawName) : undefined;
}

function toCommand(
  name: CommandName,
  operands: readonly string[],
  out: string | undefined,
): ParsedEventArguments {
  if (name === 'add') {
    const files = operands.filter((file) => file !== '');
    return files.length === 0
      ? toMisuse(eventWords.noFile)
      : { kind: 'run', command: { kind: name, files } };
  }
  const [named = '', ...rest] = name === 'list' ? ['', ...operands] : operands;
  if (rest[0] !== undefined) return toMisuse(eventWords.tooMuch(rest[0]));
  if (name === 'list') return { kind: 'run', command: { kind: name } };
  if (!named.trim()) return toMisuse(eventWords.noArticleNamed);
  return { kind: 'run', command: { kind: name, named: named.trim(), out } };
}

/** Understands the words after `npm run event --`. */
export function parseEventArguments(words: readonly string[]): ParsedEventArguments {
  const { values, positionals, tokens } = parseWords(words);
  if (values.help === true) return { kind: 'help' };
  const [name, ...operands] = positionals;
  if (name === undefined) return toMisuse(eventWords.noCommand);
  if (!isCommand(name)) return toMisuse(eventWords.unknownCommand(name));
  for (const token of tokens ?? []) {
    const problem = checkFlag(token, name);
    if (problem !== undefined) return toMisuse(problem);
  }
  return toCommand(name, operands, typeof values.out === 'string' ? values.out : undefined);
}
