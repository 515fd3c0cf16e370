import type { LedgerSnapshot } from '../record/ledger.ts';
import { DESK_WORDS as WORDS } from './desk-words.ts';

type Row = { what: string; state: string; tone: string; more: string };
export type RecordKind = 'calls' | 'setData' | 'errors';
export const RECORD_KINDS: RecordKind[] = ['calls', 'setData', 'errors'];

/** Most recent rows that are drawn; the ledger itself keeps all. */
const SHOWN = 200;

/** The lines of one list of the side pane, newest first. */
export function toRows(records: LedgerSnapshot, kind: RecordKind): Row[] {
  const all = { calls: callRows, setData: setDataRows, errors: errorRows }[kind](records);
  return all.slice(-SHOWN).reverse();
}

export function emptyWord(kind: RecordKind): string {
  return { calls: WORDS.noCalls, setData: WORDS.noSetData, errors: WORDS.noErrors }[kind];
}

function callRows({ calls }: LedgerSnapshot): Row[] {
  return calls.map(({ at, name, args, outcome, detail }) => ({
    what: `wx.${name}`,
    state: `${WORDS.outcomes[outcome]} · ${WORDS.at(at)}`,
    tone: { ok: 'good', fail: 'bad', threw: 'bad', pending: '', returned: '' }[outcome],
    more: outcome === 'fail' || outcome === 'threw' ? detail : args.map(toShort).join(', '),
  }));
}

function setDataRows({ setData }: LedgerSnapshot): Row[] {
  return setData.map(({ at, page, component, keys, bytes }) => ({
    what: component ?? page,
    state: `${WORDS.bytes(bytes)} · ${WORDS.at(at)}`,
    tone: '',
    more: keys.join(', '),
  }));
}

function errorRows({ errors }: LedgerSnapshot): Row[] {
  return errors.map(({ at, level, source, message, stack }) => ({
    what: message,
    state: `${WORDS.sources[source]}${WORDS.levels[level]} · ${WORDS.at(at)}`,
    tone: level === 'error' ? 'bad' : 'warn',
    more: stack.split('\n')[1]?.trim() ?? '',
  }));
}

function toShort(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'url' in value) {
    const { url, method } = value as { url: unknown; method?: unknown };
    return `${typeof method === 'string' ? `${method} ` : ''}${String(url)}`;
  }
  const text = JSON.stringify(value) ?? '';
  return text === '{}' ? '' : text;
}
