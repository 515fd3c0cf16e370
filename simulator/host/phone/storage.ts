import { utf8Length } from '../../record/utf8-length.ts';
import type { KeptText } from '../launch-options.ts';

/** Name of that text in a browser's own storage. */
export const STORED_KEY = 'weapp-simulator-storage';

/** The same for a program in the timeline. */
export const STORED_ALONE_KEY = `${STORED_KEY}-single-page`;

/** What JSON can't carry by itself is kept with its kind, as WeChat does. */
type Entry = { data?: unknown; kind?: 'Date' | 'Undefined' | 'Number' };

/** The text in which a program with these keys finds them. */
export function toStoredText(values: Record<string, unknown>): string {
  return JSON.stringify(Object.entries(values).map(([key, value]) => [key, toEntry(value)]));
}

/** The program's stored keys, each as JSON. */
export class Storage {
  #entries: Map<string, string>;
  /** Bytes of each key, known once they were counted. */
  readonly #sizes = new Map<string, number>();
  readonly #kept: KeptText;

  constructor(kept: KeptText) {
    this.#kept = kept;
    this.#entries = new Map(JSON.parse(kept.read() ?? '[]') as [string, string][]);
  }

  get(key: string): { found: boolean; value: unknown } {
    const text = this.#entries.get(key);
    return text === undefined ? { found: false, value: '' } : { found: true, value: toValue(text) };
  }

  /**
   * Throws what JSON.stringify throws, for a circular object or a bigint inside of one, and what the keeper throws when it is
   * full; the key then stays as it was.
   */
  set(key: string, value: unknown): void {
    this.#keep(new Map(this.#entries).set(key, toEntry(value)));
    this.#sizes.delete(key);
  }

  remove(key: string): void {
    this.#keep(new Map([...this.#entries].filter(([name]) => name !== key)));
    this.#sizes.delete(key);
  }

  clear(): void {
    this.#keep(new Map());
    this.#sizes.clear();
  }

  keys(): string[] {
    return [...this.#entries.keys()];
  }

  /** Bytes that all keys hold. */
  size(): number {
    let bytes = 0;
    for (const key of this.#entries.keys()) bytes += this.sizeOf(key);
    return bytes;
  }

  /** Bytes that one key holds; 0 where it is not there. */
  sizeOf(key: string): number {
    const text = this.#entries.get(key);
    if (text === undefined) return 0;
    const size = this.#sizes.get(key) ?? entrySize(key, text);
    this.#sizes.set(key, size);
    return size;
  }

  /** Bytes that a key would hold with a value; throws as `set` does. */
  sizeWith(key: string, value: unknown): number {
    return entrySize(key, toEntry(value));
  }

  #keep(entries: Map<string, string>): void {
    this.#kept.write(JSON.stringify([...entries]));
    this.#entries = entries;
  }
}

/** A key counts with its name; a text counts as it is, anything else as its JSON. */
function entrySize(key: string, text: string): number {
  const { data } = JSON.parse(text) as Entry;
  const content = typeof data === 'string' ? data : (JSON.stringify(data) ?? '');
  return utf8Length(key) + utf8Length(content);
}

/** A function, symbol or bigint is kept as an empty text, as WeChat's base library does. */
function toEntry(value: unknown): string {
  const entry = (data: unknown, kind?: Entry['kind']) => JSON.stringify({ data, kind });
  if (value === undefined) return entry('undefined', 'Undefined');
  if (typeof value === 'number' && !Number.isFinite(value)) return entry(String(value), 'Number');
  if (['function', 'symbol', 'bigint'].includes(typeof value)) return entry('');
  if (Object.prototype.toString.call(value) === '[object Date]') {
    return entry(String((value as Date).getTime()), 'Date');
  }
  return entry(value);
}

function toValue(text: string): unknown {
  const { data, kind } = JSON.parse(text) as Entry;
  if (kind === 'Undefined') return undefined;
  if (kind === 'Number') return Number(data);
  return kind === 'Date' ? new Date(Number(data)) : data;
}
