import { parseArgs } from 'node:util';
import { parseNoticeTime } from './notice-time.ts';
import { noticeWords } from './notice-words.ts';

/** What the editor asked for. */
export type NoticeCommand =
  | PublishCommand
  | TestCommand
  | { kind: 'show' | 'cancel'; noticeId: string }
  | { kind: 'list' | 'line' | 'resume' | 'deliver' };

export interface PublishCommand {
  kind: 'publish';
  /** Of an article or an event. */
  subjectId: string;
  /** Empty when there is none. */
  note: string;
  isUrgent: boolean;
  /** Milliseconds since the epoch; now when absent. */
  publishAt?: number;
  /** Though readers were told before. */
  isRepeat: boolean;
  isDryRun: boolean;
}

export interface TestCommand {
  kind: 'test';
  subjectId: string;
  note: string;
  /** Of the account, as its owner sees it in 我的. */
  code: string;
}

export type ParsedNoticeArguments =
  | { kind: 'run'; command: NoticeCommand }
  | { kind: 'help' }
  /** The command was not understood; one sentence on why. */
  | { kind: 'misused'; reason: string }
  /** It was understood, but a value can't be used; one sentence on why. */
  | { kind: 'refused'; reason: string };

const OPTIONS = {
  note: { type: 'string' },
  at: { type: 'string' },
  to: { type: 'string' },
  urgent: { type: 'boolean' },
  again: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Flag = keyof typeof OPTIONS;
type CommandName = NoticeCommand['kind'];

/** What each command takes: what its operand is, and its flags. */
const COMMANDS: Readonly<
  Record<CommandName, { operand?: 'subject' | 'notice'; flags: readonly Flag[] }>
> = {
  publish: { operand: 'subject', flags: ['note', 'at', 'urgent', 'again', 'dry-run'] },
  test: { operand: 'subject', flags: ['note', 'to'] },
  list: { flags: [] },
  show: { operand: 'notice', flags: [] },
  cancel: { operand: 'notice', flags: [] },
  line: { flags: [] },
  resume: { flags: [] },
  deliver: { flags: [] },
};

const MOST_NOTE_LENGTH = 200;

const isFlag = (name: string): name is Flag => Object.hasOwn(OPTIONS, name);
const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
const toMisuse = (reason: string): ParsedNoticeArguments => ({ kind: 'misused', reason });
const toRefusal = (reason: string): ParsedNoticeArguments => ({ kind: 'refused', reason });

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
type Values = Parsed['values'];

/** Says what is wrong about a flag; undefined when nothing is. */
function checkFlag(token: Parsed['tokens'][number], command: CommandName): string | undefined {
  if (token.kind !== 'option') return undefined;
  const { name, rawName, value, inlineValue } = token;
  if (!isFlag(name)) return noticeWords.unknownFlag(rawName);
  if (!COMMANDS[command].flags.includes(name)) return noticeWords.foreignFlag(command, rawName);
  if (OPTIONS[name].type === 'boolean') {
    return value === undefined ? undefined : noticeWords.takesNoValue(rawName);
  }
  // The next flag is no value: a note "--urgent" would be sent to everybody.
  const isNextFlag = !inlineValue && value?.startsWith('-');
  return isNextFlag || !value?.trim() ? noticeWords.needsValue(rawName) : undefined;
}

function checkNote(note: string): string | undefined {
  if (/[\p{Cc}\u2028\u2029]/u.test(note)) return noticeWords.noteControls;
  const length = [...note].length;
  return length > MOST_NOTE_LENGTH ? noticeWords.noteLong(length, MOST_NOTE_LENGTH) : undefined;
}

const toText = (value: Values[Flag]): string => (value === undefined ? '' : String(value).trim());

function toPublish(subjectId: string, values: Values, now: number): ParsedNoticeArguments {
  const note = toText(values.note);
  const time = values.at === undefined ? undefined : parseNoticeTime(toText(values.at), now);
  if (time?.ok === false) return toRefusal(time.reason);
  const command: PublishCommand = {
    ...{ kind: 'publish', subjectId, note },
    ...(time && { publishAt: time.at }),
    isUrgent: values.urgent === true,
    isRepeat: values.again === true,
    isDryRun: values['dry-run'] === true,
  };
  return { kind: 'run', command };
}

function toTest(subjectId: string, values: Values): ParsedNoticeArguments {
  const code = toText(values.to);
  if (code === '') return toMisuse(noticeWords.noReader);
  return { kind: 'run', command: { kind: 'test', subjectId, note: toText(values.note), code } };
}

function toCommand(
  kind: CommandName,
  operand: string,
  values: Values,
  now: number,
): ParsedNoticeArguments {
  const problem = checkNote(toText(values.note));
  if (problem !== undefined) return toRefusal(problem);
  switch (kind) {
    case 'publish':
      return toPublish(operand, values, now);
    case 'test':
      return toTest(operand, values);
    case 'show':
    case 'cancel':
      return { kind: 'run', command: { kind, noticeId: operand } };
    default:
      return { kind: 'run', command: { kind } };
  }
}

/**
 * Understands the words after `npm run notice --`.
 *
 * @param now milliseconds since the epoch: a notice can't be planned for the past
 */
export function parseNoticeArguments(words: readonly string[], now: number): ParsedNoticeArguments {
  const { values, positionals, tokens } = parseWords(words);
  if (values.help === true) return { kind: 'help' };
  const [name, ...operands] = positionals;
  if (name === undefined) return toMisuse(noticeWords.noCommand);
  if (!isCommand(name)) return toMisuse(noticeWords.unknownCommand(name));
  for (const token of tokens) {
    const problem = checkFlag(token, name);
    if (problem !== undefined) return toMisuse(problem);
  }
  const { operand: wanted } = COMMANDS[name];
  const [operand = '', ...rest] = wanted === undefined ? ['', ...operands] : operands;
  if (wanted !== undefined && !operand.trim()) return toMisuse(noticeWords.noOperand[wanted]);
  if (rest[0] !== undefined) return toMisuse(noticeWords.tooMuch(rest[0]));
  return toCommand(name, operand.trim(), values, now);
}
