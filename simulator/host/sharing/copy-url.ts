import type { Ledger } from '../../record/ledger.ts';

export type CopyUrlListener = (value: Record<string, never>) => unknown;
/** What is told of a page here: each is one object as long as it is open. */
type LeftPage = { readonly path: string };
type Listening = { listener: CopyUrlListener; page: LeftPage | undefined };

/**
 * Who hears of 复制链接, and on which page the listener was added: on another page it answers for
 * the wrong one.
 */
export class CopyUrl {
  readonly #ledger: Ledger;
  #listening: Listening[] = [];

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  on(listener: CopyUrlListener, page: LeftPage | undefined): void {
    this.#listening.push({ listener, page });
  }

  off(): void {
    this.#listening = [];
  }

  /** The query that the last listener gives the link; empty where nobody says one. */
  ask(): string {
    const answer = this.#listening.at(-1)?.listener({}) as { query?: unknown } | undefined;
    return typeof answer?.query === 'string' ? answer.query : '';
  }

  /**
   * Tells of listeners that another page left behind, once each. After this turn, so that what
   * ends with the other page may end in its own way.
   */
  pageShown(shown: LeftPage): void {
    setTimeout(() => {
      for (const listening of this.#listening) {
        const { page } = listening;
        if (!page || page === shown) continue;
        listening.page = undefined;
        this.#ledger.breakRule('copy-url.left', `${page.path} was left for ${shown.path}`);
      }
    }, 0);
  }
}
