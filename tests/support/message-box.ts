import type { Message, MessageSource } from '../../simulator/messages.ts';

/** Messages of a phone in the hands of a test. */
export class MessageBox implements MessageSource {
  readonly #messages: Message[];
  readonly #listeners = new Set<() => void>();

  constructor(messages: Message[] = []) {
    this.#messages = [...messages];
  }

  list(): Message[] {
    return this.#messages;
  }

  onMessage(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** One more arrives. */
  add(message: Message): void {
    this.#messages.push(message);
    for (const listener of this.#listeners) listener();
  }

  /** How many listen. */
  get listening(): number {
    return this.#listeners.size;
  }
}
