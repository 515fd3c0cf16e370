const KEY = 'weapp-simulator-storage';

/** The program's stored keys, each as JSON, in memory or in the browser's storage. */
export class Storage {
  #entries = new Map<string, string>();
  readonly #kept: boolean;

  constructor(kind: 'memory' | 'browser', initial: Record<string, unknown> | undefined) {
    this.#kept = kind === 'browser';
    if (this.#kept) {
      const saved = JSON.parse(localStorage.getItem(KEY) ?? '[]') as [string, string][];
      this.#entries = new Map(saved);
    }
    for (const [key, value] of Object.entries(initial ?? {})) this.set(key, value);
  }

  get(key: string): { found: boolean; value: unknown } {
    const text = this.#entries.get(key);
    return text === undefined
      ? { found: false, value: '' }
      : { found: true, value: (JSON.parse(text) as { data?: unknown }).data };
  }

  set(key: string, value: unknown): void {
    this.#entries.set(key, JSON.stringify({ data: value }));
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
    if (this.#kept) localStorage.setItem(KEY, JSON.stringify([...this.#entries]));
  }
}
