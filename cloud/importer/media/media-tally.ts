import type { Fate, Use } from './keep-source.ts';

/** How many are on our storage, still where they were, or gone. */
interface Count {
  kept: number;
  remote: number;
  dropped: number;
}

/** What became of everything that a page shows or offers; each address counts once. */
export interface MediaTally {
  pictures: Count;
  films: Count;
  recordings: Count;
  files: Count;
  /** Counting pixels and spacers that were left out. */
  spacers: number;
}

const PLURALS = {
  picture: 'pictures',
  film: 'films',
  recording: 'recordings',
  file: 'files',
} as const satisfies Record<Use, keyof MediaTally>;

const none = (): Count => ({ kept: 0, remote: 0, dropped: 0 });

export function toTally(fates: Iterable<readonly [Use, Fate]>): MediaTally {
  const tally: MediaTally = {
    ...{ pictures: none(), films: none(), recordings: none(), files: none() },
    spacers: 0,
  };
  for (const [use, { kind }] of fates) {
    if (kind === 'spacer') tally.spacers += 1;
    else tally[PLURALS[use]][kind] += 1;
  }
  return tally;
}
