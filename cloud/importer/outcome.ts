import type { ArticleDraft } from '../domain/drafts.ts';
import type { MediaTally } from './media/media-tally.ts';

/** What became of one page. Reasons and warnings are sentences for the editor. */
export type ImportOutcome =
  | { kind: 'imported'; draft: ArticleDraft; warnings: string[]; media: MediaTally }
  | { kind: 'failed'; reason: string };
