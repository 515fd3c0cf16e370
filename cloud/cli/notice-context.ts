import type { Store } from '../store/store.ts';

/** What every notice command works with. */
export interface NoticeContext {
  store: Store;
  env: Record<string, string | undefined>;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Takes each line for the editor. */
  say: (line: string) => void;
  /** Takes what went wrong. */
  complain: (line: string) => void;
}
