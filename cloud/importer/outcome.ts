import type { ArticleDraft } from '../domain/drafts.ts';
import type { MediaTally } from './media/media-tally.ts';

/** What became of one page. Reasons and warnings are sentences for the editor. */
export type ImportOutcome =
  | {
      kind: 'imported';
      draft: ArticleDraft;
      warnings: string[];
      /** Further pages that are part of it: their addresses or files. */
      joined: string[];
      /** Where further pages of the article are that could not be fetched or read. */
      missing: string[];
      media: MediaTally;
    }
  | { kind: 'failed'; reason: string };
