import type { Store } from '../../store/store.ts';

/** What every article command works with. */
export interface ArticleContext {
  store: Store;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Who changes something, where the command does not tell. */
  userName: string;
  /** Takes each line for the editor. */
  say: (line: string) => void;
  /** Takes what went wrong. */
  complain: (line: string) => void;
}
