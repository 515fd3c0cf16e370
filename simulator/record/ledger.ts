import { RULES, type RuleId } from '../rules/rule-table.ts';
import { toDigest } from './digest.ts';
import { utf8Length } from './utf8-length.ts';

/** One setData: who called it, which keys it set, and the UTF-8 bytes of its JSON. */
export type SetDataEntry = {
  /** Milliseconds since the launch. */
  at: number;
  page: string;
  /** Path of the component that called it, null for the page itself. */
  component: string | null;
  keys: string[];
  bytes: number;
  /** What the person did last before it; `launch` at first. */
  interaction: string;
};

/** One call of a `wx` function. */
export type CallEntry = {
  at: number;
  name: string;
  /** The arguments as JSON knows them; functions are left out. */
  args: unknown[];
  outcome: 'pending' | 'ok' | 'fail' | 'returned' | 'threw';
  /** errMsg of an ended asynchronous call, message of a thrown error. */
  detail: string;
};

/** Something that went wrong, and whose word it is. */
export type ErrorEntry = {
  at: number;
  level: 'error' | 'warning';
  source: 'program' | 'framework' | 'compiler' | 'simulator' | 'console' | 'rule';
  /** The rule that the program broke; null where none is named. */
  rule: RuleId | null;
  message: string;
  stack: string;
};

/** Something that reached the world outside the program: copied, called, saved, opened. */
export type EffectEntry = { at: number; kind: EffectKind; detail: Record<string, unknown> };

export type EffectKind =
  | 'clipboard'
  | 'phone'
  | 'map'
  | 'calendar'
  | 'images'
  | 'album'
  | 'scan'
  | 'document'
  | 'share-image'
  | 'share-file'
  | 'article'
  | 'program'
  | 'audio'
  | 'subscribe'
  | 'media'
  | 'service'
  | 'vibration';

/** One answer of a server to wx.request, by its content. */
export type AnswerEntry = {
  at: number;
  /** The page on top when it came. */
  page: string;
  method: string;
  url: string;
  bytes: number;
  /** Equal for equal content. */
  digest: string;
};

export type LedgerSnapshot = {
  setData: SetDataEntry[];
  calls: CallEntry[];
  errors: ErrorEntry[];
  effects: EffectEntry[];
  answers: AnswerEntry[];
};

/** Everything that the simulator notes while a program runs. Entries are only ever added. */
export class Ledger {
  readonly setData: SetDataEntry[] = [];
  readonly calls: CallEntry[] = [];
  readonly errors: ErrorEntry[] = [];
  readonly effects: EffectEntry[] = [];
  readonly answers: AnswerEntry[] = [];
  #interaction = 'launch';
  #touched = false;
  /** Called after each new or ended entry. */
  onChange: () => void = () => {};
  /** Names the rule behind an error of the program; null where none is known. */
  explain: (reason: unknown) => { rule: RuleId; detail: string } | null = () => null;
  /** Errors that were explained: a program that logs and throws one breaks the rule once. */
  readonly #explained = new WeakSet<object>();
  readonly #start = performance.now();

  /** Notes a setData; `noteSetData` holds it against WeChat's sizes too. */
  addSetData(page: string, component: string | null, data: Record<string, unknown>): SetDataEntry {
    const json = JSON.stringify(data) ?? '';
    const bytes = utf8Length(json);
    const interaction = this.#interaction;
    const keys = Object.keys(data);
    const entry = { at: this.#at(), page, component, keys, bytes, interaction };
    this.setData.push(entry);
    this.onChange();
    return entry;
  }

  /** From here on setData counts for what the person just did, as `tap 报名`. */
  beginInteraction(what: string): void {
    this.#interaction = what;
    this.#touched = true;
  }

  /** From here on setData counts for what befell the phone, as `network none`. */
  beginChange(what: string): void {
    this.#interaction = what;
  }

  /** Whether the person has done anything since the launch. */
  hasInteraction(): boolean {
    return this.#touched;
  }

  /** Notes what reached the world outside. */
  addEffect(kind: EffectKind, detail: Record<string, unknown>): void {
    this.effects.push({ at: this.#at(), kind, detail: toPlain(detail) as Record<string, unknown> });
    this.onChange();
  }

  /** Notes what a server answered. */
  addAnswer(page: string, method: string, url: string, body: Uint8Array): void {
    const digest = toDigest(body);
    this.answers.push({ at: this.#at(), page, method, url, bytes: body.length, digest });
  }

  /** Notes that the program broke a rule; `detail` says with what, `cause` what was thrown. */
  breakRule(rule: RuleId, detail: string, cause?: Error): void {
    const { level, sentence } = RULES[rule];
    const message = `${rule}: ${detail} (${sentence})`;
    const stack = (cause ?? new Error(message)).stack ?? '';
    this.errors.push({ at: this.#at(), level, source: 'rule', rule, message, stack });
    this.onChange();
  }

  /** Notes a call; the caller ends the entry with `end`. */
  addCall(name: string, args: unknown[]): CallEntry {
    const entry: CallEntry = {
      at: this.#at(),
      name,
      args: toPlain(args) as unknown[],
      outcome: 'pending',
      detail: '',
    };
    this.calls.push(entry);
    this.onChange();
    return entry;
  }

  end(entry: CallEntry, outcome: CallEntry['outcome'], detail = ''): void {
    entry.outcome = outcome;
    entry.detail = detail;
    this.onChange();
  }

  addError(
    level: ErrorEntry['level'],
    source: Exclude<ErrorEntry['source'], 'rule'>,
    reason: unknown,
  ): void {
    if (reason instanceof Error && this.#isExplained(reason)) return;
    const { message, stack } = toMessage(reason);
    this.errors.push({ at: this.#at(), level, source, rule: null, message, stack });
    this.onChange();
  }

  /** Notes the broken rule in the place of the error that came from it. */
  #isExplained(error: Error): boolean {
    if (this.#explained.has(error)) return true;
    const known = this.explain(error);
    if (!known) return false;
    this.#explained.add(error);
    this.breakRule(known.rule, `${known.detail}: ${error.message}`, error);
    return true;
  }

  snapshot(): LedgerSnapshot {
    return {
      setData: [...this.setData],
      calls: [...this.calls],
      errors: [...this.errors],
      effects: [...this.effects],
      answers: [...this.answers],
    };
  }

  /** Number of entries so far. */
  total(): number {
    return this.setData.length + this.calls.length + this.errors.length + this.effects.length;
  }

  #at(): number {
    return Math.round(performance.now() - this.#start);
  }
}

function toMessage(reason: unknown): { message: string; stack: string } {
  if (reason instanceof Error) return { message: reason.message, stack: reason.stack ?? '' };
  if (typeof reason === 'object' && reason !== null) {
    const { message, errMsg, stack } = reason as Record<string, unknown>;
    const said = message ?? errMsg ?? JSON.stringify(toPlain(reason));
    return { message: String(said), stack: typeof stack === 'string' ? stack : '' };
  }
  return { message: String(reason), stack: '' };
}

/** Longer texts are noted by their beginning: a program may write megabytes, and every reader copies the notes. */
const LONGEST_TEXT = 10_000;

/**
 * What JSON keeps of a value; an object inside itself becomes `[circular]`, a page `[component]`, a bigint
 * its digits.
 */
function toPlain(value: unknown): unknown {
  const above: unknown[] = [];
  const text = JSON.stringify(value, function (this: unknown, _key, item: unknown) {
    while (above.length > 0 && above.at(-1) !== this) above.pop();
    if (typeof item === 'bigint') return `${item}n`;
    if (typeof item === 'string' && item.length > LONGEST_TEXT) {
      return `${item.slice(0, LONGEST_TEXT)}… (${item.length} characters)`;
    }
    if (typeof item !== 'object' || item === null) return item;
    if ('_$' in item) return '[component]';
    if (above.includes(item)) return '[circular]';
    above.push(item);
    return item;
  });
  return text === undefined ? undefined : JSON.parse(text);
}
