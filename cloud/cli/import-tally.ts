import type { SaveOutcome } from '../domain/drafts.ts';

/** What was done with a draft; a dry run shows it. */
export type Done = SaveOutcome['kind'] | 'shown';

/** How many articles came to what. */
export type ImportTally = Record<Done | 'failed', number>;
