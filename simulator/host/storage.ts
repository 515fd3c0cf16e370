import type { KeptText } from './launch-options.ts';

/** Name of that text in a browser's own storage. */
export const STORED_KEY = 'weapp-simulator-storage';

/** The same for a program in the timeline. */
export const STORED_ALONE_KEY = `${STORED_KEY}-single-page`;

/** The text in which a program with these keys finds them. */
export function toStoredText(values: Record<string, unknown>): string {
  return JSON.stringify(Object.entries(values).map(([key, value]) => [key, toEntry(value)]));
}

/** The program's stored keys, each as JSON. */
export class Storage {
  readonly #entries: Map<string, string>;
  readonly #kept: KeptText;

  constructor(kept: KeptText) {
    this.#kept = kept;
    this.#entries = new Map(JSON.parse(kept.read() ?? '[]') as [string, string][]);
  }

  get(key: string): { found: boolean; value: unknown } {
    const text = this.#entries.get(key);
    return text === undefined
      ? { found: false, value: '' }
      : { found: true, value: (JSON.parse(text) as { data?: unknown }).data };
  }

  set(key: string, value: unknown): void {
    this.#entries.set(key, toEntry(value));
    this.#save();
  }

  remove(key: string): void {
    this.#entries.delete(key);
    this.#save();
  }

  clear(): void {
    this.#entries.clear();
    this.#save();
  }

  keys(): string[] {
    return [...this.#entries.keys()];
  }

  /** Kilobytes in use, rounded up. */
  size(): number {
    const characters = [...this.#entries].reduce(
      (sum, [key, text]) => sum + key.length + text.length,
      0,
    );
    return Math.ceil(characters / 1024);
  }

  #save(): void {
    this.#kept.write(JSON.stringify([...this.#entries]));
  }
}

function toEntry(value: unknown): string {
  return JSON.stringify({ data: value });
}
