import type { BrowserDriver } from '../kit/launch-in-chromium.ts';

/** One place of the walk: a page of app.json with content, and what is done there. */
export type Stop = {
  /** In words, as the table names it. */
  name: string;
  /** Path in app.json. */
  page: string;
  /** As in a link, percent-encoded, without `?`. */
  query?: string;
  /** Words that stand there once the content does. */
  ready: string;
  acts: Act[];
};

export type Act = { name: string; run: (walker: Walker) => Promise<void> };

/** What an act may use besides the phone itself. */
export type Walker = {
  phone: BrowserDriver;
  /** Resolves when nothing changes any more on the page. */
  settle(): Promise<void>;
  /** Goes down to the end of the page step by step, looking at each step, and so far as the page grows. */
  scrollThrough(): Promise<void>;
};

/** A row that is let through although it is not ok, as long as it gets no worse. */
export type Known = {
  rule: string;
  page: string;
  /** How far the figure goes at present. */
  figure: number;
  /** The day on which it was looked at, as 2026-11-25. */
  since: string;
  reason: string;
};
