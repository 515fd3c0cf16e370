import type { Theme } from '../host/launch-options.ts';
import type { ShareCard, ShareEntry } from '../host/sharing/share-card.ts';
import type { AnswerEntry, ErrorEntry, SetDataEntry } from '../record/ledger.ts';
import type { AxeFinding, ImageCaching, ImageFetch, PageMeasures } from './measures.ts';

/** One look at the page on top after something was done: how it is, and what has happened since the last look. */
export type Look = PageMeasures & {
  /** What was done, in words. */
  act: string;
  theme: Theme;
  answers: AnswerEntry[];
  fetches: ImageFetch[];
  /** Null where axe-core was not asked, as in the middle of a page that is being scrolled. */
  axe: AxeFinding[] | null;
};

/** Everything that was seen at one stop of the walk in one appearance. */
export type Visit = {
  stop: string;
  /** The page that the stop is about; single looks name the page that was on top. */
  page: string;
  theme: Theme;
  looks: Look[];
  setData: SetDataEntry[];
  errors: ErrorEntry[];
  caching: ImageCaching[];
  /** What others would get of the page; null where it offers nothing. */
  card: ShareCard | null;
  entry: ShareEntry | null;
};

/** One figure that a rule is about: where it was read, and what it says beyond the figure. */
export type Reading = { page: string; value: number; says: string };
