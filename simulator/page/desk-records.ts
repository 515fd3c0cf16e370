import type {
  CallEntry,
  EffectEntry,
  ErrorEntry,
  LedgerSnapshot,
  SetDataEntry,
} from '../record/ledger.ts';
import { DOCUMENTS } from '../rules/rule.ts';
import { RULES } from '../rules/rule-table.ts';
import { DESK_WORDS as WORDS } from './desk-words.ts';

/** The lists that people read; answers are for the audit. */
export type RecordKind = Exclude<keyof LedgerSnapshot, 'answers'>;
export const RECORD_KINDS: RecordKind[] = ['errors', 'calls', 'setData', 'effects'];

/** One line of the list, and what it holds when it is opened. */
export type Row = {
  what: string;
  state: string;
  tone: 'good' | 'bad' | 'warn' | '';
  /** A second line, short. */
  more: string;
  /** Counted under this word above the list. */
  level: string;
  /** setData: what the person did last before it. */
  interaction?: string;
  bytes?: number;
  link?: { href: string; word: string };
  /** All that is known; made only when it is looked at. */
  whole: () => string;
};

/** The line of one entry of the ledger. */
export function toRow(records: LedgerSnapshot, kind: RecordKind, index: number): Row | undefined {
  const entry = records[kind][index];
  if (!entry) return undefined;
  if (kind === 'calls') return callRow(entry as CallEntry);
  if (kind === 'setData') return setDataRow(entry as SetDataEntry);
  if (kind === 'effects') return effectRow(entry as EffectEntry);
  return errorRow(entry as ErrorEntry);
}

/** A limit of setData that is told, and one that WeChat refuses, in bytes. */
const LARGE = 256 * 1024;
const TOO_LARGE = 1024 * 1024;

function callRow({ at, name, args, outcome, detail }: CallEntry): Row {
  const failed = outcome === 'fail' || outcome === 'threw';
  const word = WORDS.outcomes[outcome];
  return {
    what: `wx.${name}`,
    state: `${word} · ${WORDS.at(at)}`,
    tone: failed ? 'bad' : outcome === 'ok' ? 'good' : '',
    more: failed ? detail : args.map(toShort).join(', '),
    level: word,
    whole: () => [...args.map(toLong), detail].filter((text) => text !== '').join('\n\n'),
  };
}

function setDataRow({ at, page, component, keys, bytes, interaction }: SetDataEntry): Row {
  const mark = bytes > TOO_LARGE ? WORDS.tooLarge : bytes > LARGE ? WORDS.large : '';
  return {
    what: component ?? page,
    state: [mark, WORDS.bytes(bytes), WORDS.at(at)].filter((word) => word !== '').join(' · '),
    tone: bytes > TOO_LARGE ? 'bad' : bytes > LARGE ? 'warn' : '',
    more: keys.join(', '),
    level: mark,
    interaction: interaction === 'launch' ? WORDS.launch : WORDS.tapped(interaction),
    bytes,
    whole: () => [page, ...(component ? [component] : []), '', ...keys].join('\n'),
  };
}

function errorRow({ at, level, source, rule, message, stack }: ErrorEntry): Row {
  const row: Row = {
    what: message,
    state: `${WORDS.sources[source]}${WORDS.levels[level]} · ${WORDS.at(at)}`,
    tone: level === 'error' ? 'bad' : 'warn',
    more: stack.split('\n')[1]?.trim() ?? '',
    level: WORDS.levels[level],
    whole: () => (stack.includes(message) ? stack : `${message}\n${stack}`).trim(),
  };
  if (!rule) return row;
  const { sentence, source: address } = RULES[rule];
  const detail = message.replace(`${rule}: `, '').replace(` (${sentence})`, '');
  return {
    ...row,
    what: detail,
    more: `${rule}: ${sentence}`,
    link: { href: toDocument(address), word: WORDS.document },
  };
}

function effectRow({ at, kind, detail }: EffectEntry): Row {
  const word = WORDS.kinds[kind];
  return {
    what: word,
    state: WORDS.at(at),
    tone: '',
    more: Object.values(detail).map(toText).join(' · '),
    level: word,
    whole: () => toLong(detail),
  };
}

/** A rule's source is a path below WeChat's documents, or a whole address. */
export function toDocument(source: string): string {
  return /^https?:/.test(source) ? source : DOCUMENTS + source;
}

function toShort(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'url' in value) {
    const { url, method } = value as { url: unknown; method?: unknown };
    return `${typeof method === 'string' ? `${method} ` : ''}${String(url)}`;
  }
  const text = JSON.stringify(value) ?? '';
  return text === '{}' ? '' : text;
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function toLong(value: unknown): string {
  const text = JSON.stringify(value, null, 2) ?? '';
  return text === '{}' ? '' : text;
}
