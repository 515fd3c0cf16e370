import type { ArticleDraft } from '../domain/drafts.ts';

/** What became of one page. Reasons and warnings are sentences for the editor. */
export type ImportOutcome =
  | { kind: 'imported'; draft: ArticleDraft; warnings: string[] }
  | { kind: 'failed'; reason: string };
